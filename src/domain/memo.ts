/**
 * Remembers the results of a pure function of strings that is slow to compute. Bounded: when `limit` results are kept,
 * the oldest goes. The caller sees no difference but speed.
 */
export function memo<Key extends string[], Result>(
  limit: number,
  compute: (...key: Key) => Result,
): (...key: Key) => Result {
  const kept = new Map<string, { readonly result: Result }>();
  return (...key) => {
    const name = key.join('\n');
    const found = kept.get(name);
    if (found !== undefined) return found.result;
    const result = compute(...key);
    const [oldest] = kept.size >= limit ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(name, { result });
    return result;
  };
}
