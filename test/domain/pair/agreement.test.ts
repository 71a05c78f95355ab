import fc from 'fast-check';
import { dueBetween, type Cadence } from '../../../src/domain/cadence';
import type { Life } from '../../../src/domain/life';
import { localClock, localDate, weekdayOf } from '../../../src/domain/local-time';
import {
  asksForMoreOn,
  changedTerms,
  haveCommonHours,
  isAllNight,
  isMoreOften,
  slowestOf,
  type Bound,
  type Hours,
  type Terms,
} from '../../../src/domain/pair/agreement';
import { previewNudges } from '../../../src/domain/preview';
import { WEEKDAYS } from '../../../src/domain/weekday';
import { decide, DUE, later } from '../life-facts';

const cadence = (rule: string, start = '2027-01-01T09:00'): Cadence => ({ rule, start });
const FRIDAYS = cadence('FREQ=WEEKLY;BYDAY=FR');
const MONDAYS = cadence('FREQ=WEEKLY;BYDAY=MO');
const DAY: Hours = { from: '08:00', to: '18:00', days: [] };
const bound = (parts: Partial<Bound> = {}): Bound => ({
  nudges: FRIDAYS,
  hours: DAY,
  until: '2028-12-31',
  ...parts,
});

it.each<[string, Cadence, Cadence, boolean]>([
  ['another day of the week', MONDAYS, FRIDAYS, false],
  ['the same', FRIDAYS, FRIDAYS, false],
  ['every other week', cadence('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'), FRIDAYS, false],
  ['twice a week', cadence('FREQ=WEEKLY;BYDAY=MO,TH'), FRIDAYS, true],
  ['every weekday', cadence('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'), FRIDAYS, true],
  ['weekly, where every other week is agreed', FRIDAYS, cadence('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'), true],
  [
    'every other week, in the weeks between',
    cadence('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'),
    cadence('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2027-01-08T09:00'),
    false,
  ],
  [
    'every four weeks, where a month is agreed',
    cadence('FREQ=WEEKLY;INTERVAL=4;BYDAY=MO'),
    cadence('FREQ=MONTHLY;BYMONTHDAY=1'),
    true,
  ],
  [
    'the last Monday, where the first Friday is agreed',
    cadence('FREQ=MONTHLY;BYDAY=-1MO'),
    cadence('FREQ=MONTHLY;BYDAY=1FR'),
    false,
  ],
  [
    'monthly, where a quarter is agreed',
    cadence('FREQ=MONTHLY;BYDAY=1MO'),
    cadence('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1MO'),
    true,
  ],
])('%s is rightly told from more often than agreed', (_, own, agreed, expected) => {
  expect(isMoreOften(own, agreed, '2027-02-01')).toBe(expected);
});

it('of several agreed rhythms the slowest is found, and none where they cannot be compared', () => {
  const monthly = cadence('FREQ=MONTHLY;BYDAY=1MO');
  expect(slowestOf([FRIDAYS, monthly, MONDAYS], '2027-02-01')).toEqual(monthly);
  expect(slowestOf([MONDAYS, FRIDAYS], '2027-02-01')).toEqual(MONDAYS);
  const twice = [cadence('FREQ=WEEKLY;BYDAY=TU,WE'), cadence('FREQ=WEEKLY;BYDAY=MO,TH')];
  expect(slowestOf(twice, '2027-02-01')).toBeNull();
});

it('hours of several agreements are common where a time and a day are', () => {
  const hours = (from: string, to: string, days: Hours['days'] = []): Hours => ({ from, to, days });
  expect(haveCommonHours([hours('08:00', '12:00'), hours('11:00', '18:00'), hours('09:00', '20:00')])).toBe(
    true,
  );
  expect(haveCommonHours([hours('08:00', '12:00'), hours('12:00', '18:00')])).toBe(false);
  expect(haveCommonHours([hours('08:00', '12:00', ['MO', 'TU']), hours('08:00', '12:00', ['TU'])])).toBe(
    true,
  );
  expect(haveCommonHours([hours('08:00', '12:00', ['MO']), hours('08:00', '12:00', ['TU']), DAY])).toBe(
    false,
  );
});

it.each<[string, string, { from: string; to: string } | null, boolean]>([
  ['01:00', '05:00', null, true],
  ['22:00', '23:30', null, true],
  ['05:00', '06:30', null, false],
  ['08:00', '18:00', { from: '09:00', to: '17:00' }, false],
  ['10:00', '12:00', { from: '09:00', to: '17:00' }, true],
  ['01:00', '05:00', { from: '07:00', to: '15:00' }, false],
])('from %s to %s with quiet hours %j is all night: %s', (from, to, quiet, expected) => {
  expect(isAllNight({ from, to, days: [] }, quiet)).toBe(expected);
});

