import { ASK_AGAIN_AFTER } from '../../domain/mentorship';
import { named, type Named } from '../../domain/facts';
import { Refused } from '../../domain/refusal';
import { meetMember } from '../people/meet-member';
import type { Actor, Context } from '../ports';
import { refreshHome } from '../refresh';
import { refuseIfFull } from './capacity';
import { invitation } from './propose-mentorship';

/**
 * A coordinator brings two people together: both are asked, by the coordinator's name, and are paired once both said yes.
 *
 * @throws {Refused} when the two have a mentorship or an invitation open, or cannot take part
 */
export async function pairTwo(
  context: Context,
  actor: Actor,
  mentorSlackId: string,
  menteeSlackId: string,
): Promise<{ mentor: Named; mentee: Named }> {
  const { store } = context;
  const { member: by, now, roles } = actor;
  const [program] = (await roles(store)).coordinates;
  if (!program) throw new Refused({ code: 'pairing_by_coordinators' });
  if (mentorSlackId === menteeSlackId) throw new Refused({ code: 'pair_names_two' });
  const mentor = await meetMember(context, mentorSlackId, now, by);
  const mentee = await meetMember(context, menteeSlackId, now, by);
  const open = await store.mentorships.openBetween(mentor.id, mentee.id);
  if (open)
    throw new Refused({ code: 'pair_is_open', state: open.state === 'proposed' ? 'proposed' : 'paired' });
  await refuseIfFull(store, mentor, by);
  const asked = [mentor, mentee].filter(({ id }) => id !== by.id);
  await store.transaction(async (within) => {
    const proposed = await within.mentorships.propose({
      programId: program.id,
      mentorId: mentor.id,
      menteeId: mentee.id,
      proposedById: by.id,
      now,
      nextStepAt: new Date(now.getTime() + ASK_AGAIN_AFTER),
    });
    if (proposed === null) throw new Refused({ code: 'pair_is_open', state: 'proposed' });
    for (const { id } of asked) {
      await within.messages.say([await invitation(within, proposed.id, id, now)], now);
    }
    await refreshHome(within, by.id, ...asked.map(({ id }) => id));
  });
  return { mentor: named(mentor), mentee: named(mentee) };
}
