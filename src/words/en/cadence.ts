import type { Cadence } from '../../domain/cadence';
import { describeCadence, type MonthDay, type Recurrence } from '../../domain/cadence-describe';
import { MONDAY_TO_FRIDAY, type Weekday } from '../../domain/weekday';
import { channelLink, zoneInWords } from '../mrkdwn';
import { clockTime, dayInWords, dayOfMonth, daysInWords, localMoment, monthName } from './moments';
import { english } from './english';
import { listed } from './phrases';

/** Rhythms, pauses and what comes next. */

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  MO: weekdayName('2026-12-07'),
  TU: weekdayName('2026-12-08'),
  WE: weekdayName('2026-12-09'),
  TH: weekdayName('2026-12-10'),
  FR: weekdayName('2026-12-11'),
  SA: weekdayName('2026-12-12'),
  SU: weekdayName('2026-12-13'),
};

/** @param date any day of that name */
function weekdayName(date: string): string {
  return english().weekday(new Date(date), 'UTC');
}

/** "every other Monday at 9:00", and with a zone "every other Monday at 9:00 (Chicago time)". Reads as a rhythm again. */
export function sayCadence(cadence: Cadence, zone?: string): string {
  const { recurrences, time } = describeCadence(cadence);
  const at = `at ${clockTime(time)}${zone === undefined ? '' : ` (${zoneInWords(zone)} time)`}`;
  return `${listed([...new Set(recurrences.map(sayRecurrence))])} ${at}`;
}

function sayRecurrence(recurrence: Recurrence): string {
  switch (recurrence.every) {
    case 'day':
      return every(recurrence.interval, 'day');
    case 'week':
      return weeks(recurrence.interval, recurrence.weekdays);
    case 'month':
      return `${every(recurrence.interval, 'month')} on ${monthDays(recurrence.days)}`;
    case 'quarter':
      return `on ${monthDays([recurrence.day])} of every quarter`;
    case 'year':
      return `${every(recurrence.interval, 'year')} ${yearDays(recurrence.months, recurrence.days)}`;
    case 'other':
      return 'by a rule of your own';
  }
}

function every(interval: number, unit: string): string {
  if (interval === 1) return `every ${unit}`;
  return interval === 2 ? `every other ${unit}` : `every ${interval} ${unit}s`;
}

function weeks(interval: number, weekdays: readonly Weekday[]): string {
  const days = sayWeekdays(weekdays);
  if (interval === 1) return `every ${days}`;
  if (interval === 2 && weekdays.length === 1) return `every other ${days}`;
  return `${every(interval, 'week')} on ${days === 'weekday' ? 'weekdays' : days}`;
}

/** "Monday and Thursday", "weekday" */
function sayWeekdays(weekdays: readonly Weekday[]): string {
  const isWorkingWeek =
    weekdays.length === MONDAY_TO_FRIDAY.length && MONDAY_TO_FRIDAY.every((day) => weekdays.includes(day));
  return isWorkingWeek ? 'weekday' : listed(weekdays.map((day) => WEEKDAY_NAMES[day]));
}

/** "the last Friday and the 1st": a date stands last, as the 1st Friday is another day. */
function monthDays(days: readonly MonthDay[]): string {
  const dates = days.filter(({ kind }) => kind === 'date');
  return listed([...days.filter(({ kind }) => kind !== 'date'), ...dates].map(monthDay));
}

function monthDay(day: MonthDay): string {
  switch (day.kind) {
    case 'date':
      return day.date < 0 ? 'the last day' : `the ${ordinal(day.date)}`;
    case 'weekday':
      return `the ${nth(day.nth)} ${WEEKDAY_NAMES[day.weekday]}`;
    case 'working_day':
      return `the ${nth(day.nth)} working day`;
  }
}

/** "on 15 March", "on the first Monday of June", "in June and December on the 1st" */
function yearDays(months: readonly number[], days: readonly MonthDay[]): string {
  const [only = 1, ...more] = months;
  if (more.length > 0) return `in ${listed(months.map(monthName))} on ${monthDays(days)}`;
  const named = days.map((day) =>
    day.kind === 'date' && day.date > 0
      ? dayOfMonth(day.date, only)
      : `${monthDay(day)} of ${monthName(only)}`,
  );
  return `on ${listed(named)}`;
}

function nth(count: number): string {
  const names = ['first', 'second', 'third', 'fourth', 'fifth'];
  return count < 0 ? 'last' : (names[count - 1] ?? ordinal(count));
}

function ordinal(day: number): string {
  return `${day}${english().ordinal(day, { one: 'st', two: 'nd', few: 'rd', other: 'th' })}`;
}

