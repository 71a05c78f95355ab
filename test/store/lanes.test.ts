import { createLanes } from '../../src/store/queue/lanes';

/** Lanes that are refilled one by one. */

interface Item {
  readonly lane: string;
  readonly id: number;
}

const PATIENCE = 60_000;

/** Lanes over a list; items end when they are told to. */
function work(items: readonly Item[], lanes: number) {
  const left = [...items];
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const stuck: number[] = [];
  const made = createLanes<Item>({
    lanes,
    fetch: (limit) => Promise.resolve(left.splice(0, limit)),
    laneOf: ({ lane }) => lane,
    run: ({ id }) =>
      new Promise((resolve) => {
        begun.push(id);
        ends.set(id, resolve);
      }),
    patience: PATIENCE,
    onStuck: ({ id }) => void stuck.push(id),
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    lanes: made,
    begun,
    stuck,
    left,
    turn,
    end: async (...ids: number[]) => {
      for (const id of ids) ends.get(id)?.();
      await turn();
    },
  };
}

const each = (count: number): Item[] =>
  Array.from({ length: count }, (_, id) => ({ id, lane: `lane ${id}` }));

it('a slow one holds no other', async () => {
  const { lanes, begun, end, turn } = work(each(30), 10);
  const drained = lanes.drain();
  await turn();
  // The first goes on and on.
  for (let id = 1; id < 30; id += 1) await end(id);
  expect(begun).toHaveLength(30);
  await end(0);
  expect(await drained).toBe(30);
});

it('no more are under way than there are lanes', async () => {
  const { begun, lanes, turn, end } = work(each(30), 10);
  const drained = lanes.drain();
  await turn();
  expect(begun).toHaveLength(10);
  for (let id = 0; id < 30; id += 1) await end(id);
  await drained;
});

it('one lane keeps its order, also over what is fetched later', async () => {
  const items = [0, 1, 2, 3, 4].map((id) => ({ id, lane: 'only' }));
  const { begun, lanes, end, turn } = work(items, 2);
  const drained = lanes.drain();
  await turn();
  expect(begun).toEqual([0]);
  for (const id of [0, 1, 2, 3, 4]) await end(id);
  await drained;
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

it('what comes while a slow one is under way is begun when it is called again', async () => {
  const { begun, lanes, left, end, turn } = work(each(1), 10);
  const drained = lanes.drain();
  await turn();
  left.push({ id: 7, lane: 'late' });
  const again = lanes.drain();
  await turn();
  expect(begun).toEqual([0, 7]);
  await end(0, 7);
  expect(await drained).toBe(2);
  expect(await again).toBe(2);
});

it('stopped, it ends what is under way and begins nothing', async () => {
  const { begun, lanes, end, turn } = work(each(30), 10);
  const drained = lanes.drain();
  await turn();
  const stopped = lanes.stop();
  await end(...begun);
  await stopped;
  await drained;
  expect(begun).toHaveLength(10);
});

it('one that never ends holds its lane for so long, and then its place is another’s', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const items = [0, 1, 2].map((id) => ({ id, lane: 'only' }));
  const { begun, lanes, stuck, end } = work(items, 2);
  const drained = lanes.drain();
  await jest.advanceTimersByTimeAsync(PATIENCE - 1);
  expect([begun, stuck]).toEqual([[0], []]);
  await jest.advanceTimersByTimeAsync(1);
  expect([begun, stuck]).toEqual([[0, 1], [0]]);
  await end(1);
  await end(2);
  expect(await drained).toBe(3);
  // What ended in its time is not called stuck later.
  await jest.advanceTimersByTimeAsync(2 * PATIENCE);
  expect(stuck).toEqual([0]);
  jest.useRealTimers();
});
