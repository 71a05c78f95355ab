import type { Temporal } from 'temporal-polyfill';
import { onWeekdays, type CadenceDescription, type MonthDay, type Recurrence } from '../cadence-describe';
import { MONDAY_TO_FRIDAY, WEEKDAYS, weekdayOfIsoDay, type Weekday } from '../weekday';
import type { Tree } from './tree';
import { monthOf, valueOf, weekdayOf, weekdaysOf } from './words';

/** What one item of a rhythm in words recurs on. */

/** What an item leaves open is taken from the start that was said, then from the person's own rhythm. */
export interface Unsaid {
  readonly start: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  readonly own: CadenceDescription | null;
}

/** Words that a grammar takes and that mean no recurrence: "every 0 weeks", "the first weekend of the month". */
export class NoRecurrence extends Error {
  override name = 'NoRecurrence';
  constructor(readonly problem: 'not_understood' | 'never_fires' | 'too_often') {
    super(problem);
  }
}

const LONGEST_INTERVAL = 366;
const LONGEST_MONTHS: ReadonlyMap<number, number> = new Map([
  [2, 29],
  [4, 30],
  [6, 30],
  [9, 30],
  [11, 30],
]);

/** @param item an `Item` or a `DateOfMonth`. @throws {NoRecurrence} */
export function recurrencesOf(item: Tree, unsaid: Unsaid): readonly Recurrence[] {
  const [kind] = item.parts;
  switch (kind?.rule) {
    case 'OfQuarter':
      return ofQuarter(kind);
    case 'Yearly':
      return yearly(kind, unsaid);
    case 'MonthlySaid':
    case 'Monthly':
      return [monthly(kind, unsaid)];
    case 'EverySecond':
      return [onDays(2, weekdaysOf(kind))];
    case 'WeeklyAtHour':
    case 'Weekly':
      return [weekly(kind.one('Weekly') ?? kind, unsaid)];
    case 'Daily':
      return [{ every: 'day', interval: intervalOf(kind) }];
    case 'TooOften':
      throw new NoRecurrence('too_often');
    default:
      return [{ every: 'month', interval: 1, days: monthDaysOf(item) }];
  }
}

function ofQuarter(tree: Tree): readonly Recurrence[] {
  return monthDaysOf(tree.one('MonthDay') ?? tree).map((day) => {
    const nth = day.kind === 'date' ? day.date : day.nth;
    // The 15th of a quarter is a day of one of its months, and nobody says which.
    if (nth > (day.kind === 'date' ? 1 : 4)) throw new NoRecurrence('not_understood');
    return { every: 'quarter', day };
  });
}

function yearly(tree: Tree, { start, today }: Unsaid): readonly Recurrence[] {
  const interval = intervalOf(tree.one('EveryYear'));
  const months = tree.one('Months')?.all('month').map(monthOf);
  if (months !== undefined) {
    const days = tree.has('MonthDay') ? monthDaysOf(tree) : [dateOn(1)];
    return [inMonths(interval, months, days)];
  }
  const dates = tree.all('YearDay');
  if (dates.length > 0) return dates.map((day) => inMonths(interval, [monthOfDay(day)], yearDays(day)));
  const on = start ?? today;
  return [inMonths(interval, [on.month], [dateOn(on.day)])];
}

function monthOfDay(day: Tree): number {
  const month = day.all('month').at(-1);
  if (month === undefined) throw new NoRecurrence('not_understood');
  return monthOf(month);
}

function yearDays(day: Tree): readonly MonthDay[] {
  const numbers = day.all('dayNumber');
  return day.has('MonthDay') ? monthDaysOf(day) : numbers.map((number) => dateOn(dayValue(number)));
}

function inMonths(interval: number, months: readonly number[], days: readonly MonthDay[]): Recurrence {
  const shortest = Math.min(...months.map((month) => LONGEST_MONTHS.get(month) ?? 31));
  if (days.some((day) => day.kind === 'date' && day.date > shortest)) throw new NoRecurrence('never_fires');
  return { every: 'year', interval, months, days };
}

function monthly(tree: Tree, { start, own }: Unsaid): Recurrence {
  const interval = intervalOf(tree.one('EveryMonth', 'OfMonth'));
  if (tree.has('Twice')) return { every: 'month', interval: 1, days: [dateOn(1), dateOn(15)] };
  const named = tree.one('MonthDays', 'OrdinalDays', 'Monthly_nth', 'Monthly_dates');
  if (named !== null) return { every: 'month', interval, days: monthDaysOf(named) };
  if (start !== null) return { every: 'month', interval, days: [dateOn(start.day)] };
  const [before] = own?.recurrences ?? [];
  return { every: 'month', interval, days: before?.every === 'month' ? before.days : [dateOn(1)] };
}

