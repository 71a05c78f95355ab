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
  stop(): Promise<void>;
}

export function startClockwork(verbs: Verbs, onError: (error: unknown) => void): Clockwork {
  const every = (expression: string, verb: () => Promise<void>) =>
    cron.schedule(expression, () => verb().catch(onError), { noOverlap: true });
  const tasks = [
    every('* * * * *', async () => {
      await verbs.sweep();
      await verbs.drain();
    }),
    every('*/2 * * * * *', () => verbs.drain()),
    every('17 3 * * *', () => verbs.tidy()),
  ];
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}
