import fc from 'fast-check';
import { dueBetween, startingFrom, type Cadence } from '../../src/domain/cadence';
import { rulesOf, type MonthDay, type Recurrence } from '../../src/domain/cadence-describe';
import { parseAbsences } from '../../src/domain/reading/absence';
import { parseCadence } from '../../src/domain/reading/cadence';
import { parseTargetDate } from '../../src/domain/reading/goal-text';
import { parseHours } from '../../src/domain/reading/life';
import { parseMoment } from '../../src/domain/reading/moment';
import { WEEKDAYS } from '../../src/domain/weekday';
import { wordsFor } from '../../src/words';

/** What was understood is said back in words that are understood again, as the same. */

const DAY = 86_400_000;

const weekday = fc.constantFrom(...WEEKDAYS);
const weekdays = fc
  .uniqueArray(weekday, { minLength: 1, maxLength: 6 })
  .map((chosen) => WEEKDAYS.filter((day) => chosen.includes(day)));
const interval = fc.integer({ min: 1, max: 6 });
const nth = fc.constantFrom(1, 2, 3, 4, 5, -1);
const monthDay: fc.Arbitrary<MonthDay> = fc.oneof(
  fc
    .constantFrom(...Array.from({ length: 31 }, (_, at) => at + 1), -1)
    .map((date) => ({ kind: 'date', date }) as const),
  fc.record({ kind: fc.constant('weekday' as const), nth, weekday }),
  fc.record({ kind: fc.constant('working_day' as const), nth }),
);
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 });
const early: fc.Arbitrary<MonthDay> = monthDay.filter((day) => day.kind !== 'date' || day.date <= 28);
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  interval.map((every) => ({ every: 'day', interval: every }) as const),
  fc.record({ every: fc.constant('week' as const), interval, weekdays }),
  fc.record({ every: fc.constant('month' as const), interval, days: fc.tuple(monthDay) }),
  fc.record({ every: fc.constant('month' as const), interval, days: fc.tuple(early, early) }),
  fc.record({
    every: fc.constant('year' as const),
    interval: fc.constantFrom(1, 2),
    months,
    days: fc.tuple(early),
  }),
  fc.constantFrom<Recurrence>(
    { every: 'quarter', day: { kind: 'weekday', nth: -1, weekday: 'FR' } },
    { every: 'quarter', day: { kind: 'weekday', nth: 1, weekday: 'MO' } },
    { every: 'quarter', day: { kind: 'date', date: -1 } },
    { every: 'quarter', day: { kind: 'working_day', nth: -1 } },
  ),
);
const IN_SAME_MONTHS: Recurrence[] = [
  { every: 'year', interval: 1, months: [1, 10], days: [{ kind: 'date', date: 1 }] },
  { every: 'year', interval: 1, months: [1, 10], days: [{ kind: 'working_day', nth: 1 }] },
];
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const date = fc
  .integer({ min: 0, max: 1500 })
  .map((at) => new Date(Date.UTC(2027, 0, 1) + at * DAY).toISOString().slice(0, 10));

function duesOf(cadence: Cadence): readonly string[] {
  const from = new Date(`${cadence.start.slice(0, 10)}T00:00:00Z`);
  return [...dueBetween(cadence, 'UTC', from, new Date(from.getTime() + 1_500 * DAY))].map(
    ({ local }) => local,
  );
}

/** A clock of 24 hours and one of 12, the day first and the month first, with commas and without. */
const LOCALES = [
  ['en-GB', 200],
  ['en-US', 200],
  ['en-CA', 20],
  ['en-AU', 20],
  ['en-IN', 20],
] as const;

test.each(LOCALES)('a rhythm, as %s writes it', (locale, numRuns) => {
  const words = wordsFor(locale);
  fc.assert(
    fc.property(fc.array(recurrence, { minLength: 1, maxLength: 3 }), time, date, (recurrences, at, from) => {
      const cadence = startingFrom(recurrences.flatMap(rulesOf).join('\n'), at, from);
      if (cadence === null) return fc.pre(false);
      const said = words.sayCadence(cadence);
      fc.pre(said.length <= 200);
      const now = new Date(`${cadence.start.slice(0, 10)}T00:00:00Z`);
      const parsed = parseCadence(said, { now, zone: 'UTC' });
      expect({ said, ...parsed }).toMatchObject({ said, ok: true });
      if (parsed.ok) expect({ said, dues: duesOf(parsed.cadence) }).toEqual({ said, dues: duesOf(cadence) });
    }),
    // Two days within the same months are two days of these months.
    { numRuns, examples: [[IN_SAME_MONTHS, '00:00', '2027-01-01']] },
  );
});

test.each(LOCALES)('days away, as %s writes them', (locale, numRuns) => {
  const words = wordsFor(locale);
  const length = fc.integer({ min: 0, max: 180 });
  fc.assert(
    fc.property(date, length, (from, days) => {
      const to = new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
      const [, said = ''] =
        /away ((?:from|on) .*?)(?: \(.*\))?\. /.exec(words.absenceSet([{ from, to }])) ?? [];
      const now = new Date(`${from}T12:00:00Z`);
      const parsed = parseAbsences(said.replaceAll('*', ''), { now, zone: 'UTC' });
      expect({ said, ...parsed }).toEqual({ said, ok: true, absences: [{ from, to }] });
    }),
    { numRuns: numRuns / 2 },
  );
});

test.each(LOCALES)('a moment, a date and quiet hours, as %s writes them', (locale, numRuns) => {
  const words = wordsFor(locale);
  const zone = 'America/Chicago';
  fc.assert(
    fc.property(date, time, time, (day, from, to) => {
      const now = new Date(`${day}T00:00:00Z`);
      const at = new Date(`${day}T${from}:00Z`);
      fc.pre(at > now && from !== to);
      const moment = words.localMoment(at, 'UTC');
      expect({ moment, ...parseMoment(moment, { now, zone: 'UTC' }) }).toEqual({ moment, ok: true, at });
      const due = words.dateInWords(day);
      expect({ due, ...parseTargetDate(due, { now, zone }) }).toMatchObject({ due, ok: true, date: day });
      const hours = `${words.clockTime(from)} to ${words.clockTime(to)}`;
      expect({ hours, ...parseHours(hours) }).toEqual({ hours, from, to });
    }),
    { numRuns: numRuns / 2 },
  );
});
