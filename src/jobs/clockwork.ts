import cron from 'node-cron';

/** The clockwork: each line calls one verb. Nobody has a timer of their own; what is due is in the database. */
export interface Verbs {
  /** Plans everything that is due. */
  sweep(): Promise<void>;
  /** Says what the outbox holds. */
  drain(): Promise<void>;
  /** Hands out again what a dead or frozen process took. */
  revive(): Promise<void>;
  /** Forgets event ids that Slack will not send again. */
  tidy(): Promise<void>;
}

export interface Clockwork {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function startClockwork(verbs: Verbs, onError: (error: unknown) => void): Clockwork {
  const running = new Set<Promise<void>>();
  const every = (expression: string, verb: () => Promise<void>, noOverlap = true) =>
    cron.schedule(
      expression,
      async () => {
        const run = verb().catch(onError);
        running.add(run);
        await run;
        running.delete(run);
      },
      { noOverlap },
    );
  const tasks = [
    every('* * * * *', () => verbs.sweep()),
    // A drain that goes on for long looks again: the queue keeps each lane in its order.
    every('*/2 * * * * *', () => verbs.drain(), false),
    every('*/10 * * * * *', () => verbs.revive()),
    every('17 3 * * *', () => verbs.tidy()),
  ];
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      // What was begun is finished while there is still a database to write it down in.
      await Promise.all(running);
    },
  };
}
