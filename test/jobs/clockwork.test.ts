import { EXIT } from '../../src/exit-codes';
import { explainFatal } from '../../src/fatal';
import { Hung, startClockwork, type ClockworkTools, type Verbs } from '../../src/jobs/clockwork';

/** What the clockwork calls, with timers that are moved. */

const SECOND = 1000;
const verbs = (): jest.Mocked<Verbs> => ({
  sweep: jest.fn((_getsOn: () => void) => Promise.resolve()),
  takeUp: jest.fn(() => Promise.resolve()),
  drain: jest.fn((_getsOn: () => void) => Promise.resolve()),
  revive: jest.fn(() => Promise.resolve()),
  tidy: jest.fn(() => Promise.resolve()),
});
const ignore = () => undefined;
const never = () => new Promise<void>(() => undefined);

function start(called: Verbs, tools: Partial<ClockworkTools> = {}) {
  return startClockwork(called, {
    isSteady: () => true,
    running: () => performance.now(),
    onWarning: ignore,
    onError: ignore,
    onStandstill: ignore,
    ...tools,
  });
}

beforeEach(() => jest.useFakeTimers({ now: new Date('2027-02-01T15:00:30Z') }));
afterEach(() => jest.useRealTimers());

it('does at its start what fell due before, and then goes by its lines', async () => {
  const called = verbs();
  const clockwork = start(called);
  expect(called.sweep).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(180 * SECOND);
  expect(called.sweep.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(called.drain.mock.calls.length).toBeGreaterThan(80);
  expect(called.tidy).not.toHaveBeenCalled();
  await clockwork.stop();
});

it('goes on when the wall clock is set back a day', async () => {
  const called = verbs();
  let ran = 0;
  const clockwork = start(called, {
    running: () => ran,
  });
  jest.setSystemTime(new Date('2027-01-31T15:00:30Z'));
  const before = called.drain.mock.calls.length;
  for (let turns = 0; turns < 60; turns += 1) {
    ran += 5 * SECOND;
    await jest.advanceTimersByTimeAsync(5 * SECOND);
  }
  expect(called.drain.mock.calls.length).toBeGreaterThan(before + 50);
  expect(called.sweep.mock.calls.length).toBeGreaterThan(3);
  await clockwork.stop();
});

it('calls nothing while the time is not to be trusted, and everything once it is', async () => {
  const called = verbs();
  let isSteady = false;
  const clockwork = start(called, {
    isSteady: () => isSteady,
  });
  await jest.advanceTimersByTimeAsync(120 * SECOND);
  expect(called.sweep).not.toHaveBeenCalled();
  expect(called.drain).not.toHaveBeenCalled();
  isSteady = true;
  await jest.advanceTimersByTimeAsync(90 * SECOND);
  expect(called.sweep).toHaveBeenCalled();
  expect(called.drain).toHaveBeenCalled();
  await clockwork.stop();
});

it('what people sent long ago may take long, and holds no sweep', async () => {
  const called = verbs();
  called.takeUp.mockReturnValue(new Promise(() => undefined));
  start(called);
  await jest.advanceTimersByTimeAsync(180 * SECOND);
  expect(called.takeUp).toHaveBeenCalledTimes(1);
  expect(called.sweep.mock.calls.length).toBeGreaterThan(2);
});

it('a verb that breaks is told, and called again', async () => {
  const called = verbs();
  const errors: unknown[] = [];
  called.sweep.mockRejectedValue(new Error('broken'));
  const clockwork = start(called, {
    onError: (error) => errors.push(error),
  });
  await jest.advanceTimersByTimeAsync(180 * SECOND);
  expect(errors.length).toBeGreaterThan(2);
  await clockwork.stop();
});

const MINUTE = 60 * SECOND;

it('a sweep that never ends is told once, and another begins beside it', async () => {
  const called = verbs();
  const errors: unknown[] = [];
  called.sweep.mockImplementationOnce(never);
  const clockwork = start(called, { onError: (error) => errors.push(error) });
  await jest.advanceTimersByTimeAsync(2.9 * MINUTE);
  expect(called.sweep).toHaveBeenCalledTimes(1);
  expect(errors).toEqual([]);
  await jest.advanceTimersByTimeAsync(2 * MINUTE);
  expect(called.sweep.mock.calls.length).toBeGreaterThan(1);
  expect(errors).toEqual([new Hung('The sweep was called 3 minutes ago and has not come round.')]);
  expect(clockwork.rounds().sweep).toBeLessThanOrEqual(MINUTE);
  await jest.advanceTimersByTimeAsync(20 * MINUTE);
  expect(errors).toHaveLength(1);
  await clockwork.stop();
});

it.each(['sweep', 'drain', 'revive'] as const)(
  'where not even another %s comes round, the process is of no more use',
  async (name) => {
    const called = verbs();
    const [errors, ends]: [unknown[], Error[]] = [[], []];
    called[name].mockImplementation(never);
    start(called, { onError: (error) => errors.push(error), onStandstill: (error) => ends.push(error) });
    await jest.advanceTimersByTimeAsync(9.9 * MINUTE);
    expect(errors).toHaveLength(1);
    expect(ends).toEqual([]);
    await jest.advanceTimersByTimeAsync(5 * MINUTE);
    const [fatal = null] = ends.map(explainFatal);
    expect(fatal?.sentence).toMatch(
      new RegExp(`^The ${name} has not come round for 10 minutes.+Nothing was lost`),
    );
    expect(fatal?.code).toBe(EXIT.standstill);
    expect(ends).toHaveLength(1);
  },
);

it.each(['sweep', 'drain'] as const)('a %s that takes long and gets on is left to it', async (name) => {
  const called = verbs();
  const broken: unknown[] = [];
  called[name].mockImplementation((getsOn) => {
    setInterval(getsOn, MINUTE);
    return never();
  });
  const note = (error: unknown) => broken.push(error);
  const clockwork = start(called, { onError: note, onStandstill: note });
  await jest.advanceTimersByTimeAsync(30 * MINUTE);
  expect(broken).toEqual([]);
  expect(clockwork.rounds()[name]).toBeLessThanOrEqual(MINUTE);
});

it('what breaks each time has not come round, and does not hang', async () => {
  const called = verbs();
  const errors: unknown[] = [];
  called.drain.mockRejectedValue(new Error('the database is away'));
  const clockwork = start(called, {
    onError: (error) => errors.push(error),
    onStandstill: (error) => errors.push(error),
  });
  await jest.advanceTimersByTimeAsync(12 * MINUTE);
  expect(clockwork.rounds().drain).toBeGreaterThan(11 * MINUTE);
  expect(clockwork.rounds().sweep).toBeLessThanOrEqual(MINUTE);
  expect(
    errors.filter((error) => error instanceof Error && error.message !== 'the database is away'),
  ).toEqual([]);
  await clockwork.stop();
});

it('what people sent long ago may take as long as Slack is away', async () => {
  const called = verbs();
  const broken: unknown[] = [];
  called.takeUp.mockImplementation(never);
  const note = (error: unknown) => broken.push(error);
  start(called, { onError: note, onStandstill: note });
  await jest.advanceTimersByTimeAsync(60 * MINUTE);
  expect(broken).toEqual([]);
});

it('a machine that slept over a sweep ends nothing when it wakes', async () => {
  const called = verbs();
  const broken: unknown[] = [];
  let slept = 0;
  let wake = ignore as () => void;
  called.sweep.mockImplementationOnce(() => new Promise((resolve) => (wake = resolve)));
  const note = (error: unknown) => broken.push(error);
  const clockwork = start(called, {
    running: () => performance.now() + slept,
    onError: note,
    onStandstill: note,
  });
  await jest.advanceTimersByTimeAsync(MINUTE);
  slept = 8 * 60 * MINUTE;
  await jest.advanceTimersByTimeAsync(MINUTE);
  wake();
  await jest.advanceTimersByTimeAsync(MINUTE);
  expect(broken).toEqual([]);
  await clockwork.stop();
});

it('while the time is not to be trusted nothing is late', async () => {
  let isSteady = true;
  const clockwork = start(verbs(), { isSteady: () => isSteady });
  isSteady = false;
  await jest.advanceTimersByTimeAsync(10 * MINUTE);
  expect(clockwork.rounds().sweep).toBeLessThanOrEqual(MINUTE);
  await clockwork.stop();
});
