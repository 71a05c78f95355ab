import { RESTS_AFTER } from './open-thing';
import { standing, stoodAt, type PromiseMade } from './promise';

/** The one thing that rides on a nudge, above its questions. */

interface Asked {
  readonly dueAt: Date;
  /** What the nudge asks about. */
  readonly goalIds: readonly (string | null)[];
}

/**
 * The promise that a nudge opens with, of those of its person that stood when it fell due: what they named as their next
 * step, of a goal that it asks about if there is one, the newest; else what they promised somebody, the nearest date first.
 *
 * @param made of this person, newest first
 */
export function promiseAsked(
  made: readonly PromiseMade[],
  goals: readonly { readonly id: string; readonly state: string }[],
  { dueAt, goalIds }: Asked,
): PromiseMade | null {
  const open = standing(
    made.filter(({ saidAt }) => saidAt < dueAt),
    goals,
  ).filter((promise) => stoodAt(promise, dueAt) && !(promise.restsAt !== null && promise.restsAt < dueAt));
  const steps = open.filter(({ mentorshipId }) => mentorshipId === null);
  const step = steps.find(({ goalId }) => goalIds.includes(goalId)) ?? steps[0];
  if (step !== undefined) return step;
  const [promise] = open.toSorted((one, other) => nearness(one).localeCompare(nearness(other)));
  return promise ?? null;
}

/** By date, those without one last, older before newer. */
function nearness({ by, saidAt }: PromiseMade): string {
  return `${by ?? '9999-12-31'} ${saidAt.toISOString()}`;
}

/** Those that have been open for long: asked about this once more, they rest. */
export function toRest(asked: readonly PromiseMade[], now: Date): PromiseMade[] {
  return asked.filter(
    ({ saidAt, movedAt, restsAt, keptAt, letGoAt }) =>
      restsAt === null &&
      keptAt === null &&
      letGoAt === null &&
      now.getTime() - (movedAt ?? saidAt).getTime() >= RESTS_AFTER,
  );
}
