/**
 * Works on what a queue hands out, many lanes at once and each in its order; a lane that is slow holds no other. The field:
 * a worker pool over ordered partitions.
 */
export interface Lanes {
  /** Works until nothing is left to fetch and nothing is under way; answers how much was done. Called again meanwhile, it looks again. */
  drain(): Promise<number>;
  /** Fetches nothing more, and resolves when what is under way is done. What was fetched and not begun is not. */
  stop(): Promise<void>;
}

export interface Work<Item> {
  /** How many lanes may be under way at once. */
  readonly lanes: number;
  /** At most so many, those that may be done now. */
  readonly fetch: (limit: number) => Promise<readonly Item[]>;
  readonly laneOf: (item: Item) => string;
  /** Never rejects. */
  readonly run: (item: Item) => Promise<void>;
  /** In milliseconds: what has not ended by then holds its lane no more. */
  readonly patience: number;
  readonly onStuck: (item: Item) => void;
}

/** The queue is asked again once half of the lanes are free, so that those that begin together can ask together. */
const REFILL = 2;

export function createLanes<Item>(work: Work<Item>): Lanes {
  const { lanes, fetch, laneOf } = work;
  const underWay = new Map<string, Promise<void>>();
  const enough = Math.max(1, Math.floor(lanes / REFILL));
  let waiting: readonly Item[] = [];
  let draining: Promise<number> | null = null;
  let mayHaveMore = true;
  /** Somebody has called since the queue was asked last: whatever is free is filled, however many are slow. */
  let isCalled = true;
  let isStopped = false;
  let wake = () => undefined;

  /** Begins what waits, as long as a lane is free; what is of a lane under way follows in it. */
  function begin(): void {
    const left: Item[] = [];
    for (const item of waiting) {
      const lane = laneOf(item);
      const before = underWay.get(lane);
      if (before === undefined && (underWay.size >= lanes || left.some((other) => laneOf(other) === lane))) {
        left.push(item);
        continue;
      }
      const ended = (before ?? Promise.resolve())
        .then(() => endOf(item, work))
        .then(() => {
          if (underWay.get(lane) === ended) underWay.delete(lane);
          mayHaveMore = true;
        });
      underWay.set(lane, ended);
    }
    waiting = left;
  }

  async function drain(): Promise<number> {
    let fetched = 0;
    for (;;) {
      begin();
      const free = lanes - underWay.size;
      const isEnough = free >= enough || underWay.size === 0 || (isCalled && free > 0);
      if (mayHaveMore && !isStopped && waiting.length === 0 && isEnough) {
        mayHaveMore = false;
        isCalled = false;
        waiting = await fetch(free);
        fetched += waiting.length;
        continue;
      }
      if (underWay.size === 0) return fetched;
      const woken = new Promise<void>((resolve) => (wake = () => void resolve()));
      await Promise.race([...underWay.values(), woken]);
    }
  }

  return {
    drain() {
      mayHaveMore = true;
      isCalled = true;
      wake();
      draining ??= drain().finally(() => (draining = null));
      return draining;
    },
    async stop() {
      isStopped = true;
      waiting = [];
      await Promise.all(underWay.values());
    },
  };
}

/** Resolves when it has ended, or never will. */
function endOf<Item>(item: Item, { run, patience, onStuck }: Work<Item>): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      onStuck(item);
      resolve();
    }, patience);
    void run(item).finally(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}
