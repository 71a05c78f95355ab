import type { Goal } from '../../domain/goal';
import { toRest } from '../../domain/ledger/open-thing';
import { chooseRider } from '../../domain/ledger/rider';
import type { NewQuestion } from '../../domain/nudge';
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
  const ids = nudges.map(({ memberId }) => memberId);
  const barriers = await store.barriers.ofMembers(ids);
  const promises = await store.promises.ofMembers(ids);
  const riders = nudges.flatMap(({ id, memberId, dueAt }) => {
    const isOwn = (thing: { readonly memberId: string }) => thing.memberId === memberId;
    const goalIds = questions.filter(({ nudgeId }) => nudgeId === id).map(({ goalId }) => goalId);
    const open = goals.get(memberId) ?? [];
    return chooseRider(barriers.filter(isOwn), promises.filter(isOwn), open, { dueAt, goalIds }) ?? [];
  });
  const asked = {
    barriers: riders.flatMap((rider) => (rider.kind === 'barrier' ? [rider.barrier] : [])),
    promises: riders.flatMap((rider) => (rider.kind === 'promise' ? [rider.promise] : [])),
  };
  await store.barriers.rest(idsOf(toRest(asked.barriers, now)), now);
  await store.promises.rest(idsOf(toRest(asked.promises, now)), now);
}

/** Of what these mentors' digests show of their promises. */
export async function restAfterDigests(
  store: WorkspaceStore,
  mentorIds: readonly string[],
  now: Date,
): Promise<void> {
  const made = await store.promises.ofMembers(mentorIds);
  const shown = made.filter(({ mentorshipId }) => mentorshipId !== null);
  await store.promises.rest(idsOf(toRest(shown, now)), now);
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}
