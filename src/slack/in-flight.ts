import type { App } from '@slack/bolt';

/** Counts what the app is working on, because Bolt's stop() waits for none of it. */
export interface InFlight {
  /** Resolves once nothing is being worked on. */
  idle(): Promise<void>;
}

export function countInFlight(app: App): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  const process = app.processEvent.bind(app);
  // Not a middleware: Bolt authorises before the first one runs, and that is work too.
  app.processEvent = async (event) => {
    count += 1;
    try {
      await process(event);
    } finally {
      count -= 1;
      if (count === 0) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
    }
  };
  return {
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
