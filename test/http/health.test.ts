import { healthRoute, type Health } from '../../src/http/health';

/** What the operator's monitor is told, and that it is told in time. */

const MINUTE = 60_000;
const never = () => new Promise<never>(() => undefined);

const WELL: Health = {
  isConnected: () => true,
  answers: () => Promise.resolve(),
  waiting: () => Promise.resolve({ messages: 3, laidAside: 1 }),
  rounds: () => ({ sweep: 59_000, drain: 1900 }),
};

interface Answered {
  status: number;
  body: unknown;
}

function asker(health: Partial<Health>): () => Promise<Answered> {
  const { handler } = healthRoute({ ...WELL, ...health });
  return () =>
    new Promise((resolve) => {
      let status = 0;
      handler(null, {
        writeHead: (given) => (status = given),
        end: (body) => resolve({ status, body: JSON.parse(body) }),
      });
    });
}

const ask = (health: Partial<Health>) => asker(health)();

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('says of each part that it is well', async () => {
  expect(await ask({})).toEqual({
    status: 200,
    body: {
      ok: true,
      notWell: [],
      slack: { ok: true },
      database: { ok: true },
      outbox: { ok: true, secondsSinceRound: 2, waiting: 3 },
      sweep: { ok: true, secondsSinceRound: 59 },
      laidAside: 1,
    },
  });
});

it.each<[string, Partial<Health>]>([
  ['slack', { isConnected: () => false }],
  ['database', { answers: () => Promise.reject(new Error('somebody’s words')) }],
  ['outbox', { rounds: () => ({ sweep: 0, drain: 3 * MINUTE + 1 }) }],
  ['sweep', { rounds: () => ({ sweep: 3 * MINUTE + 1, drain: 0 }) }],
])('names the %s that is not', async (part, health) => {
  const { status, body } = await ask(health);
  expect(status).toBe(503);
  expect(body).toMatchObject({ ok: false, notWell: [part], [part]: { ok: false } });
  expect(JSON.stringify(body)).not.toContain('words');
});

it('a clockwork that comes round within three minutes is well, and one that has not begun too', async () => {
  expect(await ask({ rounds: () => ({ sweep: 3 * MINUTE, drain: 3 * MINUTE }) })).toMatchObject({
    status: 200,
  });
  expect(await ask({ rounds: () => null })).toMatchObject({
    status: 200,
    body: { sweep: { secondsSinceRound: null } },
  });
});

it('answers in two seconds where the database never does, and asks it once for all who ask meanwhile', async () => {
  const answers = jest.fn(never);
  const askAgain = asker({ answers, waiting: never });
  const asked = Promise.all([askAgain(), askAgain(), askAgain()]);
  await jest.advanceTimersByTimeAsync(2000);
  for (const { status, body } of await asked) {
    expect(status).toBe(503);
    expect(body).toMatchObject({ notWell: ['database'], outbox: { waiting: null }, laidAside: null });
  }
  expect(answers).toHaveBeenCalledTimes(1);
  const later = askAgain();
  await jest.advanceTimersByTimeAsync(2000);
  await later;
  expect(answers).toHaveBeenCalledTimes(2);
});

it('where only the counting takes long, the database is well', async () => {
  const asked = ask({ waiting: never });
  await jest.advanceTimersByTimeAsync(2000);
  expect(await asked).toMatchObject({ status: 200, body: { outbox: { waiting: null } } });
});
