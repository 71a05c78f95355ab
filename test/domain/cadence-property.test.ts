import fc from 'fast-check';
import { checkCadence, dueBetween, nextDue, type Cadence } from '../../src/domain/cadence';
import { WEEKDAYS } from '../../src/domain/weekday';
import { clockChanges, wallClock, zones } from './wall-clock';

const DAY = 86_400_000;
const MINUTE = 60_000;
const YEARS: readonly [number, number] = [2025, 2035];

const zone = fc.constantFrom(...zones());
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const dayIn = fc.integer({ min: Date.UTC(YEARS[0], 0) / DAY, max: Date.UTC(YEARS[1], 0) / DAY - 1 });

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A due instant is right when the clock on the wall shows the time; or jumps over it, then or a minute later. */
function expectRightMoment(due: Date, date: string, time: string, inZone: string): void {
  const stated = `${date} ${time}:00`;
  const shown = wallClock(due, inZone);
  if (shown === stated) {
    for (const earlier of [20, 30, 60, 120, 180]) {
      expect(wallClock(due.getTime() - earlier * MINUTE, inZone)).not.toBe(stated);
    }
    return;
  }
  expect(shown.slice(0, 10)).toBe(date);
  const isFirstAfterGap = shown > stated && wallClock(due.getTime() - 1_000, inZone) < stated;
  const isLastBeforeGap = shown < stated && wallClock(due.getTime() + MINUTE, inZone).slice(0, 10) > date;
  expect({ stated, shown, ok: isFirstAfterGap || isLastBeforeGap }).toEqual({ stated, shown, ok: true });
}

test('at every clock change of ten years in every zone, a daily nudge comes once a day, at its time or as the gap ends', () => {
  let changes = 0;
  for (const name of zones()) {
    for (const { at, before, after } of clockChanges(name, ...YEARS)) {
      changes += 1;
      // The middle of the gap, or of the time that runs twice.
      const middle = at + ((before + after) / 2) * MINUTE;
      const day = Math.floor(middle / DAY);
      const time = clock(Math.floor((middle - day * DAY) / MINUTE));
      const cadence = { rule: 'FREQ=DAILY', start: `2024-01-01T${time}` };
      const dues = [...dueBetween(cadence, name, new Date((day - 2) * DAY), new Date((day + 3) * DAY))];
      const dates = dues.map(({ local }) => local.slice(0, 10));
      const first = Date.parse(dates[0] ?? '') / DAY;
      expect(dates).toEqual(dates.map((_, ahead) => dateOf(first + ahead)));
      expect(dates).toContain(dateOf(day));
      for (const { due, local } of dues) expectRightMoment(due, local.slice(0, 10), time, name);
      const changed = dues.filter(({ local }) => local.startsWith(dateOf(day)));
      expect(changed).toMatchObject([{ shifted: after > before, clockChange: true }]);
    }
  }
  expect(changes).toBeGreaterThan(2_000);
});

test('wherever a person lives and whatever the time, every day of a window has one nudge at that time', () => {
  fc.assert(
    fc.property(zone, minuteOfDay, dayIn, (name, minute, day) => {
      const cadence = { rule: 'FREQ=DAILY', start: `2024-01-01T${clock(minute)}` };
      const dues = [...dueBetween(cadence, name, new Date(day * DAY), new Date((day + 20) * DAY))];
      const first = Date.parse(dues[0]?.local.slice(0, 10) ?? '') / DAY;
      expect(dues.length).toBeGreaterThanOrEqual(19);
      for (const [ahead, { due }] of dues.entries())
        expectRightMoment(due, dateOf(first + ahead), clock(minute), name);
    }),
    { numRuns: 300 },
  );
});

interface Weekly {
  readonly cadence: Cadence;
  readonly fires: (day: number) => boolean;
}

const weekdaySet = fc.subarray([...WEEKDAYS], { minLength: 1 });

