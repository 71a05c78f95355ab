import { oneByOne, together } from '../../src/store/gather';

/** Many questions, one query: and what becomes of them when the query fails. */

function failingOnce() {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    ask: (keys: readonly string[]) => {
      asked.push(keys);
      if (asked.length === 1) return Promise.reject(new Error('the answer was lost'));
      return Promise.resolve(keys.map((key) => key.toUpperCase()));
    },
  };
}

it('what is asked in one breath is one query, answered to each', async () => {
  const asked: (readonly string[])[] = [];
  const look = together.reads((keys: readonly string[]) => {
    asked.push(keys);
    return Promise.resolve(keys.map((key) => key.toUpperCase()));
  });
  expect(await Promise.all([look('a'), look('b'), look('c')])).toEqual(['A', 'B', 'C']);
  expect(asked).toEqual([['a', 'b', 'c']]);
});

it('reads that failed together are asked again one by one', async () => {
  const { asked, ask } = failingOnce();
  const look = together.reads(ask);
  expect(await Promise.all([look('a'), look('b')])).toEqual(['A', 'B']);
  expect(asked).toEqual([['a', 'b'], ['a'], ['b']]);
});

it('writes that failed together are never repeated: each learns that nobody knows', async () => {
  const { asked, ask } = failingOnce();
  const claim = together.writes(ask);
  const outcomes = await Promise.allSettled([claim('a'), claim('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toEqual([['a', 'b']]);
});

it('within a transaction each is asked at once', async () => {
  const { ask } = failingOnce();
  await expect(oneByOne.reads(ask)('a')).rejects.toThrow('the answer was lost');
  expect(await oneByOne.writes(ask)('b')).toBe('B');
});
