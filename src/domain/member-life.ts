import type { Absence } from './absence';
import type { Life } from './life';
import { inZone, instantAt, localDate } from './local-time';
import type { Member } from './member';
import { isWeekday } from './weekday';

/** A member's settings as what a nudge has to fit into. */
export function lifeOf(member: Member, absences: readonly Absence[]): Life {
  const { quietFrom, quietTo, holidayCountry, holidayRegion, dndFrom, dndTo } = member;
  return {
    zone: member.zone,
    workingDays: member.workingDays.filter(isWeekday),
    quietHours: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    holidays:
      holidayCountry === null
        ? null
        : { country: holidayCountry, ...(holidayRegion === null ? {} : { region: holidayRegion }) },
    absences,
    dnd: dndFrom === null || dndTo === null ? null : { from: dndFrom, to: dndTo },
  };
}

/** Paused until said otherwise, or until the morning of the local date chosen. */
export function isPaused(member: Pick<Member, 'pausedAt' | 'pausedUntil' | 'zone'>, now: Date): boolean {
  if (member.pausedAt === null) return false;
  return member.pausedUntil === null || localDate(now, member.zone) < member.pausedUntil;
}

/** Monday, at the first moment of the day, in the member's zone. */
export function weekStart(now: Date, zone: string): Date {
  const today = inZone(now, zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return instantAt(monday.toString(), '00:00', zone) ?? now;
}

/**
 * The same wall time `days` working days later. A week without working days counts every day, and someone who works on
 * all seven is followed up on weekdays: two days' patience over a weekend is none.
 */
export function addWorkingDays(at: Date, days: number, life: Life): Date {
  const worksOn = new Set<number>(
    life.workingDays.length === 0 || life.workingDays.length === 7
      ? [1, 2, 3, 4, 5]
      : life.workingDays.map((day) => ISO_DAYS[day]),
  );
  let local = inZone(at, life.zone);
  for (let left = days; left > 0;) {
    local = local.add({ days: 1 });
    if (worksOn.has(local.dayOfWeek)) left -= 1;
  }
  return new Date(local.epochMilliseconds);
}

const ISO_DAYS = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 } as const;
