import { Temporal } from 'temporal-polyfill';
import { memo } from './memo';
import { weekdayOfIsoDay, type Weekday } from './weekday';

/** A moment as lived in a zone. `shifted`: the stated wall time did not exist on that date. */
export interface LocalMoment {
  readonly at: Temporal.ZonedDateTime;
  readonly shifted: boolean;
}

const knownZone = memo(1_000, (name: string) => {
  // Offsets ("+02:00") are accepted by the platform and refused here: they know nothing of daylight saving.
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
});

/** True for names in the IANA time zone database only, such as "Europe/London" or "UTC". */
export function isZone(name: string): boolean {
  return knownZone(name);
}

export function inZone(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

/** The local date of an instant: 'YYYY-MM-DD'. */
export function localDate(at: Date, zone: string): string {
  return inZone(at, zone).toPlainDate().toString();
}

/** @param date 'YYYY-MM-DD' */
export function weekdayOf(date: string): Weekday {
  return weekdayOfIsoDay(Temporal.PlainDate.from(date).dayOfWeek);
}

export function instantOf(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
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
export function momentOf(wall: Temporal.PlainDateTime, zone: string): LocalMoment | null {
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wall)) return { at: first, shifted: false };
  const afterGap = first.getTimeZoneTransition('next');
  if (afterGap === null) throw new RangeError(`No clock change after ${first.toString()}`);
  const date = wall.toPlainDate();
  if (afterGap.toPlainDate().equals(date)) return { at: afterGap, shifted: true };
  const beforeGap = afterGap.subtract({ minutes: 1 });
  return beforeGap.toPlainDate().equals(date) ? { at: beforeGap, shifted: true } : null;
}

/** @param date 'YYYY-MM-DD' @param time 'HH:mm' @returns null for a date that the zone never had */
export function instantAt(date: string, time: string, zone: string): Date | null {
  const moment = momentOf(Temporal.PlainDateTime.from(`${date}T${time}`), zone);
  return moment === null ? null : instantOf(moment.at);
}
