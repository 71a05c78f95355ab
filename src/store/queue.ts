import PgBoss from 'pg-boss';
import { together } from './gather';

/** The outbox queue: pg-boss on the same database as the facts, so that both are written in one transaction. */

export const OUTBOX = 'outbox';

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
  /** Whether this process also looks for jobs whose worker died. */
  readonly supervise: boolean;
}

export interface Queue {
  enqueue(jobs: readonly OutboxJob[], within: SqlRunner): Promise<void>;
  /** Takes jobs until none is left that may run now; answers how many were done. */
  drain(handle: (job: OutboxJob) => Promise<void>): Promise<number>;
  /** Jobs that wait or are being worked on. */
  depth(): Promise<number>;
  stop(): Promise<void>;
}

/** Jobs under way at once: more share their statements, fewer leave the thread free sooner for whoever clicks meanwhile. */
const BATCH = 50;

type QueuedJob = OutboxJob & { readonly order: number };

export async function openQueue(
  database: { connectionString: string } | { db: SqlRunner },
  options: QueueOptions,
  onError: (error: unknown) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    ...('db' in database
      ? {
          db: {
            executeSql: (text: string, values: unknown[]) => database.db.executeSql(text, values),
          },
        }
      : { connectionString: database.connectionString, max: 4 }),
    schedule: false,
    supervise: options.supervise,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(OUTBOX, {
    name: OUTBOX,
    retryLimit: 12,
    retryDelay: options.retryDelaySeconds,
    retryBackoff: options.retryDelaySeconds > 0,
    expireInSeconds: 60,
  });

  /** Breaks the tie between jobs of one millisecond: pg-boss hands them out in no order. */
  let order = 0;

  const complete = together.writes(async (ids: readonly string[]) => {
    await boss.complete(OUTBOX, [...ids]);
    return ids;
  });

  async function runOne(job: PgBoss.Job<QueuedJob>, handle: (job: OutboxJob) => Promise<void>) {
    try {
      await handle(job.data);
    } catch (error) {
      onError(error);
      await boss.fail(OUTBOX, job.id);
      return;
    }
    await complete(job.id);
  }

  async function runLane(jobs: PgBoss.Job<QueuedJob>[], handle: (job: OutboxJob) => Promise<void>) {
    for (const job of jobs) await runOne(job, handle);
  }

  return {
    async enqueue(jobs, within) {
      if (jobs.length === 0) return;
      await boss.insert(
        jobs.map((job) => ({ name: OUTBOX, data: { ...job, order: (order += 1) } })),
        { db: { executeSql: (text: string, values: unknown[]) => within.executeSql(text, values) } },
      );
    },
    async drain(handle) {
      let done = 0;
      for (;;) {
        const jobs = await boss.fetch<QueuedJob>(OUTBOX, { batchSize: BATCH, includeMetadata: true });
        if (jobs.length === 0) return done;
        jobs.sort((a, b) => Number(a.createdOn) - Number(b.createdOn) || a.data.order - b.data.order);
        const wanted = withoutRepeats(jobs);
        await Promise.all(jobs.filter((job) => !wanted.includes(job)).map(({ id }) => complete(id)));
        const lanes = new Set(wanted.map(({ data }) => data.lane));
        await Promise.all(
          [...lanes].map((lane) =>
            runLane(
              wanted.filter(({ data }) => data.lane === lane),
              handle,
            ),
          ),
        );
        done += jobs.length;
      }
    },
    depth: () => boss.getQueueSize(OUTBOX, { before: 'completed' }),
    stop: () => boss.stop({ graceful: true, close: true, wait: true }),
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
