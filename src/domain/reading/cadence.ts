import { checkCadence, firstDate, type Cadence } from '../cadence';
import { readWords, type CadenceWord } from './cadence-tokens';
import { localDate } from '../local-time';
import { readRule } from '../recurrence-rule';
import { readTimes, timeAtHour } from './time';
import { MONDAY_TO_FRIDAY, WEEKDAYS, type Weekday } from '../weekday';

/** Reads a rhythm in plain words. */

export type CadenceParse =
  | { readonly ok: true; readonly cadence: Cadence }
  | {
      readonly ok: false;
      readonly problem: 'not_understood' | 'never_fires' | 'bad_time' | 'too_often';
      /** The words that are the problem, where they are known. */
      readonly detail?: string;
    };

const DEFAULT_TIME = '09:00';
const LONGEST_INTERVAL = 366;

/**
 * Reads "every other Monday at 9", "monthly on the last working day at 16:00" and the like, in English.
 *
 * Unsaid, the time is 09:00, the weekday of a week Monday, the day of a month the 1st. An hour is read on the 24-hour
 * clock unless am, pm or a part of the day says otherwise. The rhythm counts from the first matching local date on or
 * after today.
 */
export function parseCadence(text: string, now: Date, zone: string): CadenceParse {
  const { times, notATime, rest } = readTimes(text.toLowerCase());
  if (notATime !== null) return { ok: false, problem: 'bad_time', detail: notATime };
  const words = readWords(rest);
  if (words === null) return { ok: false, problem: 'not_understood' };
  if (isUnderADay(words) || new Set(times).size > 1) return { ok: false, problem: 'too_often' };

  const heard = hear(words);
  if (times.length > 0 && heard.hour !== null) return { ok: false, problem: 'too_often' };
  const today = localDate(now, zone);
  const rule = ruleOf(heard, today);
  if (rule === null) return { ok: false, problem: 'not_understood' };
  const time = times[0] ?? (heard.hour === null ? DEFAULT_TIME : timeAtHour(heard.hour));
  if (time === null) return { ok: false, problem: 'bad_time', detail: String(heard.hour) };

  const parts = readRule(rule);
  if (parts === null) return { ok: false, problem: 'not_understood' };
  const date = firstDate(parts, today);
  if (date === null) return { ok: false, problem: 'never_fires' };
  const cadence = { rule, start: `${date}T${time}` };
  switch (checkCadence(cadence, zone, now)) {
    case null:
      return { ok: true, cadence };
    case 'bad_rule':
      return { ok: false, problem: 'not_understood' };
    case 'too_often':
      return { ok: false, problem: 'too_often' };
    case 'never_fires':
      return { ok: false, problem: 'never_fires' };
  }
}

function isUnderADay(words: readonly CadenceWord[]): boolean {
  const twice = words.some(({ word }) => word === 'twice');
  const day = words.some((word) => word.word === 'unit' && word.unit === 'day');
  return (twice && day) || words.some(({ word }) => word === 'under_a_day');
}

/** What was heard, sorted by what it can mean; nothing decided yet. */
interface Heard {
  readonly every: boolean;
  readonly interval: number | null;
  readonly units: ReadonlySet<string>;
  readonly weekdays: readonly Weekday[];
  readonly nths: readonly number[];
  readonly dates: readonly number[];
  readonly months: readonly number[];
  readonly workingDay: boolean;
  readonly hour: number | null;
  readonly stray: boolean;
}

function hear(words: readonly CadenceWord[]): Heard {
  const units = new Set<string>();
  const weekdays = new Set<Weekday>();
  const nths: number[] = [];
  const dates: number[] = [];
  const months: number[] = [];
  let every = false;
  let workingDay = false;
  let interval: number | null = null;
  let hour: number | null = null;
  let stray = false;
  const hasMonth = words.some(
    (word) => word.word === 'month' || (word.word === 'unit' && word.unit === 'month'),
  );

  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const before = words[at - 1];
    switch (word.word) {
      case 'every':
        every = true;
        break;
      case 'other':
        interval = 2;
        break;
      case 'unit':
        units.add(word.unit);
        if (word.count > 1) interval = (interval ?? 1) * word.count;
        break;
      case 'weekday':
        weekdays.add(word.weekday);
        break;
      case 'weekend':
        weekdays.add('SA').add('SU');
        break;
      case 'working_day':
        workingDay = true;
        break;
      case 'month':
        months.push(word.month);
        break;
      case 'to': {
        const range =
          before?.word === 'weekday' && next?.word === 'weekday'
            ? daysFrom(before.weekday, next.weekday)
            : [];
        for (const weekday of range) weekdays.add(weekday);
        stray ||= range.length === 0;
        break;
      }
      case 'number':
        if (next?.word === 'unit' || (next?.word === 'weekday' && before?.word === 'every'))
          interval = word.value;
        else if (hasMonth) dates.push(word.value);
        else if (next === undefined && before !== undefined && before.word !== 'every') hour = word.value;
        else stray = true;
        break;
      case 'ordinal':
        // "Every third week" counts weeks; "the first day of the month" counts days within one.
        if (next?.word === 'unit' && word.value > 1 && !(next.unit === 'day' && hasMonth))
          interval = word.value;
        else nths.push(word.value);
        break;
      case 'twice':
      case 'under_a_day':
        stray = true;
        break;
    }
  }
  return {
    every,
    interval,
    units,
    weekdays: inOrder(weekdays),
    nths,
    dates,
    months,
    workingDay,
    hour,
    stray,
  };
}

