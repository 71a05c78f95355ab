import type { Cadence } from './cadence';
import { weekdayOf } from './local-time';
import { intervalOf, readRules, writeRule, type RuleParts } from './recurrence-rule';
import { isWeekday, MONDAY_TO_FRIDAY, WEEKDAYS, type Weekday } from './weekday';

/**
 * A day within a month. `date` is 1 to 31, or -1 for the last; where a month is shorter, its last day is meant. `nth` is
 * 1 to 5, or -1 for the last.
 */
export type MonthDay =
  | { readonly kind: 'date'; readonly date: number }
  | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: Weekday }
  | { readonly kind: 'working_day'; readonly nth: number };

/** How often and on which days, as choices of a form or material for a sentence. */
export type Recurrence =
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly weekdays: readonly Weekday[] }
  | { readonly every: 'month'; readonly interval: number; readonly days: readonly MonthDay[] }
  /** In the first month of the quarter, or in its last for a day that counts from the end. */
  | { readonly every: 'quarter'; readonly day: MonthDay }
  | {
      readonly every: 'year';
      readonly interval: number;
      /** 1 to 12. */
      readonly months: readonly number[];
      readonly days: readonly MonthDay[];
    }
  /** A rule that nobody can say in these words. */
  | { readonly every: 'other' };

export interface CadenceDescription {
  readonly recurrences: readonly Recurrence[];
  /** 'HH:mm' */
  readonly time: string;
}

/** @throws RangeError when the rule is none */
export function describeCadence({ rule, start }: Cadence): CadenceDescription {
  const rules = readRules(rule);
  const [first] = rules ?? [];
  if (rules === null || first === undefined) throw new RangeError(`Not a recurrence rule: ${rule}`);
  const [date = '', time = ''] = start.split('T');
  return {
    recurrences: together(rules.map((parts) => describeRule(parts, date) ?? { every: 'other' })),
    time: timeOf(first, time),
  };
}

/** Those that differ in their days alone are one: "Monday and Thursday", "3 June and 5 June". */
export function together(all: readonly Recurrence[]): readonly Recurrence[] {
  const merged: Recurrence[] = [];
  for (const next of all) {
    const at = merged.findIndex((one) => joined(one, next) !== null);
    const one = merged[at];
    const both = one === undefined ? null : joined(one, next);
    if (both === null) merged.push(next);
    else merged[at] = both;
  }
  return merged;
}

function joined(one: Recurrence, other: Recurrence): Recurrence | null {
  if (one.every === 'week' && other.every === 'week' && one.interval === other.interval) {
    const both = [...one.weekdays, ...other.weekdays];
    return onWeekdays(
      one.interval,
      WEEKDAYS.filter((day) => both.includes(day)),
    );
  }
  if (one.every === 'month' && other.every === 'month' && one.interval === other.interval) {
    return { ...one, days: [...one.days, ...other.days] };
  }
  const isSameYear = one.every === 'year' && other.every === 'year' && one.interval === other.interval;
  if (!isSameYear || one.months.join() !== other.months.join()) return null;
  return { ...one, days: [...one.days, ...other.days] };
}

/** All seven days of every week are every day. */
export function onWeekdays(interval: number, weekdays: readonly Weekday[]): Recurrence {
  const isDaily = interval === 1 && weekdays.length === WEEKDAYS.length;
  return isDaily ? { every: 'day', interval: 1 } : { every: 'week', interval, weekdays };
}

/** The RFC 5545 rules of a recurrence, each on its own. @throws RangeError for 'other', which has none */
export function rulesOf(recurrence: Recurrence): readonly string[] {
  switch (recurrence.every) {
    case 'day':
      return [ruleText('DAILY', recurrence.interval, [])];
    case 'week':
      return [ruleText('WEEKLY', recurrence.interval, [part('BYDAY', recurrence.weekdays)])];
    case 'month':
      return daysOf(recurrence.days).map((days) => ruleText('MONTHLY', recurrence.interval, days));
    case 'quarter': {
      const months = isFromEnd(recurrence.day) ? QUARTER_ENDS : QUARTER_BEGINS;
      return daysOf([recurrence.day]).map((days) => ruleText('MONTHLY', 1, [['BYMONTH', months], ...days]));
    }
    case 'year':
      return daysOf(recurrence.days).map((days) =>
        ruleText('YEARLY', recurrence.interval, [part('BYMONTH', recurrence.months), ...days]),
      );
    case 'other':
      throw new RangeError('No rule is known');
  }
}

const QUARTER_BEGINS = '1,4,7,10';
const QUARTER_ENDS = '3,6,9,12';
/** From this date on, some months have no such day. */
const SHORTEST_MONTH = 28;

function isFromEnd(day: MonthDay): boolean {
  return (day.kind === 'date' ? day.date : day.nth) < 0;
}

type Part = readonly [name: string, value: string];

