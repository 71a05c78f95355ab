import fc from 'fast-check';
import { addWorkingDays, isPaused, lifeOf, weekStart } from '../../src/domain/member-life';
import type { Member } from '../../src/domain/member';
import { WEEKDAYS, type Weekday } from '../../src/domain/weekday';
import { wallClock, zones } from './wall-clock';

const DAY = 86_400_000;
const MINUTE = 60_000;
const zone = fc.constantFrom(...zones());
const moment = fc
  .integer({ min: Date.UTC(2025, 0), max: Date.UTC(2035, 0) })
  .map((at) => new Date(at - (at % MINUTE)));
const days = fc.subarray([...WEEKDAYS]);

const dateOf = (at: Date, name: string) => wallClock(at, name).slice(0, 10);
const clockOf = (at: Date, name: string) => wallClock(at, name).slice(11);
const nameOf = (date: string) => WEEKDAYS[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7];
const MONDAY_TO_FRIDAY: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];
const chicago = (workingDays: readonly Weekday[]) => ({ zone: 'America/Chicago', workingDays });

describe('a week', () => {
  test.each([
    ['in the middle', '2027-02-03T15:00:00Z', 'America/Chicago', '2027-02-01T06:00:00Z'],
    ['on Monday at its first moment', '2027-02-01T06:00:00Z', 'America/Chicago', '2027-02-01T06:00:00Z'],
    ['on Sunday at its last', '2027-02-01T05:59:59Z', 'America/Chicago', '2027-01-25T06:00:00Z'],
    ['where Monday began already', '2027-01-31T20:00:00Z', 'Asia/Tokyo', '2027-01-31T15:00:00Z'],
    ['over the turn of a year', '2027-01-01T12:00:00Z', 'UTC', '2026-12-28T00:00:00Z'],
    ['in which the clocks change', '2027-03-14T20:00:00Z', 'America/Chicago', '2027-03-08T06:00:00Z'],
  ])('%s begins on its own Monday', (_when, now, name, start) => {
    expect(weekStart(new Date(now), name)).toEqual(new Date(start));
  });

  test('begins on a Monday at the first moment of the day, at most seven days before, wherever one lives', () => {
    fc.assert(
      fc.property(moment, zone, (now, name) => {
        const start = weekStart(now, name);
        expect(nameOf(dateOf(start, name))).toBe('MO');
        expect(dateOf(new Date(start.getTime() - 1_000), name)).not.toBe(dateOf(start, name));
        expect(start <= now).toBe(true);
        // The week in which the clocks go back is an hour longer.
        expect(now.getTime() - start.getTime()).toBeLessThan(7 * DAY + 2 * 3_600_000);
        expect(weekStart(start, name)).toEqual(start);
      }),
      { numRuns: 300 },
    );
  });
});

