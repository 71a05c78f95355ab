import type { Audience } from '../check-in';
import type { OpenThing } from './open-thing';

/** What stands in the way of what somebody said: open until it is cleared. */

/** As it is typed into a form. */
export interface BarrierDraft {
  /** Null: nothing. */
  readonly words: string | null;
  /** What might help. */
  readonly idea: string | null;
}

export const BARRIER_LIMIT = 200;

/** What sentences need of one. */
export interface BarrierInWords extends BarrierDraft {
  readonly words: string;
  readonly clearedAt: Date | null;
  /** When its person last said that it is still there, or in other words. */
  readonly movedAt: Date | null;
  readonly letGoAt: Date | null;
}

export interface Barrier extends BarrierInWords, OpenThing {
  readonly movedAt: Date | null;
  readonly id: string;
  readonly memberId: string;
  /** The answer that names it, and the goal of that. */
  readonly checkInId: string;
  readonly goalId: string | null;
  /** Whoever reads its answer reads it. */
  readonly audience: Audience;
  readonly sharedWith: readonly string[];
}