/** The days within a month that are named below a tree, in their order. */
function monthDaysOf(tree: Tree): readonly MonthDay[] {
  const days = tree
    .all('MonthDay_end', 'MonthDay_start', 'dayNumber', 'NthMonthDay', 'OrdinalDay', 'nth')
    .flatMap(monthDays);
  if (days.some((day) => day.kind === 'date' && (day.date === 0 || day.date > 31))) {
    throw new NoRecurrence('not_understood');
  }
  return days;
}

function monthDays(tree: Tree): readonly MonthDay[] {
  if (tree.rule === 'MonthDay_end') return [dateOn(-1)];
  if (tree.rule === 'MonthDay_start') return [dateOn(1)];
  const nths = tree.one('Nths');
  if (nths === null) return [dateOn(dayValue(tree))];
  const counts = nths.all('nth', 'last').map((nth) => (nth.rule === 'last' ? -1 : valueOf(nth)));
  const weekdays = tree.one('Weekdays');
  if (weekdays === null) {
    return counts.map((nth) => (tree.has('workingDay') ? { kind: 'working_day', nth } : dateOn(nth)));
  }
  const isPlain = !weekdays.has('Day_range', 'workingDay', 'Day_weekend', 'Except');
  // "The first and third Monday and Friday" could be two days or four.
  const isClear = isPlain && (counts.length === 1 || weekdays.all('weekday').length === 1);
  if (!isClear || counts.some((nth) => nth > 5)) throw new NoRecurrence('not_understood');
  return counts.flatMap((nth) =>
    weekdays.all('weekday').map((day) => ({ kind: 'weekday', nth, weekday: weekdayOf(day) }) as const),
  );
}

function dayValue(tree: Tree): number {
  return valueOf(tree.one('nth') ?? tree);
}

function dateOn(date: number): MonthDay {
  return { kind: 'date', date };
}

function weekly(tree: Tree, { start, own }: Unsaid): Recurrence {
  const named = tree.one('Weekdays');
  const weekdays = named && weekdaysOf(named);
  const times = tree.one('EveryWeek')?.one('Times');
  if (times) return onDays(1, timesAWeek(timesOf(times), weekdays, own));
  const interval = tree.has('Weekly_other') ? 2 : intervalOf(tree.one('EveryWeek', 'Weekly_counted'));
  if (weekdays !== null) return onDays(interval, weekdays);
  return onDays(interval, start === null ? ownWeekdays(own) : [weekdayOfIsoDay(start.dayOfWeek)]);
}

function onDays(interval: number, weekdays: readonly Weekday[]): Recurrence {
  if (weekdays.length === 0) throw new NoRecurrence('not_understood');
  return onWeekdays(interval, weekdays);
}

function ownWeekdays(own: CadenceDescription | null): readonly Weekday[] {
  const [before] = own?.recurrences ?? [];
  return before?.every === 'week' ? before.weekdays : ['MO'];
}

function timesOf(times: Tree): number {
  if (times.has('Times_once')) return 1;
  if (/^(twice|thrice)$/.test(times.text)) return times.text === 'twice' ? 2 : 3;
  return Number.parseInt(times.text, 10) || valueOf(times.one('number') ?? times);
}

const SPREAD: ReadonlyMap<number, readonly Weekday[]> = new Map([
  [2, ['MO', 'TH']],
  [3, ['MO', 'WE', 'FR']],
  [4, ['MO', 'TU', 'TH', 'FR']],
  [5, MONDAY_TO_FRIDAY],
  [7, WEEKDAYS],
]);

/** "Twice a week" is Monday and Thursday, unless the days are said: then as many as that. */
function timesAWeek(
  times: number,
  said: readonly Weekday[] | null,
  own: CadenceDescription | null,
): readonly Weekday[] {
  const spread = times === 1 ? ownWeekdays(own).slice(0, 1) : SPREAD.get(times);
  const weekdays = said ?? spread;
  if (weekdays === undefined) throw new NoRecurrence(times > 7 ? 'too_often' : 'not_understood');
  if (weekdays.length !== times) throw new NoRecurrence('not_understood');
  return weekdays;
}

/** Of "every third week", "fortnightly", "of every other month"; 1 where no interval is named. */
function intervalOf(tree: Tree | null): number {
  if (tree === null) return 1;
  const unit = /quarter/.test(tree.text) ? 3 : /^bi|fortnight/.test(tree.text) ? 2 : 1;
  const nth = tree.one('NthOther', 'number');
  if (nth === null) return unit;
  const interval = unit * (nth.has('other') ? 2 : dayValue(nth.one('nth') ?? nth));
  const isOne = nth.has('nth') && interval === unit;
  if (isOne || interval < 1 || interval > LONGEST_INTERVAL) throw new NoRecurrence('not_understood');
  return interval;
}
