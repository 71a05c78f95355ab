import type { Barrier } from './barrier';
import { isAskedAt } from './open-thing';
import { standing, type PromiseMade } from './promise';

/** The one thing that rides on a nudge, above its questions. */

interface Asked {
  readonly dueAt: Date;
  /** What the nudge asks about. */
  readonly goalIds: readonly (string | null)[];
}

type Goals = readonly { readonly id: string; readonly state: string }[];

export type Rider =
  | { readonly kind: 'barrier'; readonly barrier: Barrier }
  | { readonly kind: 'promise'; readonly promise: PromiseMade };

/**
 * What a nudge opens with, of what stood when it fell due. First a barrier, the one that was spoken of longest ago; then what
 * its person named as the next step, the newest; of each one of a goal that it asks about, if there is one. Then what they
 * promised somebody, the nearest date first.
 *
 * @param barriers of this person
 * @param promises of this person, newest first
 */
export function chooseRider(
  barriers: readonly Barrier[],
  promises: readonly PromiseMade[],
  goals: Goals,
  { dueAt, goalIds }: Asked,
): Rider | null {
  const ofAsked = <Thing extends { readonly goalId: string | null }>(things: readonly Thing[]) =>
    things.find(({ goalId }) => goalIds.includes(goalId)) ?? things[0];
  const barrier = ofAsked(
    inTheWay(barriers, goals)
      .filter((each) => isAskedAt(each, dueAt))
      .toSorted((one, other) => spokenOf(one) - spokenOf(other)),
  );
  if (barrier !== undefined) return { kind: 'barrier', barrier };
  const made = promises.filter(({ saidAt }) => saidAt < dueAt);
  const open = standing(made, goals).filter((promise) => isAskedAt(promise, dueAt));
  const step = ofAsked(open.filter(({ mentorshipId }) => mentorshipId === null));
  const [nearest] = open.toSorted((one, other) => nearness(one).localeCompare(nearness(other)));
  const promise = step ?? nearest;
  return promise === undefined ? null : { kind: 'promise', promise };
}

/** Those of goals that are open, and of none in particular: one whose goal is reached or let go rests with it. */
export function inTheWay(barriers: readonly Barrier[], goals: Goals): Barrier[] {
  const open = new Set(goals.filter(({ state }) => state === 'active').map(({ id }) => id));
  return barriers.filter(({ goalId }) => goalId === null || open.has(goalId));
}

function spokenOf({ movedAt, saidAt }: Barrier): number {
  return (movedAt ?? saidAt).getTime();
}

/** By date, those without one last, older before newer. */
function nearness({ by, saidAt }: PromiseMade): string {
  return `${by ?? '9999-12-31'} ${saidAt.toISOString()}`;
}
