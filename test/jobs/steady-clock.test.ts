import { createSteadyClock } from '../../src/jobs/steady-clock';

/** Whether the time is to be trusted, when somebody sets the clock. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A wall clock that can be set, beside one that only runs. */
function clocks() {
  let wall = Date.UTC(2027, 1, 1);
  let ran = 5000;
  const clock = createSteadyClock(
    () => new Date(wall),
    () => ran,
  );
  return {
    clock,
    /** Both go on, looked at every two seconds. Answers whether the time was trusted at each look. */
    run: (milliseconds: number): boolean[] =>
      Array.from({ length: milliseconds / (2 * SECOND) }, () => {
        wall += 2 * SECOND;
        ran += 2 * SECOND;
        return clock.isSteady();
      }),
    set: (milliseconds: number) => void (wall += milliseconds),
  };
}

it('trusts a clock that goes on, and small corrections of it', () => {
  const { run, set } = clocks();
  expect(run(MINUTE)).not.toContain(false);
  set(20 * SECOND);
  expect(run(MINUTE)).not.toContain(false);
  set(-20 * SECOND);
  expect(run(MINUTE)).not.toContain(false);
});

it.each([DAY, -DAY, 45 * SECOND])('a step of %i ms that is put right is waited out', (step) => {
  const { run, set } = clocks();
  run(MINUTE);
  set(step);
  expect(run(80 * SECOND)).not.toContain(true);
  set(-step);
  expect(run(MINUTE)).not.toContain(false);
});

it.each([DAY, -DAY])('a step of %i ms that stays is believed after three minutes', (step) => {
  const { run, set } = clocks();
  run(MINUTE);
  set(step);
  const trusted = run(5 * MINUTE);
  expect(trusted.slice(0, 80)).not.toContain(true);
  expect(trusted.slice(-30)).not.toContain(false);
});

it('several steps are waited out from the last', () => {
  const { run, set } = clocks();
  run(MINUTE);
  set(DAY);
  run(2 * MINUTE);
  set(DAY);
  expect(run(2 * MINUTE)).not.toContain(true);
});
