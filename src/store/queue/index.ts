import PgBoss from 'pg-boss';
import { together } from '../gather';
import { createLanes, type Lanes } from './lanes';

/** The outbox queue: pg-boss on the same database as the facts, so that both are written in one transaction. */

export const OUTBOX = 'outbox';
/** Showing anew what is true now, apart from saying: a nudge never waits behind it. */
const REDRAW = 'redraw';

/** Work that the outbox carries, written in the same transaction as the facts. */
export type OutboxJob = {
  readonly workspaceId: string;
  /** Jobs of one lane are done one after another: what is said to one person keeps its order. */
  readonly lane: string;
} & (
  | { readonly do: 'deliver'; readonly messageId: string }
  | { readonly do: 'refresh'; readonly messageId: string }
  | { readonly do: 'home'; readonly memberId: string }
);

/** Runs one statement, or several when there are no values; answers the rows of the last. */
export interface SqlRunner {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface QueueOptions {
  /** How long a job that failed rests before it is tried again, in seconds; doubles each time. */
  readonly retryDelaySeconds: number;
}

/**
 * Does a job; answers after how many seconds it is to be done again, or null when it is done. What it throws is logged, and
 * the job is tried again some times, with growing patience.
 */
export type Handle = (job: OutboxJob) => Promise<number | null>;

export interface Queue {
  enqueue(jobs: readonly OutboxJob[], within: SqlRunner): Promise<void>;
  /**
   * Takes jobs until none is left that may run now; answers how many were done. Called again meanwhile, it looks again.
   *
   * @param getsOn called with each look at the queue and with each job that has ended
   */
  drain(handle: Handle, getsOn?: () => void): Promise<number>;
  /** Hands out again what a process took that then died or froze. */
  revive(): Promise<void>;
  /** Lets go of jobs that were done long ago. */
  tidy(): Promise<void>;
  /** Jobs that wait or are being worked on. */
  depth(): Promise<number>;
  /** Takes nothing more, and resolves when what is under way is done. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

/** Jobs under way at once: more share their statements, fewer leave the thread free sooner for whoever clicks meanwhile. */
const SAYING = 50;
const REDRAWING = 2;
/** So many redraws are looked at together, for several of the same thing are one. */
const REDRAWS_MERGED = 50;
/** A message has tries of its own, by its own row; this is for redraws, and for bugs. */
const TRIES = 12;
/** Longer than the calls of one job to Slack may take together: whoever has it after that is dead or frozen. */
const TAKEN_FOR = 50;
/** A job that has not ended by then never will; others had it long before, and its lane is needed. */
const GIVEN_UP_AFTER = 3 * 60_000;

/** A job of the outbox that neither ended nor broke. */
class StuckJob extends Error {
  override name = 'StuckJob';
  constructor(job: OutboxJob) {
    super(
      `A job of the outbox has not come to an end: ${job.do} in lane ${job.lane}. It is handed out again.`,
    );
  }
}

type QueuedJob = OutboxJob & { readonly order: number };

export async function openQueue(
  database: SqlRunner,
  options: QueueOptions,
  onError: (error: unknown) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values: unknown[]) => database.executeSql(text, values) },
    schedule: false,
    // `revive` and `tidy` are called by our own clockwork, which no step of the wall clock stops.
    supervise: false,
  });
  boss.on('error', onError);
  await boss.start();
  const known = await boss.getQueues();
  for (const name of [OUTBOX, REDRAW]) {
    const settings = {
      name,
      retryLimit: TRIES,
      retryDelay: options.retryDelaySeconds,
      retryBackoff: options.retryDelaySeconds > 0,
      expireInSeconds: TAKEN_FOR,
    };
    const old = known.find((queue) => queue.name === name);
    if (old === undefined) await boss.createQueue(name, settings);
    else if (old.expireInSeconds !== TAKEN_FOR || old.retryDelay !== settings.retryDelay) {
      await boss.updateQueue(name, settings);
    }
  }

  /** Breaks the tie between jobs of one millisecond: pg-boss hands them out in no order. */
  let order = 0;

  const completing = (queue: string) =>
    together.writes(async (ids: readonly string[]) => {
      await boss.complete(queue, [...ids]);
      return ids;
    });

  function lanesOf(queue: string, lanes: number, batch: (free: number) => number) {
    const complete = completing(queue);
    return createLanes<PgBoss.Job<QueuedJob>>({
      lanes,
      async fetch(free) {
        const jobs = await boss.fetch<QueuedJob>(queue, { batchSize: batch(free), includeMetadata: true });
        jobs.sort((a, b) => Number(a.createdOn) - Number(b.createdOn) || a.data.order - b.data.order);
        getsOn();
        const wanted = withoutRepeats(jobs);
        await Promise.all(jobs.filter((job) => !wanted.includes(job)).map(({ id }) => complete(id)));
        return wanted;
      },
      laneOf: ({ data }) => data.lane,
      patience: GIVEN_UP_AFTER,
      onStuck: ({ data }) => onError(new StuckJob(data)),
      async run({ id, data }) {
        try {
          const seconds = await handle(data);
          if (seconds !== null) await boss.insert([{ name: queue, data, startAfter: `${seconds} seconds` }]);
          await complete(id);
        } catch (error) {
          onError(error);
          await boss.fail(queue, id).catch(onError);
        }
        getsOn();
      },
    });
  }

  let handle: Handle = () => Promise.resolve(null);
  let getsOn: () => void = () => undefined;
  const working: readonly Lanes[] = [
    lanesOf(OUTBOX, SAYING, (free) => free),
    lanesOf(REDRAW, REDRAWING, () => REDRAWS_MERGED),
  ];
  async function rest(): Promise<void> {
    await Promise.all(working.map((lanes) => lanes.stop()));
  }

  return {
    async enqueue(jobs, within) {
      if (jobs.length === 0) return;
      await boss.insert(
        jobs.map((job) => ({
          name: job.do === 'deliver' ? OUTBOX : REDRAW,
          data: { ...job, order: (order += 1) },
        })),
        { db: { executeSql: (text: string, values: unknown[]) => within.executeSql(text, values) } },
      );
    },
    async drain(how, onRound = () => undefined) {
      handle = how;
      getsOn = onRound;
      // What is said is shown anew after: the second look finds what the first has brought.
      let done = 0;
      for (;;) {
        const counts = await Promise.all(working.map((lanes) => lanes.drain()));
        const now = counts.reduce((sum, count) => sum + count, 0);
        if (now === 0) return done;
        done += now;
      }
    },
    revive: () => boss.expire(),
    tidy: () => boss.maintain(),
    async depth() {
      const sizes = [OUTBOX, REDRAW].map((name) => boss.getQueueSize(name, { before: 'completed' }));
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
    rest,
    async stop() {
      await rest();
      await boss.stop({ graceful: true, close: true, wait: true });
    },
  };
}

/** Showing anew what is true now is done once, by the last job of several that ask for it; saying something is each its own. */
function withoutRepeats(jobs: readonly PgBoss.Job<QueuedJob>[]): PgBoss.Job<QueuedJob>[] {
  const last = new Map(jobs.map((job) => [whatIsShown(job.data) ?? job.id, job]));
  return jobs.filter((job) => last.get(whatIsShown(job.data) ?? job.id) === job);
}

function whatIsShown(job: OutboxJob): string | null {
  switch (job.do) {
    case 'home':
      return `home ${job.memberId}`;
    case 'refresh':
      return `refresh ${job.messageId}`;
    case 'deliver':
      return null;
  }
}
