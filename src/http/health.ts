import type { Rounds } from '../jobs/clockwork';

/** What answers the question whether the bot is well, and which part is not: a route of Bolt's own server, in both modes. */

export interface Health {
  /** Whether Slack reaches us at this moment. */
  readonly isConnected: () => boolean;
  /** Whether the database does; it may take its time. */
  readonly answers: () => Promise<void>;
  readonly waiting: () => Promise<{ readonly messages: number; readonly laidAside: number }>;
  /** Null while no clockwork goes. */
  readonly rounds: () => Rounds | null;
}

interface Answer {
  writeHead(status: number, headers: Record<string, string>): void;
  end(body: string): void;
}

/** Whoever asks is answered by then, whatever the database does. */
const LIMIT = 2000;
/** A clockwork that has not come round for so long does not go. */
const TOO_LONG = 3 * 60_000;

export function healthRoute(health: Health) {
  // However many ask, the database is asked once at a time.
  let underWay: ReturnType<typeof look> | null = null;
  return {
    path: '/healthz',
    method: ['GET'],
    handler: (_request: unknown, answer: Answer) => {
      underWay ??= look(health).finally(() => (underWay = null));
      void underWay.then((seen) => {
        answer.writeHead(seen.notWell.length === 0 ? 200 : 503, { 'content-type': 'application/json' });
        answer.end(`${JSON.stringify(seen)}\n`);
      });
    },
  };
}

/** Counts and seconds: nothing of anybody. */
async function look({ isConnected, answers, waiting, rounds }: Health) {
  const [answered, counted] = await Promise.all([inTime(answers().then(() => true)), inTime(waiting())]);
  const { sweep = null, drain = null } = rounds() ?? {};
  const parts = {
    slack: { ok: isConnected() },
    database: { ok: answered === true },
    outbox: { ...round(drain), waiting: counted?.messages ?? null },
    sweep: round(sweep),
  };
  const notWell = Object.entries(parts).flatMap(([name, { ok }]) => (ok ? [] : [name]));
  return { ok: notWell.length === 0, notWell, ...parts, laidAside: counted?.laidAside ?? null };
}

function round(ago: number | null): { ok: boolean; secondsSinceRound: number | null } {
  return {
    ok: ago === null || ago <= TOO_LONG,
    secondsSinceRound: ago === null ? null : Math.round(ago / 1000),
  };
}

/** Null when it breaks, or takes too long. */
function inTime<Result>(work: Promise<Result>): Promise<Result | null> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(null), LIMIT);
    work.then(resolve, () => resolve(null)).finally(() => clearTimeout(limit));
  });
}
