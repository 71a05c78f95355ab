import { decideProposalAnswer, type ProposalAnswer } from '../../domain/mentorship';
import { Refused } from '../../domain/refusal';
import type { Pair } from '../../store/mentorships';
import type { Actor, Context } from '../ports';
import { refreshHome, refreshMessages, refreshOpenNudge } from '../refresh';
import { ensureCadence } from '../asking/rhythm';

/** Accepts or declines a proposal. Both sides hear of it; the first answer counts. */
export async function answerProposal(
  { store }: Context,
  { member: by, now }: Actor,
  mentorshipId: string,
  answer: ProposalAnswer,
): Promise<Pair> {
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

  await store.transaction(async (within) => {
    const reason = decision.state === 'ended' ? 'declined' : null;
    if (!(await within.mentorships.move(pair.id, 'proposed', decision.state, now, reason))) {
      throw new Refused({ code: 'already_answered', state: 'other' });
    }
    const proposerId = pair.proposedById;
    if (decision.state === 'active') {
      await ensureCadence(within, pair.mentee, 'nudge', now);
      await ensureCadence(within, pair.mentor, 'digest', now);
      await within.messages.say(
        [pair.mentorId, pair.menteeId].map((memberId) => ({
          kind: 'paired',
          memberId,
          subjectId: pair.id,
          onceKey: `paired:${pair.id}:${memberId}`,
        })),
        now,
      );
    } else {
      await within.messages.say(
        [
          {
            kind: 'proposal_declined',
            memberId: proposerId,
            subjectId: pair.id,
            onceKey: `declined:${pair.id}`,
          },
        ],
        now,
      );
    }
    if (decision.state === 'active') await refreshOpenNudge(within, pair.menteeId);
    await refreshMessages(within, pair.id);
    await refreshHome(within, pair.mentorId, pair.menteeId);
  });
  return pair;
}
