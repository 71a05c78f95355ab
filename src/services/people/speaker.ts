import { isDayFirst, type Speaker } from '../../domain/reading/speaker';
import type { Actor } from '../ports';

/** How a person's words about dates and times are to be read. */
export function speakerOf({ member, now, locale }: Actor): Speaker {
  return { now, zone: member.zone, dayFirst: locale !== null && isDayFirst(locale) };
}
