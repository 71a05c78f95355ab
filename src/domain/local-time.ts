import { memo } from './memo';
import { weekdayOfIsoDay, type Weekday } from './weekday';

/**
 * What a clock on the wall shows, as the milliseconds at which a clock in UTC shows the same. It is no instant until a
 * zone makes it one.
 */
export type WallTime = number;

/** A wall time as lived in a zone. `shifted`: that time did not exist on that date. */
export interface LocalMoment {
  readonly at: Date;
  readonly shifted: boolean;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Offsets come from the platform's own zone data. The polyfill of Temporal samples them every 60 days, and so misses
 * the weeks of Ramadan in Morocco, where clocks go back and forth within 35 days.
 */
const offsetFormat = memo(500, (zone: string) => {
  return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
});

/** In milliseconds, positive east of Greenwich. */
function offsetAt(at: number, zone: string): number {
  const shown = offsetFormat(zone).format(at);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT(?:([+−-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(shown) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign === '+' ? size : -size;
}

/** True for names in the IANA time zone database only, such as "Europe/London" or "UTC". */
export function isZone(name: string): boolean {
  // Offsets ("+02:00") are accepted by newer platforms and refused here: they know nothing of daylight saving.
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    offsetFormat(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function wallTimeOf(at: Date, zone: string): WallTime {
  return at.getTime() + offsetAt(at.getTime(), zone);
}

/** @param date 'YYYY-MM-DD' @param time 'HH:mm' */
export function wallTime(date: string, time: string): WallTime {
  return Date.parse(`${date}T${time}Z`);
}

/** 'YYYY-MM-DD' */
export function dateOf(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** The local date of an instant: 'YYYY-MM-DD'. */
export function localDate(at: Date, zone: string): string {
  return dateOf(wallTimeOf(at, zone));
}

/** The local time of an instant: 'HH:mm'. */
export function localClock(at: Date, zone: string): string {
  return new Date(wallTimeOf(at, zone)).toISOString().slice(11, 16);
}

/** The instant as written in its zone: '2027-03-14T03:00:00-04:00[America/New_York]'. */
export function localText(at: Date, zone: string): string {
  const offset = offsetAt(at.getTime(), zone);
  const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  const wall = new Date(at.getTime() + offset).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? '-' : '+'}${size}[${zone}]`;
}

/** @param date 'YYYY-MM-DD' */
export function addDays(date: string, days: number): string {
  return dateOf(wallTime(date, '00:00') + days * DAY);
}

/** How many days after one local date another is; both 'YYYY-MM-DD'. */
export function daysBetween(from: string, to: string): number {
  return (wallTime(to, '00:00') - wallTime(from, '00:00')) / DAY;
}

/** @param date 'YYYY-MM-DD' */
export function weekdayOf(date: string): Weekday {
  return weekdayOfIsoDay(new Date(wallTime(date, '00:00')).getUTCDay() || 7);
}

/**
 * The one moment of a wall time in a zone.
 *
 * - A wall time that exists twice (clocks go back) is the first of the two.
 * - A wall time that does not exist (clocks go forward) is the first moment after the gap: 02:30 becomes 03:00, the
 *   instant of the change, not 03:30.
 * - Where that first moment belongs to the next date (Nuuk goes from Saturday 23:00 to Sunday 00:00), it is the last
 *   minute before the gap instead: the date is never left, so no date is asked twice.
 * - A date that the zone never had (Samoa, 30 December 2011) has no moment: null.
 */
export function momentOf(wall: WallTime, zone: string): LocalMoment | null {
  // No offset is as much as a day, so these are the offsets on both sides of any change near the wall time.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  for (const offset of [before, after]) {
    if (before === after || offsetAt(wall - offset, zone) === offset) {
      return { at: new Date(wall - offset), shifted: false };
    }
  }
  const change = changeBetween(wall - after, wall - before, zone);
  for (const at of [new Date(change), new Date(change - MINUTE)]) {
    if (localDate(at, zone) === dateOf(wall)) return { at, shifted: true };
  }
  return null;
}

/** The first instant of the new offset, to the second. The offset is the old one at `low` and the new one at `high`. */
function changeBetween(low: number, high: number, zone: string): number {
  const old = offsetAt(low, zone);
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / (2 * SECOND)) * SECOND;
    if (offsetAt(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** @param date 'YYYY-MM-DD' @param time 'HH:mm' @returns null for a date that the zone never had */
export function instantAt(date: string, time: string, zone: string): Date | null {
  return momentOf(wallTime(date, time), zone)?.at ?? null;
}

/** Whether a local date has more or less than 24 hours. @param date 'YYYY-MM-DD' */
export function hasClockChange(date: string, zone: string): boolean {
  const midnight = wallTime(date, '00:00');
  if (offsetAt(midnight - DAY, zone) === offsetAt(midnight + 2 * DAY, zone)) return false;
  const begins = instantAt(date, '00:00', zone);
  const ends = instantAt(addDays(date, 1), '00:00', zone);
  return begins === null || ends === null || ends.getTime() - begins.getTime() !== DAY;
}