/** Rules whose days can be told with a pencil, and the pencil. */
const cadence: fc.Arbitrary<Weekly> = fc
  .record({
    start: dayIn,
    minute: minuteOfDay,
    interval: fc.integer({ min: 1, max: 6 }),
    weekdays: weekdaySet,
  })
  .chain(({ start, minute, interval, weekdays }) => {
    const from = `${dateOf(start)}T${clock(minute)}`;
    const every = interval === 1 ? '' : `;INTERVAL=${interval}`;
    const monday = (day: number): number => Math.floor((day + 3) / 7);
    const month = (day: number): number =>
      new Date(day * DAY).getUTCFullYear() * 12 + new Date(day * DAY).getUTCMonth();
    const dateIn = (day: number): number => new Date(day * DAY).getUTCDate();
    const weekdayOf = (day: number): string => WEEKDAYS[(day + 3) % 7] ?? '';
    const isWorkday = (day: number): boolean => (day + 3) % 7 < 5;
    const [weekday = 'MO'] = weekdays;
    const inMonth = (day: number): boolean => (month(day) - month(start)) % interval === 0;
    const rules: Weekly[] = [
      {
        cadence: { rule: `FREQ=DAILY${every}`, start: from },
        fires: (day) => (day - start) % interval === 0,
      },
      {
        cadence: { rule: `FREQ=WEEKLY${every};BYDAY=${weekdays.join(',')}`, start: from },
        fires: (day) =>
          (monday(day) - monday(start)) % interval === 0 && weekdays.some((code) => code === weekdayOf(day)),
      },
      {
        cadence: { rule: `FREQ=MONTHLY${every};BYMONTHDAY=${dateIn(start)}`, start: from },
        fires: (day) => inMonth(day) && dateIn(day) === dateIn(start),
      },
      {
        cadence: { rule: `FREQ=MONTHLY${every};BYDAY=2${weekday}`, start: from },
        fires: (day) => inMonth(day) && weekdayOf(day) === weekday && Math.ceil(dateIn(day) / 7) === 2,
      },
      {
        cadence: { rule: `FREQ=MONTHLY${every};BYDAY=-1${weekday}`, start: from },
        fires: (day) => inMonth(day) && weekdayOf(day) === weekday && month(day + 7) !== month(day),
      },
      {
        cadence: { rule: `FREQ=MONTHLY${every};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1`, start: from },
        fires: (day) =>
          inMonth(day) &&
          isWorkday(day) &&
          ![1, 2, 3].some((ahead) => month(day + ahead) === month(day) && isWorkday(day + ahead)),
      },
    ];
    return fc.constantFrom(...rules);
  });

test('a nudge comes on every day its rule names and on no other, however long ago it began', () => {
  fc.assert(
    fc.property(
      cadence,
      zone,
      fc.integer({ min: 0, max: 3_000 }),
      ({ cadence: { rule, start }, fires }, name, later) => {
        const began = Date.parse(start.slice(0, 10)) / DAY;
        const day = began + later;
        const dues = [
          ...dueBetween({ rule, start }, name, new Date((day - 2) * DAY), new Date((day + 102) * DAY)),
        ];
        const dates = dues
          .map(({ local }) => local.slice(0, 10))
          .filter((date) => date >= dateOf(day) && date < dateOf(day + 100));
        const named = Array.from({ length: 100 }, (_, ahead) => day + ahead)
          .filter(fires)
          .map(dateOf);
        expect(dates).toEqual(named);
      },
    ),
    { numRuns: 600 },
  );
});

test('asking for the next due time again and again gives the same times, in order', () => {
  fc.assert(
    fc.property(cadence, zone, dayIn, ({ cadence: rhythm }, name, day) => {
      const from = new Date(day * DAY);
      const dues = [...dueBetween(rhythm, name, from, new Date((day + 200) * DAY))].map(({ due }) => due);
      let after = new Date(from.getTime() - 1);
      for (const due of dues) {
        const next = nextDue(rhythm, name, after);
        expect(next).toEqual(due);
        expect(due.getTime()).toBeGreaterThan(after.getTime());
        after = due;
      }
    }),
    { numRuns: 200 },
  );
});

test('several rules fall due when one of them does, and once where two of them do', () => {
  fc.assert(
    fc.property(cadence, cadence, dayIn, ({ cadence: one }, { cadence: other }, day) => {
      const from = new Date(day * DAY);
      const to = new Date((day + 200) * DAY);
      const duesOf = (rule: string): string[] =>
        [...dueBetween({ rule, start: one.start }, 'UTC', from, to)].map(({ local }) => local);
      const either = [...new Set([...duesOf(one.rule), ...duesOf(other.rule)])].sort();
      expect(duesOf(`${one.rule}\n${other.rule}`)).toEqual(either);
    }),
    { numRuns: 200 },
  );
});

test('no text, however odd, makes the check fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `FREQ=DAILY;${text}`),
      ),
      fc.string(),
      (rule, start) => {
        expect(['bad_rule', 'too_often', 'never_fires', null]).toContain(
          checkCadence({ rule, start }, 'UTC', new Date(0)),
        );
      },
    ),
  );
});
