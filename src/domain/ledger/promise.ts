import type { Audience } from '../check-in';
import type { OpenThing } from './open-thing';

/** What somebody said that they would do, and by when: to themselves, or to the other of a pair. */

/** As it is typed into a form. The field calls it an action item. */
export interface PromiseDraft {
  /** Null: nothing. */
  readonly words: string | null;
  /** Local date ('YYYY-MM-DD'). */
  readonly by: string | null;
}

export const PROMISE_LIMIT = 200;

/** What sentences need of one. */
export interface PromiseInWords extends PromiseDraft {
  readonly words: string;
  /** When it was kept: what was promised is done. */
  readonly keptAt: Date | null;
  /** When its person last said that it stays: not yet, on another day, or in other words. */
  readonly movedAt: Date | null;
  readonly letGoAt: Date | null;
  /** A word for whoever it was made to. */
  readonly letGoWhy: string | null;
}

export interface PromiseMade extends PromiseInWords, OpenThing {
  readonly movedAt: Date | null;
  readonly id: string;
  readonly memberId: string;
  /** The pair within which it was made, and to whom of it; null for what somebody promised themselves. */
  readonly mentorshipId: string | null;
  readonly toId: string | null;
  /** The answer that names it as its next step, and the goal of that. */
  readonly checkInId: string | null;
  readonly goalId: string | null;
  /** Who reads it: of a next step whoever reads its answer, else the two of the pair. */
  readonly audience: Audience;
  readonly sharedWith: readonly string[];
}

/** The once-key of a promise that was made of somebody's words to another. */
export function fromWords(responseId: string): string {
  return `words:${responseId}`;
}

export function isOpen({ keptAt, letGoAt }: PromiseInWords): boolean {
  return keptAt === null && letGoAt === null;
}

/**
 * Those that stand. A promise to somebody else stands for itself. Of what somebody promised themselves it is the newest
 * of each goal that is open, and of none in particular: one that is named takes the place of the one before it, and one
 * whose goal is reached or let go rests with it.
 *
 * @param made of each person newest first
 */
export function standing(
  made: readonly PromiseMade[],
  goals: readonly { readonly id: string; readonly state: string }[],
): PromiseMade[] {
  const open = new Set(goals.filter(({ state }) => state === 'active').map(({ id }) => id));
  const own = made.filter(({ mentorshipId }) => mentorshipId === null);
  const newest = own.filter(
    (step, at) =>
      own.findIndex(({ memberId, goalId }) => memberId === step.memberId && goalId === step.goalId) === at,
  );
  const stands = new Set(newest.filter(({ goalId }) => goalId === null || open.has(goalId)));
  return made.filter((promise) => promise.mentorshipId !== null || stands.has(promise));
}
