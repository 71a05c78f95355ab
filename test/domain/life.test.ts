import type { decideNudge, Life, NudgeFacts } from '../../src/domain/life';
import { decide, DUE, later } from './life-facts';

test('a mentee on a working day is asked when it is due', () => {
  expect(decide()).toEqual({ kind: 'ask', at: DUE });
});

describe('days off', () => {
  test('a mentee on vacation is not asked, and is told until when', () => {
    const absences = [
      { from: '2027-03-08', to: '2027-03-10' },
      { from: '2027-03-10', to: '2027-03-19' },
      { from: '2027-06-01', to: '2027-06-09' },
    ];
    expect(decide({ absences })).toEqual({ kind: 'hold', reason: { kind: 'away', until: '2027-03-19' } });
  });

  test('a mentee is asked on the days around a vacation', () => {
    const absences = [
      { from: '2027-03-01', to: '2027-03-09' },
      { from: '2027-03-11', to: '2027-03-12' },
    ];
    expect(decide({ absences })).toEqual({ kind: 'ask', at: DUE });
  });

  test('a vacation is counted in the days of the place where the mentee is', () => {
    const absences = [{ from: '2027-03-10', to: '2027-03-10' }];
    const lateTuesdayInNewYork = new Date('2027-03-10T03:00:00Z');
    expect(decide({ absences }, { due: lateTuesdayInNewYork })).toEqual({
      kind: 'ask',
      at: lateTuesdayInNewYork,
    });
    expect(decide({ absences, zone: 'Europe/Paris' }, { due: lateTuesdayInNewYork })).toMatchObject({
      kind: 'hold',
    });
  });

  test('a mentee is not asked on a public holiday of the place', () => {
    const christmas = new Date('2028-12-25T14:00:00Z');
    expect(decide({ holidays: { country: 'US' } }, { due: christmas })).toEqual({
      kind: 'hold',
      reason: { kind: 'holiday', name: 'Christmas Day' },
    });
    expect(decide({ holidays: { country: 'JP' } }, { due: christmas })).toEqual({
      kind: 'ask',
      at: christmas,
    });
  });

  test('a mentee is not asked on a day that is no working day', () => {
    const saturday = new Date('2027-03-13T14:00:00Z');
    expect(decide({}, { due: saturday })).toEqual({ kind: 'hold', reason: { kind: 'not_a_working_day' } });
    expect(decide({ workingDays: ['SA'] }, { due: saturday })).toEqual({ kind: 'ask', at: saturday });
  });

  test('a nudge that an outage moved onto a day off is held', () => {
    const fridayEvening = new Date('2027-03-13T01:00:00Z');
    const saturdayMorning = later(10, fridayEvening);
    expect(decide({}, { due: fridayEvening, now: saturdayMorning })).toEqual({
      kind: 'hold',
      reason: { kind: 'not_a_working_day' },
    });
  });
});

describe('budget, pause and outage', () => {
  test('a mentee who had enough nudges this week is not asked', () => {
    expect(decide({}, { sentThisWeek: 3 })).toEqual({
      kind: 'hold',
      reason: { kind: 'over_budget', limit: 3 },
    });
    expect(decide({}, { sentThisWeek: 2 })).toEqual({ kind: 'ask', at: DUE });
    expect(decide({}, { weeklyBudget: 0 })).toEqual({
      kind: 'hold',
      reason: { kind: 'over_budget', limit: 0 },
    });
  });

  test('a paused mentorship asks nothing', () => {
    expect(decide({}, { paused: true })).toEqual({ kind: 'hold', reason: { kind: 'paused' } });
  });

  test('a nudge up to twelve hours late is sent now', () => {
    expect(decide({}, { now: later(12) })).toEqual({ kind: 'ask', at: later(12) });
  });

  test('a nudge more than twelve hours late is void', () => {
    expect(decide({}, { now: new Date(later(12).getTime() + 1) })).toEqual({
      kind: 'void',
      reason: { kind: 'late', hours: 12 },
    });
    expect(decide({}, { now: later(50.9) })).toEqual({ kind: 'void', reason: { kind: 'late', hours: 50 } });
  });

  test('a late nudge gives way to the next one when that is nearer', () => {
    const now = later(6);
    expect(decide({}, { now, nextDue: later(11.9) })).toEqual({
      kind: 'void',
      reason: { kind: 'superseded' },
    });
    expect(decide({}, { now, nextDue: later(12) })).toEqual({ kind: 'ask', at: now });
    expect(decide({}, { now, nextDue: null })).toEqual({ kind: 'ask', at: now });
  });
});

test('of several reasons not to ask, the one that says most is given', () => {
  const saturdayChristmas = new Date('2027-12-25T14:00:00Z');
  const life: Partial<Life> = {
    absences: [{ from: '2027-12-20', to: '2027-12-31' }],
    holidays: { country: 'US' },
    quietHours: { from: '08:00', to: '07:00' },
  };
  const facts: Partial<NudgeFacts> = { due: saturdayChristmas, paused: true, sentThisWeek: 9 };
  const kindOf = (decision: ReturnType<typeof decideNudge>): string =>
    decision.kind === 'hold' || decision.kind === 'void' ? decision.reason.kind : decision.kind;
  expect([
    kindOf(decide(life, { ...facts, now: later(13, saturdayChristmas) })),
    kindOf(decide(life, facts)),
    kindOf(decide(life, { ...facts, paused: false })),
    kindOf(decide({ ...life, absences: [] }, { ...facts, paused: false })),
    kindOf(decide({ ...life, absences: [], holidays: null }, { ...facts, paused: false })),
    kindOf(decide({ quietHours: life.quietHours ?? null }, { sentThisWeek: 9 })),
    kindOf(decide({ quietHours: life.quietHours ?? null })),
  ]).toEqual(['late', 'paused', 'away', 'holiday', 'not_a_working_day', 'over_budget', 'quiet_hours']);
});
