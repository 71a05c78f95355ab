import { escape } from '../mrkdwn';
import { english } from './english';

/** Days, months and times of day as they stand in a sentence. */

/** "Monday 7 December" */
export function localDate(date: Date, zone: string): string {
  return english().day(date, zone);
}

/** "Monday 28 December 2026 and Monday 4 January 2027": each year is said once, behind its last day. */
export function daysInWords(dates: readonly Date[], zone: string): string {
  const days = dates.map((date, at) => {
    const year = english().year(date, zone);
    const next = dates[at + 1];
    const isSaidLater = next !== undefined && english().year(next, zone) === year;
    return isSaidLater ? english().day(date, zone) : english().fullDay(date, zone);
  });
  return english().list(days);
}

/** "Monday 7 December at 9:00" */
export function localMoment(date: Date, zone: string): string {
  return `${english().day(date, zone)} at ${english().clock(date, zone)}`;
}

/** "7 December 2026". @param date 'YYYY-MM-DD'; anything else is given back, escaped */
export function dateInWords(date: string): string {
  const noon = noonOf(date);
  return noon === null ? escape(date) : english().date(noon, 'UTC');
}

/** "Monday 7 December 2026". @param date 'YYYY-MM-DD'; anything else is given back, escaped */
export function fullDayInWords(date: string): string {
  const noon = noonOf(date);
  return noon === null ? escape(date) : english().fullDay(noon, 'UTC');
}

/** "Monday 7 December". @param date 'YYYY-MM-DD'; anything else is given back, escaped */
export function dayInWords(date: string): string {
  const noon = noonOf(date);
  return noon === null ? escape(date) : english().day(noon, 'UTC');
}

/** "7 December", of any year. @param month 1 to 12 */
export function dayOfMonth(day: number, month: number): string {
  // January has every day that is said, "29 February" of a common year included.
  const ofJanuary = english().dayOfMonth(new Date(Date.UTC(2026, 0, day)), 'UTC');
  return ofJanuary.replace(monthName(1), monthName(month));
}

/** Days away, as an example: "3 July to 14 July". */
export function someDays(): string {
  return `${dayOfMonth(3, 7)} to ${dayOfMonth(14, 7)}`;
}

/** @param month 1 to 12 */
export function monthName(month: number): string {
  return english().monthName(new Date(Date.UTC(2026, month - 1, 1)), 'UTC');
}

/** "March 2026" */
export function monthInWords(date: Date, zone: string): string {
  return english().month(date, zone);
}

/** "9:00" */
export function clockAt(date: Date, zone: string): string {
  return english().clock(date, zone);
}

/** "9:00". @param time 'HH:mm'; anything else is given back, escaped */
export function clockTime(time: string): string {
  const at = /^\d{2}:\d{2}$/.test(time) ? Date.parse(`1970-01-01T${time}Z`) : NaN;
  return Number.isNaN(at) ? escape(time) : english().clock(new Date(at), 'UTC');
}

function noonOf(date: string): Date | null {
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : NaN;
  return Number.isNaN(noon) ? null : new Date(noon);
}
