import { parseBudget, parseHours, parseWorkingDays } from '../../domain/reading/life';
import { findPlace } from '../../domain/reading/place';
import { Refused } from '../../domain/refusal';
import { named } from '../../domain/facts';
import { WEEKDAYS } from '../../domain/weekday';
import {
  changeLife,
  clearAbsences,
  MOST_A_WEEK,
  setAbsences,
  upcomingAbsences,
  whoseAbsence,
} from '../../services/people/change-life';
import type { Asker } from '../asker';

/** `/nudge away …`, `quiet …`, `days …`, `holidays …`, `budget …`: how nudges fit a life, in plain words. */

const VERBS = ['away', 'quiet', 'days', 'holidays', 'budget'] as const;
type LifeVerb = (typeof VERBS)[number];

export function isLifeVerb(verb: string): verb is LifeVerb {
  return VERBS.some((known) => known === verb);
}

export async function lifeCommand(
  { context, actor, words }: Asker,
  verb: LifeVerb,
  text: string,
): Promise<string> {
  const wanted = text.trim();
  const isOff = /^(off|none|no|clear|cancel|nothing)[.!]?$/i.test(wanted);
  switch (verb) {
    case 'away': {
      if (isOff) {
        await clearAbsences(context, actor);
        return words.absencesCleared();
      }
      if (wanted === '') return words.absencesList(await upcomingAbsences(context, actor));
      const [mention, slackUserId] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/.exec(wanted) ?? [];
      if (slackUserId === undefined || mention === undefined) {
        return words.absenceSet(await setAbsences(context, actor, actor.member, wanted));
      }
      const away = await whoseAbsence(context, actor, slackUserId);
      const said = wanted.slice(mention.length).trim();
      return words.absenceSetFor(named(away), await setAbsences(context, actor, away, said));
    }
    case 'quiet': {
      const { quietFrom, quietTo } = actor.member;
      const current = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };
      const hours = isOff ? null : parseHours(wanted, current);
      if (hours === null && !isOff) throw new Refused({ code: 'hours_not_understood', heard: wanted });
      await changeLife(context, actor, { quietFrom: hours?.from ?? null, quietTo: hours?.to ?? null });
      return words.quietSet(hours);
    }
    case 'days': {
      const days = isOff ? WEEKDAYS : parseWorkingDays(wanted);
      if (days === null) throw new Refused({ code: 'days_not_understood', heard: wanted });
      await changeLife(context, actor, { workingDays: days });
      return words.workingDaysSet(days);
    }
    case 'holidays': {
      const place = isOff ? null : findPlace(wanted);
      if (place === null && !isOff) throw new Refused({ code: 'place_not_understood', heard: wanted });
      await changeLife(context, actor, {
        holidayCountry: place?.country ?? null,
        holidayRegion: place?.region ?? null,
      });
      return words.placeSet(place?.name ?? null);
    }
    case 'budget': {
      const limit = isOff ? MOST_A_WEEK : parseBudget(wanted);
      if (limit === null || limit < 1) throw new Refused({ code: 'budget_not_understood', heard: wanted });
      if (limit > MOST_A_WEEK) throw new Refused({ code: 'budget_too_big', most: MOST_A_WEEK });
      await changeLife(context, actor, { weeklyBudget: limit });
      return words.budgetSet(limit);
    }
  }
}
