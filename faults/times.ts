import { DUE } from '../bench/seed';

/** The time of a run: it goes faster than the machine's, begins shortly before everybody is due, and can be stepped. */

/** Minutes of waiting become seconds. More would make the work of two cores look slow. */
export const RATE = 10;
/** As long as Slack, the rows and the bots take to be there. */
const BEFORE = 60_000;

export interface RunTime {
  /** What the processes of the run need to know of it. */
  readonly env: Readonly<Record<string, string>>;
  /** The run's time now, in milliseconds, without steps. */
  now(): number;
  /** Resolves after so many milliseconds of the run. */
  pass(milliseconds: number): Promise<void>;
  /** Resolves when this is true; false when it was not in so many milliseconds of the run. */
  until(isTrue: () => Promise<boolean>, within: number): Promise<boolean>;
}

export function startTime(): RunTime {
  const since = Date.now();
  const begin = DUE.getTime() - BEFORE;
  const now = () => begin + (Date.now() - since) * RATE;
  const pass = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds / RATE));
  return {
    env: { FAULTS_BEGIN: String(begin), FAULTS_SINCE: String(since), FAULTS_RATE: String(RATE) },
    now,
    pass,
    async until(isTrue, within) {
      const end = now() + within;
      while (now() < end) {
        if (await isTrue()) return true;
        await pass(1500);
      }
      return false;
    },
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
