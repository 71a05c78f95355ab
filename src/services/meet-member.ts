import { isZone } from '../domain/local-time';
import { decideEnrolment, type Member } from '../domain/member';
import { Refused } from '../domain/refusal';
import { changeMember } from './change-member';
import type { Context } from './ports';

/**
 * The member for a Slack user: known, or met now. The first meeting says welcome, once, and names who enrolled them.
 * Refuses bots, guests, deactivated accounts and people of other workspaces.
 */
export async function meetMember(
  { store, people, now }: Context,
  slackUserId: string,
  enrolledBy: Member | null = null,
): Promise<Member> {
  const known = await store.members.bySlackId(slackUserId);
  if (known?.welcomedAt && !known.goneAt && enrolledBy === null) return known;

  const person = await people.lookUp(slackUserId);
  if (person === null) throw new Refused({ code: 'unknown_person', who: slackUserId });
  const refusal = decideEnrolment(person);
  if (refusal !== null) throw new Refused({ code: refusal, who: slackUserId });

  // A zone that nobody knows would break every date of theirs.
  const zone = isZone(person.zone) ? person.zone : (known?.zone ?? 'UTC');
  if (known) await changeMember({ store, now }, { ...person, zone });
  return store.transaction(async (within) => {
    const member = await within.members.ensure({ ...person, zone }, now, enrolledBy?.id ?? null);
    if (await within.members.claimWelcome(member.id, now)) {
      await within.messages.say(
        [{ kind: 'welcome', memberId: member.id, subjectId: member.id, onceKey: `welcome:${member.id}` }],
        now,
      );
    }
    return member;
  });
}
