import { WEEKDAYS, type Weekday } from '../weekday';
import { LIVES } from './life-grammar';
import { plainWords } from './plain-words';
import type { Tree } from './tree';
import { onHalf, readClock, timeOf, valueOf, wallClock, weekdaysOf } from './words';

/** Reads working days, quiet hours and a weekly budget. */

/** "mon-fri", "Sunday to Thursday", "mon tue wed", "weekdays", "every day"; null when not understood. */
export function parseWorkingDays(text: string): readonly Weekday[] | null {
  const words = plainWords(text);
  const tree = words === null ? null : LIVES.parse(words, 'WorkingDays');
  if (tree === null) return null;
  const named = tree.one('Weekdays');
  const weekdays = named === null ? WEEKDAYS : weekdaysOf(named);
  return weekdays.length === 0 ? null : weekdays;
}

/** 'HH:mm', from inclusive, to exclusive. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** What "after 6pm" and "before 9" end and begin with, unless there are quiet hours already. */
const USUAL: Hours = { from: '18:00', to: '08:00' };

/**
 * "18:00-08:00", "6-8pm", "after 6pm"; null when not understood, when both ends are the same, and for two bare hours of
 * which nobody can tell the half of the day, such as "9-5".
 */
export function parseHours(text: string, current: Hours | null = null): Hours | null {
  const words = plainWords(text);
  const tree = words === null ? null : LIVES.parse(words, 'Hours');
  const [one, other] = tree?.all('HourOf') ?? [];
  if (tree === null || one === undefined) return null;
  const hours = other === undefined ? openHours(tree, one, current ?? USUAL) : rangeOf(one, other);
  return hours === null || hours.from === hours.to ? null : hours;
}

function openHours(tree: Tree, hour: Tree, { from, to }: Hours): Hours | null {
  const time = timeOf(hour);
  if (time === null) return null;
  return tree.has('Hours_after') ? { from: time, to } : { from, to: time };
}

function rangeOf(one: Tree, other: Tree): Hours | null {
  const to = timeOf(other);
  const from = half(other) !== null && half(one) === null ? onOtherHalf(one, other) : timeOf(one);
  const isVague = isBareHour(one) && isBareHour(other);
  return from === null || to === null || isVague ? null : { from, to };
}

/** "6-8pm" is in the evening, "11-1pm" begins before noon: the nearest such hour before the end. */
function onOtherHalf(one: Tree, other: Tree): string | null {
  const to = timeOf(other);
  const [hour, minute] = clockOf(one);
  if (!isBareHour(one) || to === null) return timeOf(one);
  const [early, late] = [onHalf(hour, 'a'), onHalf(hour, 'p')];
  if (early === null || late === null) return timeOf(one);
  const afternoon = wallClock(late, minute);
  return afternoon < to ? afternoon : wallClock(early, minute);
}

function clockOf(hour: Tree): ReturnType<typeof readClock> {
  const clock = hour.one('clock', 'hourName');
  return clock === null ? [NO_HOUR, 0, null] : readClock(clock);
}

const NO_HOUR = 24;

function half(hour: Tree): string | null {
  return hour.has('Part') ? 'part' : clockOf(hour)[2];
}

/** An hour that may be of either half of the day. */
function isBareHour(hour: Tree): boolean {
  return hour.has('HourOf_hour') && !hour.has('Part') && clockOf(hour)[0] <= 12 && !/^0/.test(hour.text);
}

/** "3", "two a week", "at most 5 messages a week"; null when it is no number. Beyond the most, the number itself. */
export function parseBudget(text: string): number | null {
  const words = plainWords(text);
  const tree = words === null ? null : LIVES.parse(words, 'Budget');
  const number = tree?.one('wholeNumber', 'number') ?? null;
  return number === null ? null : valueOf(number);
}
