import { startClockwork, type Verbs } from '../../src/jobs/clockwork';

/** What the clockwork calls, with timers that are moved. */

const SECOND = 1000;
const verbs = (): jest.Mocked<Verbs> => ({
  sweep: jest.fn(() => Promise.resolve()),
  takeUp: jest.fn(() => Promise.resolve()),
  drain: jest.fn(() => Promise.resolve()),
  revive: jest.fn(() => Promise.resolve()),
  tidy: jest.fn(() => Promise.resolve()),
});
const ignore = () => undefined;

beforeEach(() => jest.useFakeTimers({ now: new Date('2027-02-01T15:00:30Z') }));
afterEach(() => jest.useRealTimers());

it('does at its start what fell due before, and then goes by its lines', async () => {
  const called = verbs();
  const running = () => performance.now();
  const clockwork = startClockwork(called, {
    isSteady: () => true,
    running,
    onWarning: ignore,
    onError: ignore,
  });
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
  const clockwork = startClockwork(called, {
    isSteady: () => true,
    running: () => ran,
    onWarning: ignore,
    onError: ignore,
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
  const clockwork = startClockwork(called, {
    isSteady: () => isSteady,
    running: () => performance.now(),
    onWarning: ignore,
    onError: ignore,
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
  startClockwork(called, {
    isSteady: () => true,
    running: () => performance.now(),
    onWarning: ignore,
    onError: ignore,
  });
  await jest.advanceTimersByTimeAsync(180 * SECOND);
  expect(called.takeUp).toHaveBeenCalledTimes(1);
  expect(called.sweep.mock.calls.length).toBeGreaterThan(2);
});

it('a verb that breaks is told, and called again', async () => {
  const called = verbs();
  const errors: unknown[] = [];
  called.sweep.mockRejectedValue(new Error('broken'));
  const clockwork = startClockwork(called, {
    isSteady: () => true,
    running: () => performance.now(),
    onWarning: ignore,
    onError: (error) => errors.push(error),
  });
  await jest.advanceTimersByTimeAsync(180 * SECOND);
  expect(errors.length).toBeGreaterThan(2);
  await clockwork.stop();
});
