/** Tells when the wall clock was stepped, or the machine slept: until it is sure of the time, nothing is decided by it. */
export interface SteadyClock {
  readonly now: () => Date;
  /** False for a while after the wall clock has jumped: somebody may be putting it right. */
  readonly isSteady: () => boolean;
}

/** So much the two may differ between two looks: a correction by the network's time is smaller. */
const STEP = 30_000;
/** A wrong step is mostly put right sooner than this. */
const WAITED_OUT = 3 * 60_000;

/**
 * @param wall the wall clock
 * @param running milliseconds of a clock that nobody sets; where it began does not matter
 */
export function createSteadyClock(wall: () => Date, running: () => number): SteadyClock {
  let lastWall = wall().getTime();
  let lastRunning = running();
  /** How far the wall clock has been stepped away from where it was trusted. */
  let offset = 0;
  let since = 0;

  return {
    now: wall,
    isSteady() {
      const [nowWall, nowRunning] = [wall().getTime(), running()];
      const step = nowWall - lastWall - (nowRunning - lastRunning);
      [lastWall, lastRunning] = [nowWall, nowRunning];
      if (Math.abs(step) > STEP) {
        offset += step;
        since = nowRunning;
      }
      // Back where it was: the step was a slip.
      if (Math.abs(offset) <= STEP || nowRunning - since >= WAITED_OUT) offset = 0;
      return offset === 0;
    },
  };
}
