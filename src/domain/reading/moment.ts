import { addDays, instantAt, localDate } from '../local-time';
import { readPeriod } from './period';
import { readTimes } from './time';

/** Reads the moment until which something is put off. */

export type MomentParse =
  | { readonly ok: true; readonly at: Date }
  | { readonly ok: false; readonly problem: 'not_understood' | 'bad_time' | 'in_the_past' };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const MORNING = '09:00';
const EVENING = '18:00';
const LATER_TODAY_HOURS = 3;
const WORDS_FOR_ONE: ReadonlySet<string> = new Set(['a', 'an', 'one']);

/**
 * Reads when a person wants to be asked instead: "tomorrow", "next week", "Friday at 14:00", "in 2 hours", "later
 * today", in English.
 *
 * A day without a time is 09:00, and several days are their first. "Later today" is in three hours, but not past 18:00:
 * then it is tomorrow at 09:00. A time without a day is the next such time.
 */
export function parseMoment(text: string, now: Date, zone: string): MomentParse {
  const words = text
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
  const soon = readSoon(words, now, zone);
  if (soon !== null) return { ok: true, at: soon };

  const { times, notATime, rest } = readTimes(words);
  if (notATime !== null) return { ok: false, problem: 'bad_time' };
  const [time, ...more] = times;
  const today = localDate(now, zone);
  const day = rest.replace(/[\s,]+/g, ' ').trim();
  const isAnyDay = /^(this)?$/.test(day);
  const period = isAnyDay ? readPeriod('today', today) : readPeriod(day, today);
  if (period === null || more.length > 0 || (isAnyDay && time === undefined)) {
    return { ok: false, problem: 'not_understood' };
  }
  const on = (date: string): Date | null => instantAt(date, time ?? MORNING, zone);
  const at = on(period.first.toString());
  if (at !== null && at > now) return { ok: true, at };
  const nextDay = isAnyDay ? on(period.first.add({ days: 1 }).toString()) : null;
  return nextDay === null ? { ok: false, problem: 'in_the_past' } : { ok: true, at: nextDay };
}

function readSoon(words: string, now: Date, zone: string): Date | null {
  if (/^(?:later(?: today)?|today)$/.test(words)) return laterToday(now, zone);
  const [, count = '', half, unit] =
    /^in (an?|one|\d{1,3})( and a half)? ?(h|hours?|hrs?|m|min|mins|minutes?)$/.exec(words) ?? [];
  if (unit === undefined) return null;
  const number = (WORDS_FOR_ONE.has(count) ? 1 : Number(count)) + (half === undefined ? 0 : 0.5);
  return number > 0 ? new Date(now.getTime() + number * (unit.startsWith('h') ? HOUR : MINUTE)) : null;
}

function laterToday(now: Date, zone: string): Date | null {
  const later = new Date(now.getTime() + LATER_TODAY_HOURS * HOUR);
  const evening = instantAt(localDate(now, zone), EVENING, zone);
  if (evening !== null && later <= evening) return later;
  return instantAt(addDays(localDate(now, zone), 1), MORNING, zone);
}
