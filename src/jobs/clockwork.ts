import cron from 'node-cron';

/**
 * The clockwork: each line calls one verb, and what is due is in the database. A heartbeat beside it, which no step of the
 * wall clock stops, calls what the lines should have called.
 */
export interface Verbs {
  /** Plans everything that is due. */
  readonly sweep: () => Promise<void>;
  /** Works on what people sent and nobody is at work on: while Slack is away this may take long, and holds no sweep. */
  readonly takeUp: () => Promise<void>;
  /** Says what the outbox holds. */
  readonly drain: () => Promise<unknown>;
  /** Hands out again what a dead or frozen process took. */
  readonly revive: () => Promise<void>;
  /** Forgets what was done long ago. */
  readonly tidy: () => Promise<void>;
}

export interface Clockwork {
  /** Begins nothing more, and resolves when nothing is under way. */
  stop(): Promise<void>;
}

export interface ClockworkTools {
  /** False while the time is not to be trusted: nothing is called. */
  readonly isSteady: () => boolean;
  /** Milliseconds of a clock that nobody sets. */
  readonly running: () => number;
  readonly onWarning: (warning: string) => void;
  readonly onError: (error: unknown) => void;
}

const SECOND = 1000;
const HEARTBEAT = 5 * SECOND;

interface Line {
  readonly name: string;
  readonly expression: string;
  /** When it was not called for so long, the heartbeat calls it. */
  readonly within: number;
  /** One that may begin while it is under way. */
  readonly overlaps?: boolean;
  readonly verb: () => Promise<unknown>;
}

export function startClockwork(
  verbs: Verbs,
  { isSteady, running, onWarning, onError }: ClockworkTools,
): Clockwork {
  const lines: readonly Line[] = [
    { name: 'sweep', expression: '* * * * *', within: 75 * SECOND, verb: verbs.sweep },
    { name: 'take up', expression: '*/20 * * * * *', within: 25 * SECOND, verb: verbs.takeUp },
    // A drain that goes on for long looks again: the queue keeps each lane in its order.
    {
      name: 'drain',
      expression: '*/2 * * * * *',
      within: 5 * SECOND,
      overlaps: true,
      verb: verbs.drain,
    },
    { name: 'revive', expression: '*/10 * * * * *', within: 15 * SECOND, verb: verbs.revive },
    { name: 'tidy', expression: '17 3 * * *', within: 25 * 3600 * SECOND, verb: verbs.tidy },
  ];
  const underWay = new Map<Promise<void>, string>();
  const calledAt = new Map(lines.map(({ name }) => [name, running()]));

  function call({ name, overlaps = false, verb }: Line): void {
    if (!isSteady()) return;
    calledAt.set(name, running());
    if (!overlaps && [...underWay.values()].includes(name)) return;
    const run = verb()
      .then(() => undefined, onError)
      .finally(() => underWay.delete(run));
    underWay.set(run, name);
  }

  const logger = {
    info: () => undefined,
    debug: () => undefined,
    warn: onWarning,
    error: (message: string | Error) => (typeof message === 'string' ? onWarning(message) : onError(message)),
  };
  const tasks = lines.map((line) => cron.schedule(line.expression, () => call(line), { logger }));
  const heart = setInterval(() => {
    for (const line of lines) {
      if (running() - (calledAt.get(line.name) ?? 0) >= line.within) call(line);
    }
  }, HEARTBEAT);
  // What fell due while nobody was there is not left for the next full minute.
  for (const line of lines.filter(({ name }) => name !== 'tidy')) call(line);

  return {
    async stop() {
      clearInterval(heart);
      for (const task of tasks) await task.destroy();
      await Promise.all(underWay.keys());
    },
  };
}
