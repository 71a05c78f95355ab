import { LAPSE_AFTER } from '../../domain/mentorship';
import type { WorkspaceStore } from '../../store';
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
    pairs.flatMap(({ id, proposedById, mentorId, menteeId }) => {
      if (asked.includes(id)) {
        const memberId = proposedById === mentorId ? menteeId : mentorId;
        const payload = { again: true };
        return { kind: 'proposal', memberId, subjectId: id, payload, onceKey: `proposal-again:${id}` };
      }
      if (lapsed.includes(id)) {
        return { kind: 'proposal_lapsed', memberId: proposedById, subjectId: id, onceKey: `lapsed:${id}` };
      }
      return [];
    }),
    now,
  );
  await refreshMessages(store, ...lapsed);
}
