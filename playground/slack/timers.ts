/** Timers that all end with the local Slack. */

export interface Timers {
  /** Calls back after so many real milliseconds; the answer cancels. */
  after(ms: number, act: () => void): () => void;
  wait(ms: number): Promise<void>;
  every(ms: number, act: () => void): () => void;
  /** Cancels what is still due; waits end at once. */
  close(): void;
}

/** Real timers that end with the local Slack and never keep a process alive. */
export function createTimers(): Timers {
  const pending = new Map<NodeJS.Timeout, (() => void) | null>();

  function start(ms: number, act: () => void, atClose: (() => void) | null): () => void {
    const timer = setTimeout(() => {
      pending.delete(timer);
      act();
    }, ms);
    timer.unref();
    pending.set(timer, atClose);
    return () => {
      clearTimeout(timer);
      pending.delete(timer);
    };
  }

  return {
    after: (ms, act) => start(ms, act, null),
    wait: (ms) =>
      new Promise((resolve) => {
        start(ms, resolve, resolve);
      }),
    every(ms, act) {
      const timer = setInterval(act, ms);
      timer.unref();
      pending.set(timer, null);
      return () => {
        clearInterval(timer);
        pending.delete(timer);
      };
    },
    close() {
      for (const [timer, atClose] of pending) {
        clearTimeout(timer);
        atClose?.();
      }
      pending.clear();
    },
  };
}
