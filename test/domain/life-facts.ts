import { decideNudge, type Life, type NudgeFacts } from '../../src/domain/life';

export const HOUR = 3_600_000;
const ZONE = 'America/New_York';
/** Wednesday 10 March 2027, 9:00 in New York. */
export const DUE = new Date('2027-03-10T14:00:00Z');

const PLAIN: Life = {
  zone: ZONE,
  workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  quietHours: null,
  holidays: null,
  absences: [],
  dnd: null,
};

/** The decision on a plain Wednesday, with what a test changes of the life and of the facts. */
export function decide(
  life: Partial<Life> = {},
  facts: Partial<NudgeFacts> = {},
): ReturnType<typeof decideNudge> {
  const due = facts.due ?? DUE;
  return decideNudge({
    due,
    now: due,
    paused: false,
    sentThisWeek: 0,
    weeklyBudget: 3,
    nextDue: new Date(due.getTime() + 168 * HOUR),
    life: { ...PLAIN, ...life },
    ...facts,
  });
}

export function later(hours: number, from = DUE): Date {
  return new Date(from.getTime() + hours * HOUR);
}