it('the two are asked what comes after three weeks before the end, or halfway', () => {
  expect(asksForMoreOn('2027-02-01', '2028-12-31')).toBe('2028-12-10');
  expect(asksForMoreOn('2027-02-01', '2027-02-11')).toBe('2027-02-06');
});

it('what a version changes is named', () => {
  const terms: Terms = {
    ...bound(),
    menteeBrings: 'two goals',
    mentorBrings: null,
    talks: null,
    audience: 'mentor',
    between: null,
    mayHear: false,
  };
  expect(changedTerms(terms, { ...terms })).toEqual([]);
  expect(changedTerms(terms, { ...terms, talks: MONDAYS, hours: { ...DAY, days: ['MO'] } })).toEqual([
    'talks',
    'hours',
  ]);
});

it('outside the agreed hours a question waits for them on the same day, and is held on other days', () => {
  const early = (hours: Partial<Hours>) =>
    decide({ agreed: { bounds: [bound({ hours: { ...DAY, ...hours } })], lastAsked: null } });
  expect(early({})).toEqual({ kind: 'ask', at: DUE });
  expect(early({ from: '10:30' })).toEqual({ kind: 'postpone', at: later(1.5), reason: 'agreed_hours' });
  expect(early({ to: '09:00' })).toEqual({ kind: 'hold', reason: { kind: 'agreed_hours' } });
  expect(early({ days: ['FR'] })).toEqual({ kind: 'hold', reason: { kind: 'agreed_hours' } });
});

it('after the end nothing is asked, unless another mentorship goes on', () => {
  const over = bound({ until: '2027-03-09' });
  const asked = (bounds: readonly (Bound | null)[]) => decide({ agreed: { bounds, lastAsked: null } }).kind;
  expect(decide({ agreed: { bounds: [over], lastAsked: null } })).toEqual({
    kind: 'hold',
    reason: { kind: 'agreement_over', on: '2027-03-09' },
  });
  expect([asked([over, null]), asked([over, bound()]), asked([bound({ until: '2027-03-10' })])]).toEqual([
    'ask',
    'ask',
    'ask',
  ]);
});

const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
const rhythm = fc
  .record({
    rule: fc.oneof(
      fc.constant('FREQ=DAILY'),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.subarray([...WEEKDAYS], { minLength: 1 }))
        .map(([interval, days]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`),
      fc.integer({ min: 1, max: 28 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    ),
    time: clock,
  })
  .map(({ rule, time }) => cadence(rule, `2027-01-01T${time}`));
const anyBound = fc.record({
  nudges: rhythm,
  hours: fc.record({
    from: fc.constantFrom('06:00', '08:00', '11:00'),
    to: fc.constantFrom('12:00', '17:00', '22:00'),
    days: fc.subarray([...WEEKDAYS]),
  }),
  until: fc.integer({ min: 10, max: 28 }).map((day) => `2027-05-${day}`),
});
const zone = fc.constantFrom('America/Chicago', 'Europe/London', 'Asia/Kolkata', 'America/Santiago');

it('whatever rhythm somebody chose: never more often than any agreement, never outside its hours, never after the end', () => {
  let asked = 0;
  fc.assert(
    fc.property(rhythm, fc.array(anyBound, { minLength: 1, maxLength: 3 }), zone, (own, bounds, inZone) => {
      const life: Life = {
        zone: inZone,
        workingDays: WEEKDAYS,
        quietHours: null,
        holidays: null,
        absences: [],
        dnd: null,
        agreed: { bounds, lastAsked: null },
      };
      const [from, to] = [new Date('2027-02-01T00:00:00Z'), new Date('2027-07-01T00:00:00Z')];
      const sent = [...previewNudges({ cadence: own, life, from, to })].flatMap(({ sendAt }) => sendAt ?? []);
      asked += sent.length;
      const dates = sent.map((at) => localDate(at, inZone));
      const last =
        bounds
          .map(({ until }) => until)
          .toSorted()
          .at(-1) ?? '';
      expect(dates.filter((date) => date > last)).toEqual([]);
      for (const { nudges, hours, until } of bounds) {
        const within = sent.filter((at) => localDate(at, inZone) <= until);
        for (const at of within) {
          const time = localClock(at, inZone);
          expect(hours.from <= time && time < hours.to).toBe(true);
          if (hours.days.length > 0) expect(hours.days).toContain(weekdayOf(localDate(at, inZone)));
        }
        const agreed = [...dueBetween(nudges, 'UTC', new Date('2026-01-01'), to)].map(({ due }) =>
          localDate(due, 'UTC'),
        );
        const days = within.map((at) => localDate(at, inZone));
        for (const [index, date] of days.entries()) {
          const before = days[index - 1];
          if (before !== undefined) expect(agreed.some((each) => before < each && each <= date)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(asked).toBeGreaterThan(200);
});
