import fc from 'fast-check';
import { decideNudge, type Life, type NudgeFacts } from '../../src/domain/life';
import { wallClock } from './wall-clock';

const HOUR = 3_600_000;
const ZONE = 'America/New_York';
/** Wednesday 10 March 2027, 9:00 in New York. */
const DUE = new Date('2027-03-10T14:00:00Z');

const PLAIN: Life = {
  zone: ZONE,
  workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  quietHours: null,
  holidays: null,
  absences: [],
  dnd: null,
};

function decide(life: Partial<Life> = {}, facts: Partial<NudgeFacts> = {}): ReturnType<typeof decideNudge> {
  const due = facts.due ?? DUE;
  return decideNudge({
    due,
    now: due,
    paused: false,
    sentThisWeek: 0,
    weeklyBudget: 3,
    nextDue: new Date(due.getTime() + 168 * HOUR),
    lastSent: null,
    life: { ...PLAIN, ...life },
    ...facts,
  });
}

function later(hours: number, from = DUE): Date {
  return new Date(from.getTime() + hours * HOUR);
}

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

describe('quiet hours and do-not-disturb', () => {
  test('a nudge in quiet hours comes when they end', () => {
    expect(decide({ quietHours: { from: '18:00', to: '09:30' } })).toEqual({
      kind: 'postpone',
      at: later(0.5),
      reason: 'quiet_hours',
    });
  });

  test('quiet hours begin at their first minute and are over at their last', () => {
    expect(decide({ quietHours: { from: '09:00', to: '09:01' } })).toMatchObject({ kind: 'postpone' });
    expect(decide({ quietHours: { from: '08:00', to: '09:00' } })).toEqual({ kind: 'ask', at: DUE });
    expect(decide({ quietHours: { from: '09:00', to: '09:00' } })).toEqual({ kind: 'ask', at: DUE });
  });

  test('quiet hours that end tomorrow hold the nudge', () => {
    expect(decide({ quietHours: { from: '08:30', to: '07:00' } })).toEqual({
      kind: 'hold',
      reason: { kind: 'quiet_hours' },
    });
    expect(decide({ quietHours: { from: '08:30', to: '00:00' } })).toEqual({
      kind: 'hold',
      reason: { kind: 'quiet_hours' },
    });
  });

  test('quiet hours that end in a spring gap end with the gap', () => {
    const due = new Date('2027-03-14T05:30:00Z');
    const life: Partial<Life> = { workingDays: ['SU'], quietHours: { from: '22:00', to: '02:30' } };
    expect(decide(life, { due })).toEqual({
      kind: 'postpone',
      at: new Date('2027-03-14T07:00:00Z'),
      reason: 'quiet_hours',
    });
  });

  test('quiet hours that end in the hour lived twice end in the run they are asked in', () => {
    const life: Partial<Life> = { workingDays: ['SU'], quietHours: { from: '22:00', to: '01:30' } };
    const firstQuarterPast = new Date('2027-11-07T05:15:00Z');
    const secondQuarterPast = later(1, firstQuarterPast);
    expect(decide(life, { due: firstQuarterPast })).toMatchObject({
      kind: 'postpone',
      at: later(0.25, firstQuarterPast),
    });
    expect(decide(life, { due: secondQuarterPast })).toMatchObject({
      kind: 'postpone',
      at: later(0.25, secondQuarterPast),
    });
  });

  test('a nudge in do-not-disturb comes when that ends on the same day', () => {
    expect(decide({ dnd: { from: later(-1), to: later(2) } })).toEqual({
      kind: 'postpone',
      at: later(2),
      reason: 'do_not_disturb',
    });
    expect(decide({ dnd: { from: later(1), to: later(2) } })).toEqual({ kind: 'ask', at: DUE });
    expect(decide({ dnd: { from: later(-2), to: DUE } })).toEqual({ kind: 'ask', at: DUE });
  });

  test('do-not-disturb for the rest of the day holds the nudge', () => {
    expect(decide({ dnd: { from: later(-1), to: later(15) } })).toEqual({
      kind: 'hold',
      reason: { kind: 'do_not_disturb' },
    });
  });

  test('quiet hours that end within do-not-disturb wait for its end', () => {
    const life: Partial<Life> = {
      quietHours: { from: '18:00', to: '09:30' },
      dnd: { from: later(0.25), to: later(2) },
    };
    expect(decide(life)).toEqual({ kind: 'postpone', at: later(2), reason: 'quiet_hours' });
  });

  test('a nudge is never put off until it would be void', () => {
    expect(decide({ dnd: { from: DUE, to: later(12) } })).toEqual({
      kind: 'postpone',
      at: later(12),
      reason: 'do_not_disturb',
    });
    expect(decide({ dnd: { from: DUE, to: later(12.5) } })).toEqual({
      kind: 'hold',
      reason: { kind: 'do_not_disturb' },
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

  test('a late nudge gives way to one that was sent meanwhile', () => {
    expect(decide({}, { now: later(2), lastSent: later(1) })).toEqual({
      kind: 'void',
      reason: { kind: 'superseded' },
    });
    expect(decide({}, { now: later(2), lastSent: later(-24) })).toEqual({ kind: 'ask', at: later(2) });
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

test('whatever the hours, nobody is asked in quiet hours, in do-not-disturb, on another day or twelve hours late', () => {
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
  const hours = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(
      fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
      fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
      fc.record({ from: clock, to: clock }),
      fc.tuple(hours, hours),
      fc.integer({ min: 0, max: 14 }),
      (zone, due, quietHours, [dndFrom, dndLength], late) => {
        const now = later(late, due);
        const dnd = { from: later(dndFrom, now), to: later(dndFrom + Math.abs(dndLength), now) };
        const life: Partial<Life> = {
          zone,
          quietHours,
          dnd,
          workingDays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
        };
        const decision = decide(life, { due, now });
        if (decision.kind !== 'ask' && decision.kind !== 'postpone') return;
        const { at } = decision;
        const shown = wallClock(at, zone).slice(11, 16);
        const { from, to } = quietHours;
        expect(from <= to ? from <= shown && shown < to : shown >= from || shown < to).toBe(false);
        expect(dnd.from <= at && at < dnd.to).toBe(false);
        expect(wallClock(at, zone).slice(0, 10)).toBe(wallClock(now, zone).slice(0, 10));
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(at.getTime() - due.getTime()).toBeLessThanOrEqual(12 * HOUR);
        if (decision.kind === 'postpone') {
          expect(decide(life, { due, now: at })).toEqual({ kind: 'ask', at });
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
