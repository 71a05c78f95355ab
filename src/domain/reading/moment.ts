import { Temporal } from 'temporal-polyfill';
import { addDays, instantAt, localDate } from '../local-time';
import { inEitherOrder, lengthOf, periodOf } from './dates';
import { LIVES } from './life-grammar';
import { plainWords } from './plain-words';
import { dateContext, type Speaker } from './speaker';
import type { Tree } from './tree';
import { timeOf, valueOf } from './words';

/** Reads the moment until which something is put off. */

export type MomentParse =
  | { readonly ok: true; readonly at: Date }
  | { readonly ok: false; readonly problem: 'not_understood' | 'bad_time' | 'in_the_past' };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const MORNING = '09:00';
const EVENING = '18:00';
const LATER_TODAY_HOURS = 3;
const NOT_UNDERSTOOD: MomentParse = { ok: false, problem: 'not_understood' };

/**
 * Reads when a person wants to be asked instead: "tomorrow", "next week", "Friday at 14:00", "two hours", "tonight",
 * "later today", in English.
 *
 * A day without a time is at `morning`, and several days are their first. "Later today" is in three hours, but not past
 * 18:00: then it is the next morning. A time without a day is the next such time.
 *
 * @param morning 'HH:mm', the person's own hour
 */
export function parseMoment(text: string, speaker: Speaker, morning = MORNING): MomentParse {
  const { now, zone } = speaker;
  const words = plainWords(text);
  const when = words === null ? null : (LIVES.parse(words, 'SnoozeUntil')?.one('When') ?? null);
  if (when === null) return NOT_UNDERSTOOD;
  const soon = when.one('Soon');
  if (soon !== null) return ahead(now.getTime() + hoursIn(soon) * HOUR, now);
  if (when.has('When_later')) return ahead(laterToday(now, zone, morning).getTime(), now);

  const said = when.one('Time');
  const time = said === null ? null : timeOf(said);
  if (said !== null && time === null) return { ok: false, problem: 'bad_time' };
  const evening = when.one('Tonight');
  const isAnyDay = when.has('When_time') && !when.has('On');
  const date = evening !== null || isAnyDay ? localDate(now, zone) : dateOf(when, speaker);
  if (date === null) return NOT_UNDERSTOOD;
  const at = instantAt(date, time ?? (evening === null ? morning : partOfToday(evening.text)), zone);
  if (at !== null && at > now) return { ok: true, at };
  const next = isAnyDay && time !== null ? instantAt(addDays(date, 1), time, zone) : null;
  return next === null ? { ok: false, problem: 'in_the_past' } : { ok: true, at: next };
}

function ahead(at: number, now: Date): MomentParse {
  return at > now.getTime() ? { ok: true, at: new Date(at) } : { ok: false, problem: 'in_the_past' };
}

function hoursIn(soon: Tree): number {
  const [kind] = soon.parts;
  const count = soon.one('Count', 'number', 'shortHours', 'shortMinutes');
  const number = count === null ? 1 : valueOf(count);
  switch (kind?.rule) {
    case 'Soon_halfHour':
      return 0.5;
    case 'Soon_andHalf':
    case 'Soon_oneAndHalf':
    case 'Soon_halves':
      return number + 0.5;
    case 'Soon_minutes':
    case 'shortMinutes':
      return (number * MINUTE) / HOUR;
    default:
      return number;
  }
}

const PARTS_OF_TODAY: readonly (readonly [string, string])[] = [
  ['morning', '09:00'],
  ['afternoon', '14:00'],
];

function partOfToday(text: string): string {
  return PARTS_OF_TODAY.find(([part]) => text.endsWith(part))?.[1] ?? EVENING;
}

function dateOf(when: Tree, speaker: Speaker): string | null {
  const length = when.one('Length');
  const named = when.one('Named');
  const context = dateContext(speaker);
  if (named === null) return length && context.today.add(lengthOf(length)).toString();
  return inEitherOrder(context, (ordered) => periodOf(named, ordered))?.first.toString() ?? null;
}

function laterToday(now: Date, zone: string, morning: string): Date {
  const later = new Date(now.getTime() + LATER_TODAY_HOURS * HOUR);
  const today = localDate(now, zone);
  const evening = instantAt(today, EVENING, zone);
  if (evening !== null && later <= evening) return later;
  return instantAt(addDays(today, 1), morning, zone) ?? later;
}

export type PauseParse =
  /** `until`: the day on which questions begin again, 'YYYY-MM-DD'; null for "until further notice". */
  | { readonly ok: true; readonly until: string | null }
  | { readonly ok: false; readonly problem: 'not_understood' | 'in_the_past' | 'is_away' };

/**
 * Reads how long to be silent: "until June" ends on its first day, "until the end of June" on the day after it, "two
 * weeks" after as many. 'is_away': words such as "in August", which name days to be away on.
 */
export function parsePause(text: string, speaker: Speaker): PauseParse {
  const words = plainWords(text);
  const tree = words === null ? null : LIVES.parse(words, 'PauseFor');
  if (words === null) return NOT_UNDERSTOOD_PAUSE;
  if (tree === null)
    return LIVES.parse(words, 'Absence') === null ? NOT_UNDERSTOOD_PAUSE : { ok: false, problem: 'is_away' };
  if (tree.has('Pause_open')) return { ok: true, until: null };
  const until = endOfPause(tree, speaker);
  if (until === null) return NOT_UNDERSTOOD_PAUSE;
  const isAhead = Temporal.PlainDate.compare(until, dateContext(speaker).today) > 0;
  return isAhead ? { ok: true, until: until.toString() } : { ok: false, problem: 'in_the_past' };
}

const NOT_UNDERSTOOD_PAUSE: PauseParse = { ok: false, problem: 'not_understood' };

function endOfPause(tree: Tree, speaker: Speaker): Temporal.PlainDate | null {
  const context = dateContext(speaker);
  const length = tree.one('Length');
  if (length !== null) return context.today.add(lengthOf(length));
  const named = tree.one('Named');
  const period = named && inEitherOrder(context, (ordered) => periodOf(named, ordered));
  if (!period) return null;
  return tree.has('Edge_end', 'Edge_end2', 'Edge_short') ? period.last.add({ days: 1 }) : period.first;
}
