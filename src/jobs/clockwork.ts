import cron from 'node-cron';

/** The clockwork: each line calls one verb. Nobody has a timer of their own; what is due is in the database. */
export interface Verbs {
  /** Plans everything that is due. */
  sweep(): Promise<void>;
  /** Says what the outbox holds. */
  drain(): Promise<void>;
  /** Forgets event ids that Slack will not send again. */
  tidy(): Promise<void>;
}

export interface Clockwork {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function startClockwork(verbs: Verbs, onError: (error: unknown) => void): Clockwork {
  const running = new Set<Promise<void>>();
  const every = (expression: string, verb: () => Promise<void>) =>
    cron.schedule(
      expression,
      async () => {
        const run = verb().catch(onError);
        running.add(run);
        await run;
        running.delete(run);
      },
      { noOverlap: true },
    );
  const tasks = [
    every('* * * * *', () => verbs.sweep()),
    // The one drain of this process: a second beside it could say a person's messages out of order.
    every('*/2 * * * * *', () => verbs.drain()),
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
