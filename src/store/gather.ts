/**
 * Lets many ask one by one and asks the database once: what is asked in one turn of the event loop, or while an earlier
 * question is under way, goes together as the next. Outside transactions only: one that waited here for another
 * connection could wait for itself.
 */
export type Gather = <Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
) => (key: Key) => Promise<Answer>;

/** @param ask answers in the order of its keys */
export function together<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
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
        // One bad key fails nobody else's question.
        for (const { key, resolve, reject } of batch) {
          if (batch.length === 1) reject(error);
          else resolve(oneByOne(ask)(key));
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

/** Within a transaction: asks at once. */
export const oneByOne: Gather = (ask) => async (key) => {
  const [answer] = await ask([key]);
  if (answer === undefined) throw new Error('A question was left without an answer');
  return answer;
};

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
