import { LAPSE_AFTER, waitsFor } from '../../domain/mentorship';
import type { WorkspaceStore } from '../../store';
import type { ToSay } from '../../store/messages';
import { refreshMessages } from '../refresh';

/** An unanswered proposal is asked about once; later it lapses, and whoever proposed hears of it kindly. */
export async function reviewProposals(
  store: WorkspaceStore,
  due: readonly { readonly id: string }[],
  now: Date,
): Promise<void> {
  const ids = due.map(({ id }) => id);
  const asked = await store.mentorships.askAgain(ids, now, new Date(now.getTime() + LAPSE_AFTER));
  const lapsed = await store.mentorships.lapse(
    ids.filter((id) => !asked.includes(id)),
    now,
  );
  const pairs = await store.mentorships.byIds(ids);
  await store.messages.say(
    pairs.flatMap((pair): ToSay[] => {
      const { id, proposedById, acceptedById } = pair;
      if (asked.includes(id)) {
        return waitsFor(pair).map((memberId) => ({
          kind: 'proposal',
          memberId,
          subjectId: id,
          payload: { again: true, hello: false },
          onceKey: `proposal-again:${id}:${memberId}`,
        }));
      }
      if (!lapsed.includes(id)) return [];
      return [proposedById, ...(acceptedById === null ? [] : [acceptedById])].map((memberId) => ({
        kind: 'proposal_lapsed',
        memberId,
        subjectId: id,
        onceKey: `lapsed:${id}:${memberId}`,
      }));
    }),
    now,
  );
  await refreshMessages(store, ...lapsed);
}
