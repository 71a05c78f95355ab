import { nextDue } from '../../domain/cadence';
import type { CheckIn } from '../../domain/check-in';
import { named, type Seen } from '../../domain/facts';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';

/**
 * When the mentors who may read an answer see it: with the first digest after it was given, which stays what it was said to
 * be. Words that say a goal is reached go with the news of it.
 *
 * @param told those who have seen it already
 */
export async function seenOf(
  store: WorkspaceStore,
  { audience, status, memberId, sharedWith, saidAt }: CheckIn,
  told: readonly Pair[],
): Promise<Seen[]> {
  if (audience === 'self' || status === 'done') return [];
  const pairs = (await store.mentorships.currentOfMentee(memberId)).filter(
    ({ id }) => sharedWith.includes(id) && !told.some((pair) => pair.id === id),
  );
  return Promise.all(
    pairs.map(async ({ mentor, mentee: { zone } }) => {
      const digest = await store.cadences.ofMember(mentor.id, 'digest');
      const isOn = digest !== null && digest.nextDueAt !== null;
      return { mentor: named(mentor), at: isOn ? nextDue(digest, mentor.zone, saidAt) : null, zone };
    }),
  );
}
