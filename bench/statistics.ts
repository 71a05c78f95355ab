/** What a busy machine leaves standing: medians, and ratios of what ran side by side. */

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('Nothing was measured');
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Rounds {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
  /** Median of the ratios ours / floor, round by round: what troubles the machine troubles both halves of a round. */
  readonly ratio: number;
}

/** Runs both sides in turn, and swaps who goes first from round to round. */
export async function interleave(
  count: number,
  ours: () => Promise<number> | number,
  floor: () => Promise<number> | number,
): Promise<Rounds> {
  const rounds: { ours: number; floor: number }[] = [];
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) {
      const first = await ours();
      rounds.push({ ours: first, floor: await floor() });
    } else {
      const first = await floor();
      rounds.push({ floor: first, ours: await ours() });
    }
  }
  return {
    ours: rounds.map((round) => round.ours),
    floor: rounds.map((round) => round.floor),
    ratio: median(rounds.map((round) => round.ours / round.floor)),
  };
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds a call, over enough calls that the clock's grain does not show. */
export function perCall(calls: number, work: (turn: number) => unknown): number {
  const start = performance.now();
  for (let turn = 0; turn < calls; turn += 1) work(turn);
  return (performance.now() - start) / calls;
}

export function milliseconds(value: number): string {
  return value < 0.1 ? `${(value * 1000).toFixed(1)} µs` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en-US')}/s`;
}
