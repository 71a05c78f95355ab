/** Weekday codes of RFC 5545, in the order of the ISO week. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Monday to Friday: what "working day" means in a cadence. Whose days are working days is part of a `Life`. */
export const MONDAY_TO_FRIDAY: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

export function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some((weekday) => weekday === text);
}

/** @param isoDay 1 (Monday) to 7 (Sunday) */
export function weekdayOfIsoDay(isoDay: number): Weekday {
  const weekday = WEEKDAYS[isoDay - 1];
  if (weekday === undefined) throw new RangeError(`Not a day of the ISO week: ${isoDay}`);
  return weekday;
}
