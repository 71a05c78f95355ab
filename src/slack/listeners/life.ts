import type { App } from '@slack/bolt';
import { parseBudget, parseHours, parseWorkingDays } from '../../domain/reading/life';
import { findPlace } from '../../domain/reading/place';
import { Refused } from '../../domain/refusal';
import { named } from '../../domain/facts';
import { WEEKDAYS } from '../../domain/weekday';
import {
  changeLife,
  clearAbsences,
  MOST_A_WEEK,
  removeAbsence,
  setAbsences,
  upcomingAbsences,
  whoseAbsence,
} from '../../services/people/change-life';
import type { Asker } from '../asker';
import { absenceList } from '../kit/absence-list';
import { ACTIONS, parseAbsenceValue } from '../kit/ids';
import { undoably, withHeld } from '../undoably';
import { onAction } from './edge';
import type { Answer, Desk } from './turn';

/** `/nudge away …`, `quiet …`, `days …`, `holidays …`, `budget …`: how nudges fit a life, in plain words. */

const VERBS = ['away', 'quiet', 'days', 'holidays', 'budget'] as const;
type LifeVerb = (typeof VERBS)[number];

export function isLifeVerb(verb: string): verb is LifeVerb {
  return VERBS.some((known) => known === verb);
}

export async function lifeCommand(asker: Asker, verb: LifeVerb, text: string): Promise<Answer> {
  const wanted = text.trim();
  const isOff = /^(off|none|no|clear|cancel|nothing)[.!]?$/i.test(wanted);
  if (verb === 'away') return away(asker, wanted, isOff);
  return undoably(asker, asker.actor.member, async (within) =>
    withHeld(within, await settingCommand(within, verb, wanted, isOff)),
  );
}

async function away(asker: Asker, wanted: string, isOff: boolean): Promise<Answer> {
  const { context, actor, words } = asker;
  const { member } = actor;
  if (wanted === '') return absenceList(words, await upcomingAbsences(context, actor));
  if (isOff) {
    return undoably(asker, member, async (within) => {
      await clearAbsences(within.context, actor);
      return words.absencesCleared();
    });
  }
  const [mention, slackUserId] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/.exec(wanted) ?? [];
  const subject = slackUserId === undefined ? member : await whoseAbsence(context, actor, slackUserId);
  const said = wanted.slice(mention?.length ?? 0).trim();
  return undoably(asker, subject, async (within) => {
    const absences = await setAbsences(within.context, actor, subject, said);
    return subject.id === member.id
      ? words.absenceSet(absences)
      : words.absenceSetFor(named(subject), absences);
  });
}

/** The button beside each absence of the list. */
export function registerLife(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.remove_absence, async (turn, value) => {
    const asker = await turn.asker();
    const { member } = asker.actor;
    const absence = parseAbsenceValue(value);
    if (absence === null) throw new Refused({ code: 'gone', what: 'absence' });
    await turn.say(
      await undoably(asker, member, async ({ context, actor, words }) => {
        await removeAbsence(context, actor, absence);
        return words.absenceRemoved(absence);
      }),
    );
  });
}

/** The settings of whoever asks. */
async function settingCommand(
  { context, actor, words }: Asker,
  verb: Exclude<LifeVerb, 'away'>,
  wanted: string,
  isOff: boolean,
): Promise<string> {
  switch (verb) {
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
