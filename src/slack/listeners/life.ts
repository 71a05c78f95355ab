import { holidayPlaces, holidayRegions } from '../../domain/holidays';
import { parseHours, parseWorkingDays } from '../../domain/reading/life';
import { Refused } from '../../domain/refusal';
import { named } from '../../domain/facts';
import {
  changeLife,
  clearAbsences,
  MOST_A_WEEK,
  setAbsence,
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
  const isOff = /^(off|none|no|clear|nothing)$/i.test(wanted);
  switch (verb) {
    case 'away': {
      if (isOff) {
        await clearAbsences(context, actor);
        return words.absencesCleared();
      }
      if (wanted === '') return words.absencesList(await upcomingAbsences(context, actor));
      const [mention, slackUserId] = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/.exec(wanted) ?? [];
      if (slackUserId === undefined || mention === undefined) {
        const { from, to } = await setAbsence(context, actor, actor.member, wanted);
        return words.absenceSet(from, to);
      }
      const away = await whoseAbsence(context, actor, slackUserId);
      const { from, to } = await setAbsence(context, actor, away, wanted.slice(mention.length).trim());
      return words.absenceSetFor(named(away), from, to);
    }
    case 'quiet': {
      const hours = isOff ? null : parseHours(wanted);
      if (hours === null && !isOff) throw new Refused({ code: 'hours_not_understood', heard: wanted });
      await changeLife(context, actor, { quietFrom: hours?.from ?? null, quietTo: hours?.to ?? null });
      return words.quietSet(hours);
    }
    case 'days': {
      const days = parseWorkingDays(wanted);
      if (days === null) throw new Refused({ code: 'days_not_understood', heard: wanted });
      await changeLife(context, actor, { workingDays: days });
      return words.workingDaysSet(days);
    }
    case 'holidays': {
      const place = isOff ? null : findPlace(wanted);
      if (place === undefined) throw new Refused({ code: 'place_not_understood', heard: wanted });
      await changeLife(context, actor, {
        holidayCountry: place?.country ?? null,
        holidayRegion: place?.region ?? null,
      });
      return words.placeSet(place?.name ?? null);
    }
    case 'budget': {
      const limit = Number(/^\d{1,2}/.exec(wanted)?.[0] ?? Number.NaN);
      if (!(limit >= 1 && limit <= MOST_A_WEEK))
        throw new Refused({ code: 'budget_not_understood', heard: wanted });
      await changeLife(context, actor, { weeklyBudget: limit });
      return words.budgetSet(limit);
    }
  }
}

/** "US", "germany", "US CA": a country by code or name, and a region of it; undefined when there is none. */
/** What people call a country that is filed under another name. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['usa', 'us'],
  ['uk', 'gb'],
]);

function findPlace(text: string): { country: string; region: string | null; name: string } | undefined {
  const wanted = SPOKEN.get(text.toLowerCase()) ?? text.toLowerCase();
  const is = ({ code, name }: { code: string; name: string }, words: string) =>
    code.toLowerCase() === words || name.toLowerCase() === words;
  const begins = holidayPlaces().filter(
    ({ name }) => wanted.length > 3 && name.toLowerCase().startsWith(wanted),
  );
  const whole =
    holidayPlaces().find((place) => is(place, wanted)) ?? (begins.length === 1 ? begins[0] : undefined);
  if (whole) return { country: whole.code, region: null, name: whole.name };
  const [first = '', ...rest] = wanted.split(/[\s,/-]+/);
  const country = holidayPlaces().find((place) => is(place, first));
  const region = country && holidayRegions(country.code).find((place) => is(place, rest.join(' ')));
  if (!country || !region) return undefined;
  return { country: country.code, region: region.code, name: `${region.name}, ${country.name}` };
}
