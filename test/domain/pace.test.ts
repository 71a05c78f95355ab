import fc from 'fast-check';
import { takeSlot, type Pace } from '../../src/domain/pace';

/** A pace is kept whenever things come. */

const START = Date.UTC(2027, 1, 1);
const pace: fc.Arbitrary<Pace> = fc.record({
  perMinute: fc.integer({ min: 1, max: 600 }),
  burst: fc.integer({ min: 1, max: 50 }),
});

/** The slots for things that come so many milliseconds after one another. */
function slots(kept: Pace, gaps: readonly number[]): number[] {
  let now = START;
  let arrival = 0;
  return gaps.map((gap) => {
    now += gap;
    const slot = takeSlot(kept, arrival, new Date(now));
    arrival = slot.arrival;
    return slot.at.getTime();
  });
}

const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 });

it('no minute has more than its number and one burst', () => {
  fc.assert(
    fc.property(pace, gaps, (kept, between) => {
      const taken = slots(kept, between);
      for (const [index, from] of taken.entries()) {
        const within = taken.slice(index).filter((at) => at < from + 60_000).length;
        expect(within).toBeLessThanOrEqual(kept.perMinute + kept.burst);
      }
    }),
  );
});

it('a slot is never before its time, and they keep their order', () => {
  fc.assert(
    fc.property(pace, gaps, (kept, between) => {
      const taken = slots(kept, between);
      let now = START;
      for (const [index, gap] of between.entries()) {
        now += gap;
        expect(taken[index]).toBeGreaterThanOrEqual(now);
        expect(taken[index]).toBeGreaterThanOrEqual(taken[index - 1] ?? 0);
      }
    }),
  );
});

it('a burst after a rest waits for nothing', () => {
  fc.assert(
    fc.property(pace, (kept) => {
      const atOnce = Array.from({ length: kept.burst }, () => 0);
      expect(new Set(slots(kept, atOnce))).toEqual(new Set([START]));
    }),
  );
});

it('1,500 at 300 a minute are out within five minutes', () => {
  const taken = slots(
    { perMinute: 300, burst: 20 },
    Array.from({ length: 1500 }, () => 0),
  );
  expect(Math.max(...taken) - START).toBeLessThanOrEqual(5 * 60_000);
});
