import type { Grounds } from './grounds';

/** One line of the report: our cost or rate beside the floor's, measured in the same run. */
export interface Line {
  readonly name: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: number;
  readonly target: number;
  readonly ok: boolean;
  /** `most`: smaller is better. */
  readonly bound: 'most' | 'least';
  /** Where the rest goes, from what was measured; said of a figure that falls short. */
  readonly rest: string | null;
}

/** A measurement, which may give several lines. */
export interface Figure {
  readonly names: readonly string[];
  measure(grounds: Grounds): Promise<Line[]>;
}

interface Measured {
  readonly name: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: number;
  readonly rest?: string;
}

/** Ours is a cost: the ratio may be no more than the target. */
export function atMost(target: number, { rest, ...measured }: Measured): Line {
  return { ...measured, target, bound: 'most', ok: measured.ratio <= target, rest: rest ?? null };
}

/** Ours is a rate: the ratio must reach the target. */
export function atLeast(target: number, { rest, ...measured }: Measured): Line {
  return { ...measured, target, bound: 'least', ok: measured.ratio >= target, rest: rest ?? null };
}
