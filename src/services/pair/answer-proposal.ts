import { decideProposalAnswer, type ProposalAnswer } from '../../domain/mentorship';
import { Refused } from '../../domain/refusal';
import type { Pair } from '../../store/mentorships';
import type { Actor, Context } from '../ports';
import { refreshHome, refreshMessages, refreshOpenNudge } from '../refresh';
import { ensureCadence } from '../asking/rhythm';
import { refuseIfFull } from './capacity';

/** Accepts or declines a proposal. Both sides hear of it; the first answer counts. */
export async function answerProposal(
  context: Context,
  actor: Actor,
  mentorshipId: string,
  answer: ProposalAnswer,
): Promise<{ pair: Pair; waits: boolean }> {
  const { store } = context;
  const { member: by, now } = actor;
  const pair = await store.mentorships.byId(mentorshipId);
  if (!pair) throw new Refused({ code: 'gone', what: 'mentorship' });
  const decision = decideProposalAnswer(pair, by.id, answer);
  if (decision.kind === 'not_yours') throw new Refused({ code: 'not_yours' });
  if (decision.kind === 'already') {
    await refreshMessages(store, mentorshipId);
    const { state } = decision;
    throw new Refused({
      code: 'already_answered',
      state: state === 'active' || state === 'ended' ? state : 'other',
    });
  }

  if (decision.kind === 'waits') {
    // The other side may have said yes in this moment: then this yes is the second.
    if (!(await store.mentorships.accept(pair.id, by.id)))
      return answerProposal(context, actor, mentorshipId, answer);
    await refreshMessages(store, pair.id);
    await refreshHome(store, by.id);
    return { pair, waits: true };
  }

  await store.transaction(async (within) => {
    const reason = decision.state === 'ended' ? 'declined' : null;
    if (decision.state === 'active') {
      // Two mentees who accept at once: the second sees the first.
      await within.members.lock(pair.mentorId);
      await refuseIfFull(within, pair.mentor, by);
    }
    if (!(await within.mentorships.move(pair.id, 'proposed', decision.state, now, reason))) {
      throw new Refused({ code: 'already_answered', state: 'other' });
    }
    if (decision.state === 'active') {
      await ensureCadence(within, pair.mentee, 'nudge', now);
      await ensureCadence(within, pair.mentor, 'digest', now);
      await within.messages.say(
        [...new Set([pair.mentorId, pair.menteeId, pair.proposedById])].map((memberId) => ({
          kind: 'paired',
          memberId,
          subjectId: pair.id,
          onceKey: `paired:${pair.id}:${memberId}`,
        })),
        now,
      );
    } else {
      await within.messages.say(
        othersWhoWait(pair, by.id).map((memberId) => ({
          kind: 'proposal_declined',
          payload: { byId: by.id },
          memberId,
          subjectId: pair.id,
          onceKey: `declined:${pair.id}:${memberId}`,
        })),
        now,
      );
    }
    if (decision.state === 'active') await refreshOpenNudge(within, pair.menteeId);
    await refreshMessages(within, pair.id);
    await refreshHome(within, pair.mentorId, pair.menteeId);
  });
  return { pair, waits: false };
}

/** Whoever proposed it, and who said yes already. */
function othersWhoWait({ proposedById, acceptedById }: Pair, byId: string): string[] {
  return [proposedById, acceptedById].flatMap((id) => (id === null || id === byId ? [] : [id]));
}