/** One list of parts for each rule that the days need. */
function daysOf(days: readonly MonthDay[]): readonly (readonly Part[])[] {
  const inEvery = days.flatMap((day) =>
    day.kind === 'date' && day.date <= SHORTEST_MONTH ? [day.date] : [],
  );
  const orLast = days.flatMap((day) => (day.kind === 'date' && day.date > SHORTEST_MONTH ? [day.date] : []));
  const weekdays = days.flatMap((day) => (day.kind === 'weekday' ? [`${day.nth}${day.weekday}`] : []));
  const working = days.flatMap((day) => (day.kind === 'working_day' ? [day.nth] : []));
  return [
    ...(inEvery.length > 0 ? [[part('BYMONTHDAY', inEvery)]] : []),
    ...orLast.map((date) => [part('BYMONTHDAY', orShorter(date)), part('BYSETPOS', [-1])]),
    ...(weekdays.length > 0 ? [[part('BYDAY', weekdays)]] : []),
    ...(working.length > 0 ? [[part('BYDAY', MONDAY_TO_FRIDAY), part('BYSETPOS', working)]] : []),
  ];
}

function part(name: string, values: readonly (string | number)[]): Part {
  return [name, values.join(',')];
}

/** 28, 29 and 30 for the 30th: the last of them that a month has. */
function orShorter(date: number): readonly number[] {
  return Array.from({ length: date - SHORTEST_MONTH + 1 }, (_, at) => SHORTEST_MONTH + at);
}

function ruleText(frequency: string, interval: number, days: readonly Part[]): string {
  const every: readonly Part[] = interval > 1 ? [['INTERVAL', String(interval)]] : [];
  return writeRule(new Map([['FREQ', frequency], ...every, ...days]));
}

function describeRule(parts: RuleParts, date: string): Recurrence | null {
  const interval = intervalOf(parts);
  const months = parts.get('BYMONTH') ?? '';
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return hasOnly(parts, []) ? { every: 'day', interval } : null;
    case 'WEEKLY': {
      const byDay = parts.get('BYDAY') ?? weekdayOf(date);
      const weekdays = byDay.split(',').filter(isWeekday);
      if (!hasOnly(parts, ['BYDAY']) || weekdays.length !== byDay.split(',').length) return null;
      return onWeekdays(
        interval,
        WEEKDAYS.filter((day) => weekdays.includes(day)),
      );
    }
    case 'MONTHLY': {
      const days = monthDaysOf(parts, date);
      const [day] = days ?? [];
      if (days === null || day === undefined) return null;
      if (months === '') return { every: 'month', interval, days };
      const isQuarter = months === (isFromEnd(day) ? QUARTER_ENDS : QUARTER_BEGINS);
      return isQuarter && interval === 1 && days.length === 1 ? { every: 'quarter', day } : null;
    }
    case 'YEARLY': {
      const days = monthDaysOf(parts, date);
      return days === null || months === ''
        ? null
        : { every: 'year', interval, months: months.split(',').map(Number), days };
    }
    default:
      return null;
  }
}

function monthDaysOf(parts: RuleParts, date: string): readonly MonthDay[] | null {
  const byDay = parts.get('BYDAY');
  const byDate = parts.get('BYMONTHDAY');
  const position = parts.get('BYSETPOS');
  if (!hasOnly(parts, ['BYMONTH', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS'])) return null;
  if (byDay !== undefined) return byDate === undefined ? weekdaysOf(byDay, position) : null;
  if (position !== undefined) {
    const last = Number(byDate?.split(',').at(-1));
    return position === '-1' && last > SHORTEST_MONTH && byDate === orShorter(last).join(',')
      ? [{ kind: 'date', date: last }]
      : null;
  }
  const dates = (byDate ?? String(Number(date.slice(8)))).split(',').map(Number);
  return dates.every((day) => day >= -1 && day <= SHORTEST_MONTH)
    ? dates.map((day) => ({ kind: 'date', date: day }))
    : null;
}

function weekdaysOf(byDay: string, position: string | undefined): readonly MonthDay[] | null {
  if (position !== undefined) {
    const isWorkingWeek = byDay === MONDAY_TO_FRIDAY.join(',');
    return isWorkingWeek
      ? position.split(',').map((nth) => ({ kind: 'working_day', nth: Number(nth) }))
      : null;
  }
  const days: MonthDay[] = [];
  for (const item of byDay.split(',')) {
    const [, nth, weekday = ''] = /^\+?(-1|[1-5])([A-Z]{2})$/.exec(item) ?? [];
    if (!isWeekday(weekday)) return null;
    days.push({ kind: 'weekday', nth: Number(nth), weekday });
  }
  return days;
}

function hasOnly(parts: RuleParts, names: readonly string[]): boolean {
  return [...parts].every(
    ([name, value]) =>
      name === 'FREQ' || name === 'INTERVAL' || names.includes(name) || (name === 'WKST' && value === 'MO'),
  );
}

/** A rule may carry its own time; it then counts, and not that of the start. */
function timeOf(parts: RuleParts, startTime: string): string {
  const [hour = '', minute = ''] = startTime.split(':');
  return `${(parts.get('BYHOUR') ?? hour).padStart(2, '0')}:${(parts.get('BYMINUTE') ?? minute).padStart(2, '0')}`;
}
