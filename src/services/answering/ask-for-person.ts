import { named, type Named } from '../../domain/facts';
import { localDate } from '../../domain/local-time';
import { Refused } from '../../domain/refusal';
import type { Actor, Context } from '../ports';

/** Tells a mentor that their mentee would like to hear from them, once a day. Answers who that is, and the mentorship. */
export async function askForPerson(
  { store }: Context,
  { member, now }: Actor,
  mentorSlackId: string,
): Promise<{ readonly mentor: Named; readonly mentorshipId: string }> {
  const pairs = await store.mentorships.currentOfMentee(member.id);
  const pair = pairs.find(({ mentor }) => mentor.slackUserId === mentorSlackId);
  if (!pair) throw new Refused({ code: 'not_paired_with' });
  const day = localDate(now, member.zone);
  await store.messages.say(
    [
      {
        kind: 'wants_a_person',
        memberId: pair.mentorId,
        subjectId: member.id,
        onceKey: `wants-a-person:${member.id}:${pair.mentorId}:${day}`,
      },
    ],
    now,
  );
  return { mentor: named(pair.mentor), mentorshipId: pair.id };
}
