import { Temporal } from 'temporal-polyfill';
import { localDate } from '../local-time';
import { memo } from '../memo';
import type { DateContext } from './dates';
import { halfOf } from './half';

/** Who says something: when and where, and how they write dates. */
export interface Speaker {
  readonly now: Date;
  /** IANA name. */
  readonly zone: string;
  /** Whether 7/8 is the 7th of August; unsaid, it is the 8th of July. */
  readonly dayFirst?: boolean;
}

export function dateContext({ now, zone, dayFirst = false }: Speaker): DateContext {
  return { today: Temporal.PlainDate.from(localDate(now, zone)), dayFirst, half: halfOf(zone) };
}

/** Whether dates in numbers begin with the day where a locale is at home. @param locale BCP 47 */
export const isDayFirst = memo(100, (locale: string): boolean => {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month');
});