function daysFrom(first: Weekday, last: Weekday): readonly Weekday[] {
  return WEEKDAYS.slice(WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last) + 1);
}

function inOrder(weekdays: ReadonlySet<Weekday>): readonly Weekday[] {
  return WEEKDAYS.filter((weekday) => weekdays.has(weekday));
}

function ruleOf(heard: Heard, today: string): string | null {
  const interval = heard.interval ?? 1;
  if (heard.stray || interval < 1 || interval > LONGEST_INTERVAL) return null;
  if (heard.months.length > 0) return yearlyRule(heard, interval);
  const within = heard.units.has('month');
  if (within && (heard.units.has('week') || heard.units.has('year'))) return null;
  if (heard.workingDay) return workingDayRule(heard, interval);
  if (heard.weekdays.length > 0) return weekdayRule(heard, interval);
  if (heard.nths.length > 0 || heard.dates.length > 0) {
    if (!within && !heard.every) return null;
    if (heard.units.has('week') || heard.units.has('year') || (heard.units.has('day') && !within))
      return null;
    return rule('MONTHLY', interval, `BYMONTHDAY=${[...heard.nths, ...heard.dates].join(',')}`);
  }
  return plainRule(heard.units, interval, today);
}

function yearlyRule(heard: Heard, interval: number): string | null {
  if (heard.workingDay || heard.units.has('week')) return null;
  const months = `BYMONTH=${heard.months.join(',')}`;
  if (heard.weekdays.length > 0) {
    const nth = heard.nths[0] ?? 1;
    return rule(
      'YEARLY',
      interval,
      `${months};BYDAY=${heard.weekdays.map((day) => `${nth}${day}`).join(',')}`,
    );
  }
  const dates = [...heard.dates, ...heard.nths];
  return rule('YEARLY', interval, `${months};BYMONTHDAY=${dates.length > 0 ? dates.join(',') : '1'}`);
}

function workingDayRule(heard: Heard, interval: number): string | null {
  const days = `BYDAY=${MONDAY_TO_FRIDAY.join(',')}`;
  if (heard.weekdays.length > 0 || heard.dates.length > 0) return null;
  if (heard.nths.length > 0) return rule('MONTHLY', interval, `${days};BYSETPOS=${heard.nths.join(',')}`);
  return interval === 1 && !heard.units.has('month') ? rule('WEEKLY', 1, days) : null;
}

function weekdayRule(heard: Heard, interval: number): string | null {
  const days = heard.weekdays.join(',');
  if (heard.units.has('year') || heard.units.has('day') || heard.dates.length > 0) return null;
  // "Every second Monday" is every other Monday; "the second Monday of the month" says so.
  const everySecond = heard.nths.length === 1 && heard.nths[0] === 2 && !heard.units.has('month');
  if (everySecond) return rule('WEEKLY', 2, `BYDAY=${days}`);
  if (heard.nths.length === 0 && !heard.units.has('month')) return rule('WEEKLY', interval, `BYDAY=${days}`);
  if (heard.units.has('week')) return null;
  const nths = heard.nths.length > 0 ? heard.nths : [1];
  const nthDays = nths.flatMap((nth) => heard.weekdays.map((weekday) => `${nth}${weekday}`));
  return rule('MONTHLY', interval, `BYDAY=${nthDays.join(',')}`);
}

function plainRule(units: ReadonlySet<string>, interval: number, today: string): string | null {
  if (units.has('year')) {
    const [, month = '', day = ''] = today.split('-');
    return rule('YEARLY', interval, `BYMONTH=${Number(month)};BYMONTHDAY=${Number(day)}`);
  }
  if (units.has('month')) return rule('MONTHLY', interval, 'BYMONTHDAY=1');
  if (units.has('week')) return rule('WEEKLY', interval, 'BYDAY=MO');
  return units.has('day') ? rule('DAILY', interval, '') : null;
}

function rule(frequency: string, interval: number, days: string): string {
  return [`FREQ=${frequency}`, interval > 1 ? `INTERVAL=${interval}` : '', days].filter(Boolean).join(';');
}
