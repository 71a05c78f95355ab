import fc from 'fast-check';
import type { Life } from '../../src/domain/life';
import { decide, DUE, HOUR, later } from './life-facts';
import { wallClock } from './wall-clock';

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
