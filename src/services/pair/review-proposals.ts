import { LAPSE_AFTER } from '../../domain/mentorship';
import type { WorkspaceStore } from '../../store';
import { refreshMessages } from '../refresh';

/** An unanswered proposal is asked about once; later it lapses, and whoever proposed hears of it kindly. */
export async function reviewProposals(
  store: WorkspaceStore,
  due: readonly { readonly id: string }[],
  now: Date,
): Promise<void> {
  for (const { id } of due) {
    const pair = await store.mentorships.byId(id);
    if (pair?.state !== 'proposed') continue;
    const asked = pair.proposedById === pair.mentorId ? pair.menteeId : pair.mentorId;
    if (await store.mentorships.askAgain(id, now, new Date(now.getTime() + LAPSE_AFTER))) {
      await store.messages.say(
        [
          {
            kind: 'proposal',
            memberId: asked,
            subjectId: id,
            payload: { again: true },
            onceKey: `proposal-again:${id}`,
          },
        ],
        now,
      );
    } else if (await store.mentorships.move(id, 'proposed', 'ended', now, 'lapsed')) {
      await store.messages.say(
        [
          {
            kind: 'proposal_lapsed',
            memberId: pair.proposedById,
            subjectId: id,
            onceKey: `lapsed:${id}`,
          },
        ],
        now,
      );
      await refreshMessages(store, id);
    }
  }
}
