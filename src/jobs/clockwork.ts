import cron from 'node-cron';
import { createCourse, type Course } from './course';

/**
 * The clockwork: each line calls one verb, and what is due is in the database. A heartbeat beside it, which no step of the
 * wall clock stops, calls what the lines should have called, and notices what was called and never came round.
 */
export interface Verbs {
  /** Plans everything that is due. */
  readonly sweep: (getsOn: () => void) => Promise<void>;
  /** Works on what people sent and nobody is at work on: while Slack is away this may take long, and holds no sweep. */
  readonly takeUp: () => Promise<void>;
  /** Says what the outbox holds. */
  readonly drain: (getsOn: () => void) => Promise<unknown>;
  /** Hands out again what a dead or frozen process took. */
  readonly revive: () => Promise<void>;
  /** Forgets what was done long ago. */
  readonly tidy: () => Promise<void>;
}

/** Milliseconds since each came round: ended well, or got on. */
export interface Rounds {
  readonly sweep: number;
  readonly drain: number;
}

export interface Clockwork {
  rounds(): Rounds;
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
  /** Hears of what never came round, not even called again: this process is of no more use. */
  readonly onStandstill: (error: Standstill) => void;
}

/** Something was called, and neither ended nor got on. */
export class Hung extends Error {
  override name = 'Hung';
}

export class Standstill extends Error {
  override name = 'Standstill';
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HEARTBEAT = 5 * SECOND;
/** No statement and no call to Slack takes so long: what is silent for longer waits for something that will never come. */
const HUNG_AFTER = 3 * MINUTE;
const STANDSTILL_AFTER = 10 * MINUTE;

interface Line {
  readonly name: string;
  readonly expression: string;
  /** When it was not called for so long, the heartbeat calls it. */
  readonly within: number;
  /** One that may begin while it is under way. */
  readonly overlaps?: boolean;
  /** Left to itself: it may take as long as Slack is away, and nobody waits for it. */
  readonly isPatient?: boolean;
  readonly verb: (getsOn: () => void) => Promise<unknown>;
  readonly course: Course;
}

export function startClockwork(
  verbs: Verbs,
  { isSteady, running, onWarning, onError, onStandstill }: ClockworkTools,
): Clockwork {
  /** The time for which this process was awake, as its heart has felt it: whoever slept has hung nowhere. */
  let felt = 0;
  let beatAt = running();
  const awake = () => felt + Math.min(running() - beatAt, 2 * HEARTBEAT);

  const sweep = createCourse(awake);
  const drain = createCourse(awake);
  const lines: readonly Line[] = [
    { name: 'sweep', expression: '* * * * *', within: 75 * SECOND, verb: verbs.sweep, course: sweep },
    {
      name: 'take up',
      expression: '*/20 * * * * *',
      within: 25 * SECOND,
      isPatient: true,
      verb: verbs.takeUp,
      course: createCourse(awake),
    },
    // A drain that goes on for long looks again: the queue keeps each lane in its order.
    {
      name: 'drain',
      expression: '*/2 * * * * *',
      within: 5 * SECOND,
      overlaps: true,
      verb: verbs.drain,
      course: drain,
    },
    {
      name: 'revive',
      expression: '*/10 * * * * *',
      within: 15 * SECOND,
      verb: verbs.revive,
      course: createCourse(awake),
    },
    {
      name: 'tidy',
      expression: '17 3 * * *',
      within: 25 * 60 * MINUTE,
      isPatient: true,
      verb: verbs.tidy,
      course: createCourse(awake),
    },
  ];
  const calledAt = new Map(lines.map(({ name }) => [name, running()]));
  let isStanding = false;

  function call({ name, overlaps = false, verb, course }: Line): void {
    if (!isSteady()) return;
    calledAt.set(name, running());
    if (overlaps || !course.isUnderWay()) course.run(verb, onError);
  }

  /** What hangs is told once and let go of: rows are claimed and jobs handed out once, so that it may begin beside itself. */
  function watch({ name, isPatient = false, course }: Line): void {
    const silent = course.silentFor();
    if (isPatient || isStanding || silent < HUNG_AFTER) return;
    if (course.letGo())
      onError(new Hung(`The ${name} was called ${minutes(silent)} ago and has not come round.`));
    if (silent < STANDSTILL_AFTER) return;
    isStanding = true;
    onStandstill(
      new Standstill(
        `The ${name} has not come round for ${minutes(silent)}, not even called again. Nothing was lost: what waits is in the database. This process ends so that whoever started it starts it anew.`,
      ),
    );
  }

  const logger = {
    info: () => undefined,
    debug: () => undefined,
    warn: onWarning,
    error: (message: string | Error) => (typeof message === 'string' ? onWarning(message) : onError(message)),
  };
  const tasks = lines.map((line) => cron.schedule(line.expression, () => call(line), { logger }));
  const heart = setInterval(() => {
    felt = awake();
    beatAt = running();
    // What rests on purpose is not late.
    if (!isSteady()) for (const { course } of lines) course.rest();
    for (const line of lines) {
      if (running() - (calledAt.get(line.name) ?? 0) >= line.within) call(line);
      watch(line);
    }
  }, HEARTBEAT);
  // What fell due while nobody was there is not left for the next full minute.
  for (const line of lines.filter(({ name }) => name !== 'tidy')) call(line);

  return {
    rounds: () => ({ sweep: sweep.sinceRound(), drain: drain.sinceRound() }),
    async stop() {
      clearInterval(heart);
      for (const task of tasks) await task.destroy();
      await Promise.all(lines.map(({ course }) => course.ended()));
    },
  };
}

function minutes(milliseconds: number): string {
  return `${Math.floor(milliseconds / MINUTE)} minutes`;
}
