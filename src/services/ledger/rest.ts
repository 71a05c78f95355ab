import { promiseAsked, toRest } from '../../domain/ledger/rider';
import type { Goal } from '../../domain/goal';
import type { NewQuestion } from '../../domain/nudge';
import type { PromiseMade } from '../../domain/ledger/promise';
import type { WorkspaceStore } from '../../store';
import type { NewNudge } from '../../store/nudges';

/** What has been open for four weeks is asked about once more, and then rests: here that once is noted. */

/** Of what these nudges open with. */
export async function restAfterNudges(
  store: WorkspaceStore,
  nudges: readonly NewNudge[],
  questions: readonly NewQuestion[],
  goals: ReadonlyMap<string, readonly Goal[]>,
  now: Date,
): Promise<void> {
  const made = await store.promises.ofMembers(nudges.map(({ memberId }) => memberId));
  const asked = nudges.flatMap(({ id, memberId, dueAt }) => {
    const own = made.filter((promise) => promise.memberId === memberId);
    const goalIds = questions.filter(({ nudgeId }) => nudgeId === id).map(({ goalId }) => goalId);
    return promiseAsked(own, goals.get(memberId) ?? [], { dueAt, goalIds }) ?? [];
  });
  await rest(store, asked, now);
}

/** Of what these mentors' digests show of their promises. */
export async function restAfterDigests(
  store: WorkspaceStore,
  mentorIds: readonly string[],
  now: Date,
): Promise<void> {
  const made = await store.promises.ofMembers(mentorIds);
  await rest(
    store,
    made.filter(({ mentorshipId }) => mentorshipId !== null),
    now,
  );
}

async function rest(store: WorkspaceStore, asked: readonly PromiseMade[], now: Date): Promise<void> {
  await store.promises.rest(
    toRest(asked, now).map(({ id }) => id),
    now,
  );
}
