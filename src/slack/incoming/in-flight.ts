/** Counts what is being worked on, because Bolt's stop() waits for none of it. */
export interface InFlight {
  during<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves once nothing is being worked on. */
  idle(): Promise<void>;
}

export function countInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    async during(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) {
          for (const resolve of waiting) resolve();
          waiting = [];
        }
      }
    },
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