describe('working days later', () => {
  test.each([
    ['over a weekend', '2027-02-05T15:00:00Z', 2, MONDAY_TO_FRIDAY, '2027-02-09T15:00:00Z'],
    ['within a week', '2027-02-01T15:00:00Z', 2, MONDAY_TO_FRIDAY, '2027-02-03T15:00:00Z'],
    ['from a day off', '2027-02-06T15:00:00Z', 1, MONDAY_TO_FRIDAY, '2027-02-08T15:00:00Z'],
    ['for one who works on two days', '2027-02-01T15:00:00Z', 2, ['TU', 'SA'], '2027-02-06T15:00:00Z'],
    ['for one who works on all days', '2027-02-05T15:00:00Z', 2, WEEKDAYS, '2027-02-09T15:00:00Z'],
    ['for one who works on none', '2027-02-05T15:00:00Z', 2, [], '2027-02-09T15:00:00Z'],
    ['after the clocks changed', '2027-03-12T15:00:00Z', 1, MONDAY_TO_FRIDAY, '2027-03-15T14:00:00Z'],
    ['none', '2027-02-06T15:00:00Z', 0, MONDAY_TO_FRIDAY, '2027-02-06T15:00:00Z'],
  ] as const)('%s', (_case, at, count, workingDays, later) => {
    expect(addWorkingDays(new Date(at), count, chicago(workingDays))).toEqual(new Date(later));
  });

  test('is the same time of day on a working day, with just so many of them passed', () => {
    fc.assert(
      fc.property(moment, zone, days, fc.integer({ min: 1, max: 12 }), (at, name, workingDays, count) => {
        const later = addWorkingDays(at, count, { zone: name, workingDays });
        const worksOn = workingDays.length % 7 === 0 ? MONDAY_TO_FRIDAY : workingDays;
        const first = Date.parse(dateOf(at, name));
        const last = Date.parse(dateOf(later, name));
        const passed = Array.from({ length: (last - first) / DAY }, (_, n) =>
          nameOf(new Date(first + (n + 1) * DAY).toISOString().slice(0, 10)),
        );
        expect(passed.filter((day) => worksOn.some((known) => known === day))).toHaveLength(count);
        expect(worksOn).toContain(passed.at(-1));
        // Or, where the clocks jump over just that time, the first moment after it.
        const stated = `${dateOf(later, name)} ${clockOf(at, name)}`;
        if (wallClock(later, name) === stated) return;
        expect(wallClock(later, name) > stated).toBe(true);
        expect(wallClock(later.getTime() - MINUTE, name) < stated).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a pause', () => {
  const pausedAt = new Date('2027-02-01T12:00:00Z');
  const paused = (pausedUntil: string | null) => ({ pausedAt, pausedUntil, zone: 'America/Chicago' });

  test.each([
    ['the evening before its date', '2027-02-10', '2027-02-10T05:59:00Z', true],
    ['the morning of its date', '2027-02-10', '2027-02-10T06:00:00Z', false],
    ['the day after', '2027-02-10', '2027-02-11T12:00:00Z', false],
    ['without a date, years later', null, '2031-02-10T12:00:00Z', true],
  ])('on %s', (_when, until, now, isOn) => {
    expect(isPaused(paused(until), new Date(now))).toBe(isOn);
  });

  test('that was never begun is none, whatever date stands there', () => {
    expect(isPaused({ ...paused('2099-01-01'), pausedAt: null }, pausedAt)).toBe(false);
  });
});

describe('a life', () => {
  const member: Member = {
    id: 'm1',
    workspaceId: 'T1',
    slackUserId: 'UMENTEE',
    name: 'Mina',
    zone: 'America/Chicago',
    locale: 'en-US',
    dmChannelId: null,
    welcomedAt: null,
    enrolledById: null,
    homeOpenedAt: null,
    goneAt: null,
    workingDays: ['MO', 'TU'],
    quietFrom: null,
    quietTo: null,
    holidayCountry: null,
    holidayRegion: null,
    capacity: null,
    weeklyBudget: 3,
    defaultAudience: 'mentor',
    digestWhenEmpty: true,
    pausedAt: null,
    pausedUntil: null,
    stoppedAt: null,
  };

  test('without settings holds nothing but a zone, days and absences', () => {
    const absences = [{ from: '2027-03-01', to: '2027-03-05' }];
    expect(lifeOf(member, absences)).toEqual({
      zone: 'America/Chicago',
      workingDays: ['MO', 'TU'],
      quietHours: null,
      holidays: null,
      absences,
      dnd: null,
    });
  });

  test('passes on what the person set, and no half of it', () => {
    const set = {
      quietFrom: '18:00',
      quietTo: '08:00',
      holidayCountry: 'US',
      holidayRegion: 'CA',
    };
    expect(lifeOf({ ...member, ...set }, [])).toMatchObject({
      quietHours: { from: '18:00', to: '08:00' },
      holidays: { country: 'US', region: 'CA' },
    });
    expect(lifeOf({ ...member, ...set, holidayRegion: null }, []).holidays).toEqual({ country: 'US' });
    for (const missing of ['quietFrom', 'quietTo'] as const) {
      expect(lifeOf({ ...member, ...set, [missing]: null }, []).quietHours).toBeNull();
    }
    expect(lifeOf({ ...member, workingDays: ['MO', 'someday'] }, []).workingDays).toEqual(['MO']);
  });
});
