import { firstDate, type Cadence } from './cadence';
import { weekdayOf } from './local-time';
import { intervalOf, readRule, writeRule, type RuleParts } from './recurrence-rule';
import { isWeekday, MONDAY_TO_FRIDAY, WEEKDAYS, type Weekday } from './weekday';

/** A day within a month. `date` -1 is its last day; `nth` -1 is the last such weekday. */
export type MonthDay =
  | { readonly kind: 'date'; readonly date: number }
  | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: Weekday }
  | { readonly kind: 'last_working_day' };

/** What a person chose, as choices of a form or material for a sentence. `time` is 'HH:mm'. */
export type CadenceDescription =
  | { readonly every: 'day'; readonly interval: number; readonly time: string }
  | {
      readonly every: 'week';
      readonly interval: number;
      readonly weekdays: readonly Weekday[];
      readonly time: string;
    }
  | { readonly every: 'month'; readonly interval: number; readonly day: MonthDay; readonly time: string }
  | { readonly every: 'other'; readonly rule: string; readonly time: string };

/** @throws RangeError when the rule is none */
export function describeCadence({ rule, start }: Cadence): CadenceDescription {
  const parts = readRule(rule);
  if (parts === null) throw new RangeError(`Not a recurrence rule: ${rule}`);
  const [date = '', time = ''] = start.split('T');
  return describeSimple(parts, date, time) ?? { every: 'other', rule, time: timeOf(parts, time) };
}

/**
 * The cadence of a description, counting from the first matching date on or after `from`; null when it never fires.
 * With the first due date of a cadence as `from`, its description makes a cadence with the same due times.
 *
 * @param from 'YYYY-MM-DD', a local date
 */
export function buildCadence(description: CadenceDescription, from: string): Cadence | null {
  const rule = ruleOf(description);
  const parts = readRule(rule);
  if (parts === null) throw new RangeError(`Not a recurrence rule: ${rule}`);
  const date = firstDate(parts, from);
  return date === null ? null : { rule, start: `${date}T${description.time}` };
}

function describeSimple(parts: RuleParts, date: string, time: string): CadenceDescription | null {
  const interval = intervalOf(parts);
  const byDay = parts.get('BYDAY');
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return hasOnly(parts, []) ? { every: 'day', interval, time } : null;
    case 'WEEKLY': {
      const weekdays = byDay === undefined ? [weekdayOf(date)] : byDay.split(',').filter(isWeekday);
      if (!hasOnly(parts, ['BYDAY']) || weekdays.length !== (byDay ?? '-').split(',').length) return null;
      return { every: 'week', interval, weekdays: WEEKDAYS.filter((day) => weekdays.includes(day)), time };
    }
    case 'MONTHLY': {
      const day = monthDayOf(parts, date);
      return day === null ? null : { every: 'month', interval, day, time };
    }
    default:
      return null;
  }
}

function monthDayOf(parts: RuleParts, date: string): MonthDay | null {
  const byDay = parts.get('BYDAY') ?? '';
  if (hasOnly(parts, ['BYMONTHDAY'])) {
    const day = Number(parts.get('BYMONTHDAY') ?? date.slice(8));
    return Number.isInteger(day) && day >= -1 ? { kind: 'date', date: day } : null;
  }
  if (hasOnly(parts, ['BYDAY'])) {
    const [, nth, weekday = ''] = /^\+?(-1|[1-5])([A-Z]{2})$/.exec(byDay) ?? [];
    return isWeekday(weekday) ? { kind: 'weekday', nth: Number(nth), weekday } : null;
  }
  const isLastWorkingDay =
    hasOnly(parts, ['BYDAY', 'BYSETPOS']) &&
    parts.get('BYSETPOS') === '-1' &&
    MONDAY_TO_FRIDAY.every((day) => byDay.split(',').includes(day)) &&
    byDay.split(',').length === MONDAY_TO_FRIDAY.length;
  return isLastWorkingDay ? { kind: 'last_working_day' } : null;
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

function ruleOf(description: CadenceDescription): string {
  switch (description.every) {
    case 'day':
      return withDays('DAILY', description.interval, []);
    case 'week':
      return withDays('WEEKLY', description.interval, [['BYDAY', description.weekdays.join(',')]]);
    case 'month':
      return withDays('MONTHLY', description.interval, daysOf(description.day));
    case 'other':
      return description.rule;
  }
}

function daysOf(day: MonthDay): readonly [string, string][] {
  switch (day.kind) {
    case 'date':
      return [['BYMONTHDAY', String(day.date)]];
    case 'weekday':
      return [['BYDAY', `${day.nth}${day.weekday}`]];
    case 'last_working_day':
      return [
        ['BYDAY', MONDAY_TO_FRIDAY.join(',')],
        ['BYSETPOS', '-1'],
      ];
  }
}

function withDays(frequency: string, interval: number, days: readonly [string, string][]): string {
  const every: [string, string][] = interval > 1 ? [['INTERVAL', String(interval)]] : [];
  return writeRule(new Map([['FREQ', frequency], ...every, ...days]));
}
