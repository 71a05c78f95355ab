import type { Absence } from './absence';
import type { Life } from './life';
import { addDays, instantAt, localClock, localDate, weekdayOf } from './local-time';
import type { Member } from './member';
import type { Agreed } from './pair/agreement';
import { isWeekday, MONDAY_TO_FRIDAY, WEEKDAYS } from './weekday';

/** A member's settings as what a nudge has to fit into. */
export function lifeOf(member: Member, absences: readonly Absence[], agreed?: Agreed): Life {
  const { quietFrom, quietTo, holidayCountry, holidayRegion } = member;
  return {
    zone: member.zone,
    workingDays: member.workingDays.filter(isWeekday),
    quietHours: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    holidays:
      holidayCountry === null
        ? null
        : { country: holidayCountry, ...(holidayRegion === null ? {} : { region: holidayRegion }) },
    absences,
    // Slack's own is asked for when something is sent.
    dnd: null,
    ...(agreed === undefined ? {} : { agreed }),
  };
}

/** Paused until said otherwise, or until the morning of the local date chosen. */
export function isPaused(member: Pick<Member, 'pausedAt' | 'pausedUntil' | 'zone'>, now: Date): boolean {
  if (member.pausedAt === null) return false;
  return member.pausedUntil === null || localDate(now, member.zone) < member.pausedUntil;
}

/** Monday, at the first moment of the day, in the member's zone. */
export function weekStart(now: Date, zone: string): Date {
  const today = localDate(now, zone);
  const monday = addDays(today, -WEEKDAYS.indexOf(weekdayOf(today)));
  return instantAt(monday, '00:00', zone) ?? now;
}

/**
 * The same wall time `days` working days later. Someone who works on all seven days, or on none, is followed up on
 * weekdays: two days' patience over a weekend is none.
 */
export function addWorkingDays(at: Date, days: number, life: Pick<Life, 'zone' | 'workingDays'>): Date {
  const { workingDays, zone } = life;
  const worksOn = workingDays.length === 0 || workingDays.length === 7 ? MONDAY_TO_FRIDAY : workingDays;
  let date = localDate(at, zone);
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (worksOn.includes(weekdayOf(date))) left -= 1;
  }
  return instantAt(date, localClock(at, zone), zone) ?? at;
}