/** Days that some months or years do not have, and what happens then; '' where there are none. */
function leftOut(cadence: Cadence): string {
  const days = describeCadence(cadence).recurrences.flatMap((recurrence) => {
    if (recurrence.every === 'month' || recurrence.every === 'year') return recurrence.days;
    return recurrence.every === 'quarter' ? [recurrence.day] : [];
  });
  const notes = days.flatMap((day) => {
    if (day.kind === 'date' && day.date > 28)
      return [`Where there is no ${ordinal(day.date)}, it is the last day of the month.`];
    if (day.kind === 'weekday' && day.nth === 5)
      return [`Months without a fifth ${WEEKDAY_NAMES[day.weekday]} are left out.`];
    return [];
  });
  return [...new Set(notes)].map((note) => ` ${note}`).join('');
}

/** The rhythm, and the dates that come of it. @param next the next dates, one or more, or none when none lies ahead */
function withDates(cadence: Cadence, next: readonly Date[], zone: string): string {
  const dates =
    next.length === 0
      ? 'No date lies ahead.'
      : `Next on ${daysInWords(next, zone)} (${zoneInWords(zone)} time).`;
  return `${sayCadence(cadence)}. ${dates}${leftOut(cadence)}`;
}

function nextOn(next: Date | null, zone: string): string {
  return next === null
    ? 'No date lies ahead: `/nudge preview` says why.'
    : `Next on ${localMoment(next, zone)} (${zoneInWords(zone)} time).`;
}

/** @param next the next dates, three where there are as many */
export function cadenceSet(cadence: Cadence, next: readonly Date[], zone: string): string {
  return `I will ask ${withDates(cadence, next, zone)} Change it any time with \`/nudge\`.`;
}

/** Said once, with the nudge by which the bot begins to ask less often. */
export function askedLessOften(now: Cadence, before: Cadence): string {
  return `I will ask ${sayCadence(now)} now, since the last ones stayed open. An answer brings back ${sayCadence(before)}.`;
}

export function keepRhythm(before: Cadence): string {
  return `Keep ${sayCadence(before)}`;
}

export interface Rhythm {
  readonly next: Date | null;
  readonly zone: string;
  /** Null when not paused; `until` null when paused until the person says so. */
  readonly paused: { readonly until: string | null } | null;
  readonly cadence: Cadence | null;
  readonly stopped?: boolean;
}

export function nextNudge({ next, zone, paused: pause, cadence, stopped: isStopped }: Rhythm): string {
  if (isStopped === true) return 'You asked me to stop, so nothing is coming. `/nudge resume` starts again.';
  if (pause !== null) return pausedFor(pause.until);
  if (cadence === null)
    return `I do not ask you yet. Try \`/nudge weekly on Monday at ${clockTime('09:00')}\`.`;
  return `I ask ${sayCadence(cadence)}. ${nextOn(next, zone)}`;
}

function pausedFor(until: string | null): string {
  return until === null
    ? 'Paused until you say so. `/nudge resume` starts again.'
    : `Paused. I will ask again from ${dayInWords(until)}; \`/nudge resume\` starts sooner.`;
}

/** @param until 'YYYY-MM-DD', the day on which nudges start again */
export function paused(until: string | null): string {
  return pausedFor(until);
}

export function resumed(next: Date | null, zone: string): string {
  return next === null
    ? `Welcome back. Say when I may ask: \`/nudge weekly on Monday at ${clockTime('09:00')}\`.`
    : `Welcome back. I will ask next on ${localMoment(next, zone)}.`;
}

export function nudgeSentNow(): string {
  return 'Here it comes: look in your messages with me.';
}

export function snoozed(until: Date, zone: string): string {
  return `Set aside. I will ask again on ${localMoment(until, zone)}.`;
}

export function skipped(): string {
  return 'Skipped. Nothing is needed from you until next time.';
}

export function stopped(): string {
  return 'I have stopped asking. Your goals and check-ins are kept, `/checkin` still works, and `/nudge resume` brings me back.';
}

export function digestSet(channel: string, cadence: Cadence, next: readonly Date[], zone: string): string {
  const place = channelLink(channel);
  return `I will bring what people chose to share to ${place} ${withDates(cadence, next, zone)}`;
}

/** A mentor’s own digest. */
export function ownDigestSet(cadence: Cadence, next: readonly Date[], zone: string): string {
  return `Your digest comes ${withDates(cadence, next, zone)}`;
}

/** The channel gets no digest any more. */
export function channelDigestOff(channel: string): string {
  const place = channelLink(channel);
  return `I bring no digest to ${place} any more. \`/mentor digest #channel\` brings it back.`;
}

/** A mentor wants no digest. */
export function ownDigestOff(): string {
  return `No digest comes to you any more. What your mentees share stands in my Home tab, and \`/mentor digest weekly on Friday at ${clockTime('15:00')}\` brings it back.`;
}
