import type { Goal, Reaching } from '../../domain/goal';
import { mayRead, type ReadThrough, type Thing } from '../../domain/visibility';
import { UNDO_FOR } from '../people/settings';

/** Who is told that a goal was reached, and how congratulations on it are known. */

/** Whether the mentor of this mentorship may know that the goal was reached on this occasion. */
export function isToldOf(
  goal: Pick<Goal, 'audience'>,
  { audience, at }: Reaching,
  through: ReadThrough,
): boolean {
  const change: Thing = { kind: 'goal_change', audience, goalAudience: goal.audience, at };
  return mayRead({ kind: 'mentor', through }, change) === 'content';
}

/** The idempotency key of one mentor's congratulations. A goal that was reopened and reached again is worth new ones. */
export function congratulationKey(goalId: string, reached: { readonly at: Date }, fromId: string): string {
  return `congratulation:${goalId}:${reached.at.toISOString()}:${fromId}`;
}

/** Others hear that a goal was reached once it cannot be taken back by a tap any more. */
export function toldAt(reachedAt: Date): Date {
  return new Date(reachedAt.getTime() + UNDO_FOR);
}
