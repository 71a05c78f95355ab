import type { Cadence } from '../../domain/cadence';
import { describeCadence, type MonthDay } from '../../domain/cadence-describe';
import { MONDAY_TO_FRIDAY, WEEKDAYS, type Weekday } from '../../domain/weekday';
import { channelLink, escape, zoneInWords } from '../mrkdwn';
import { clockTime, dayInWords, localMoment } from './moments';
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
  return english.weekday(new Date(date), 'UTC');
}

/** "every other Monday at 9:00", and with a zone "every other Monday at 9:00 (Chicago time)" */
export function sayCadence(cadence: Cadence, zone?: string): string {
  const described = describeCadence(cadence);
  const time = ` at ${clockTime(described.time)}${zone === undefined ? '' : ` (${zoneInWords(zone)} time)`}`;
  switch (described.every) {
    case 'day':
      return `${every(described.interval, 'day')}${time}`;
    case 'week':
      return `${weeks(described.interval, described.weekdays)}${time}`;
    case 'month':
      return `${every(described.interval, 'month')} on ${monthDay(described.day)}${time}`;
    case 'other':
      return `by a rule of your own (\`${escape(described.rule)}\`)${time}`;
  }
}

function every(interval: number, unit: string): string {
  if (interval === 1) return `every ${unit}`;
  return interval === 2 ? `every other ${unit}` : `every ${interval} ${unit}s`;
}

function weeks(interval: number, weekdays: readonly Weekday[]): string {
  const days = sayWeekdays(weekdays);
  if (interval === 1) return `every ${days}`;
  return interval === 2 && weekdays.length === 1
    ? `every other ${days}`
    : `${every(interval, 'week')} on ${days}`;
}

/** "Monday and Thursday", "weekday", "day" */
function sayWeekdays(weekdays: readonly Weekday[]): string {
  if (weekdays.length === WEEKDAYS.length) return 'day';
  const isWorkingWeek =
    weekdays.length === MONDAY_TO_FRIDAY.length && MONDAY_TO_FRIDAY.every((day) => weekdays.includes(day));
  return isWorkingWeek ? 'weekday' : listed(weekdays.map((day) => WEEKDAY_NAMES[day]));
}

function monthDay(day: MonthDay): string {
  switch (day.kind) {
    case 'date':
      return day.date < 0 ? 'the last day' : `the ${ordinal(day.date)}`;
    case 'weekday':
      return `the ${nth(day.nth)} ${WEEKDAY_NAMES[day.weekday]}`;
    case 'last_working_day':
      return 'the last working day';
  }
}

function nth(count: number): string {
  const names = ['first', 'second', 'third', 'fourth', 'fifth'];
  return count < 0 ? 'last' : (names[count - 1] ?? ordinal(count));
}

function ordinal(day: number): string {
  return `${day}${english.ordinal(day, { one: 'st', two: 'nd', few: 'rd', other: 'th' })}`;
}

function nextOn(next: Date | null, zone: string): string {
  return next === null
    ? 'No date lies ahead.'
    : `Next on ${localMoment(next, zone)} (${zoneInWords(zone)} time).`;
}

export function cadenceSet(cadence: Cadence, next: Date | null, zone: string): string {
  return `I will ask ${sayCadence(cadence)}. ${nextOn(next, zone)} Change it any time with \`/nudge\`.`;
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
  if (cadence === null) return 'You have no rhythm yet. Try `/nudge weekly on Monday at 9:00`.';
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
    ? 'Welcome back. You have no rhythm yet; try `/nudge weekly on Monday at 9:00`.'
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

export function digestSet(channel: string, cadence: Cadence, next: Date | null, zone: string): string {
  const place = channelLink(channel);
  return `I will bring what people chose to share to ${place} ${sayCadence(cadence)}. ${nextOn(next, zone)}`;
}

/** A mentor’s own digest. */
export function ownDigestSet(cadence: Cadence, next: Date | null, zone: string): string {
  return `Your digest comes ${sayCadence(cadence)}. ${nextOn(next, zone)}`;
}
