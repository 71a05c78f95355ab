/**
 * Lets many ask one by one and asks the database once, as a DataLoader does: what is asked in one turn of the event loop,
 * or while an earlier question is under way, goes together as the next. Outside transactions only: one that waited here
 * for another connection could wait for itself.
 */
export interface Gather {
  /** A batch that fails is asked again one by one: one bad key fails nobody else's question. */
  readonly reads: Gathering;
  /** A batch that fails fails for each, and is never repeated: what was written and lost its answer would be done twice. */
  readonly writes: Gathering;
}

/** @param ask answers in the order of its keys */
type Gathering = <Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
) => (key: Key) => Promise<Answer>;

export const together: Gather = {
  reads: (ask) => batched(ask, oneByOne.reads(ask)),
  writes: (ask) => batched(ask, null),
};

function batched<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
  askAgain: ((key: Key) => Promise<Answer>) | null,
): (key: Key) => Promise<Answer> {
  interface Waiting {
    readonly key: Key;
    readonly resolve: (answer: Answer | Promise<Answer>) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isAsking = false;

  async function askAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const answers = await ask(batch.map(({ key }) => key));
        for (const [index, answer] of answers.entries()) batch[index]?.resolve(answer);
      } catch (error) {
        for (const { key, resolve, reject } of batch) {
          if (batch.length === 1 || askAgain === null) reject(error);
          else resolve(askAgain(key));
        }
      }
    }
    isAsking = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (isAsking) return;
      isAsking = true;
      setImmediate(() => void askAll());
    });
}

const atOnce: Gathering = (ask) => async (key) => {
  const [answer] = await ask([key]);
  if (answer === undefined) throw new Error('A question was left without an answer');
  return answer;
};

/** Within a transaction: asks at once. */
export const oneByOne: Gather = { reads: atOnce, writes: atOnce };

/** Rows beside the keys they belong to: a row or null for each. */
export function beside<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

/** The same for keys with any number of rows. */
export function allBeside<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): Row[][] {
  return keys.map((key) => rows.filter((row) => keyOf(row) === key));
}
