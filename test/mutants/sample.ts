/** Some of these, the same ones for the same seed. */
export function sample<Item>(items: readonly Item[], size: number, seed: number): Item[] {
  const left = [...items];
  const next = randomFrom(seed);
  const taken: Item[] = [];
  while (taken.length < size && left.length > 0)
    taken.push(...left.splice(Math.floor(next() * left.length), 1));
  return taken;
}

/** Numbers from 0 up to 1 that a seed alone decides (a linear congruential generator, as in Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
