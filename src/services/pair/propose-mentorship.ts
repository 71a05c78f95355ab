import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { ASK_AGAIN_AFTER, LEAVE_ALONE_FOR, type Mentorship } from '../../domain/mentorship';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { ToSay } from '../../store/messages';
import { meetMember } from '../people/meet-member';
import type { Actor, Context } from '../ports';
import { refreshHome } from '../refresh';
import { refuseIfFull } from './capacity';

/** A mentor invites a mentee, or a mentee asks a mentor. The other side gets a message with two buttons. */
export async function proposeMentorship(
  context: Context,
  actor: Actor,
  otherSlackId: string,
  role: 'mentor' | 'mentee',
): Promise<{ mentorship: Mentorship; other: Member }> {
  const { store } = context;
  const { member: by, now } = actor;
  if (otherSlackId === by.slackUserId) throw new Refused({ code: 'yourself' });
  const other = await meetMember(context, otherSlackId, now, by);
  const mentorId = role === 'mentor' ? by.id : other.id;
  const menteeId = role === 'mentor' ? other.id : by.id;
  const open = await store.mentorships.openBetween(mentorId, menteeId);
  if (open) throw alreadyOpen(open, otherSlackId);
  await refuseIfDeclined(store, by, other, now);
  await refuseIfFull(store, role === 'mentor' ? by : other, by);

  const program = await store.programs.homeOf(by.id);
  const mentorship = await store.transaction(async (within) => {
    const proposed = await within.mentorships.propose({
      programId: program.id,
      mentorId,
      menteeId,
      proposedById: by.id,
      now,
      nextStepAt: new Date(now.getTime() + ASK_AGAIN_AFTER),
    });
    // Somebody was faster: the constraint spoke, and this transaction is over.
    if (proposed === null) throw new Refused({ code: 'already_proposed', who: otherSlackId });
    await within.messages.say([await invitation(within, proposed.id, other.id, now)], now);
    await refreshHome(within, by.id, other.id);
    return proposed;
  });
  return { mentorship, other };
}

/** What asks somebody to be one of the two, and greets them where they meet the bot by it. */
export async function invitation(
  store: WorkspaceStore,
  mentorshipId: string,
  memberId: string,
  now: Date,
): Promise<ToSay> {
  const hello = await store.members.claimWelcome(memberId, now);
  return {
    kind: 'proposal',
    payload: { again: false, hello },
    memberId,
    subjectId: mentorshipId,
    onceKey: `proposal:${mentorshipId}:${memberId}`,
  };
}

/** No is an answer. It holds for a while for whoever asked, in whichever role; the other may ask in the meantime. */
async function refuseIfDeclined(store: WorkspaceStore, by: Member, other: Member, now: Date): Promise<void> {
  const declinedAt = await store.mentorships.declinedAt(
    by.id,
    other.id,
    new Date(now.getTime() - LEAVE_ALONE_FOR),
  );
  if (declinedAt === null) return;
  const from = new Date(declinedAt.getTime() + LEAVE_ALONE_FOR);
  throw new Refused({
    code: 'declined_lately',
    who: other.slackUserId,
    on: localDate(declinedAt, by.zone),
    from: localDate(from, by.zone),
  });
}

function alreadyOpen(open: Mentorship, who: string): Refused {
  return new Refused({ code: open.state === 'proposed' ? 'already_proposed' : 'already_paired', who });
}
