import { isZone } from '../../domain/local-time';
import { decideEnrolment, type Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import { changeMember } from './change-member';
import type { WorkspaceStore } from '../../store';
import type { Actor, Context, Placed, Roles } from '../ports';

/**
 * The member for a Slack user: known, or met now. The first meeting says welcome, once. Who is enrolled by
 * somebody else is greeted by the invitation that they get.
 * Refuses bots, guests, deactivated accounts and people of other workspaces.
 */
export async function meetMember(
  { store: { apart: store }, people }: Pick<Context, 'store' | 'people'>,
  slackUserId: string,
  now: Date,
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
  if (known) await changeMember({ store }, { ...person, zone }, now);
  return store.transaction(async (within) => {
    const member = await within.members.ensure({ ...person, zone }, now, enrolledBy?.id ?? null);
    if (enrolledBy === null && (await within.members.claimWelcome(member.id, now))) {
      await within.messages.say(
        [{ kind: 'welcome', memberId: member.id, subjectId: member.id, onceKey: `welcome:${member.id}` }],
        now,
      );
    }
    return member;
  });
}

/** The member for a Slack user, as somebody who does something now. */
export async function meetActor(
  context: Context,
  slackUserId: string,
  now: Date,
  place: Placed | null = null,
): Promise<Actor> {
  const { store } = context;
  const member = await meetMember(context, slackUserId, now);
  let roles: Promise<Roles> | null = null;
  const lookUp = async (within: WorkspaceStore) => ({
    isMentor: (await within.mentorships.currentOfMentor(member.id)).length > 0,
    coordinates: await within.programs.coordinatedBy(member.id),
  });
  return {
    member,
    workspaceId: store.workspaceId,
    locale: member.locale,
    now,
    place,
    roles: (within) => (roles ??= lookUp(within)),
  };
}

/** The language of a Slack user, without meeting them; null where Slack has not told it. */
export async function localeOf({ store }: Context, slackUserId: string): Promise<string | null> {
  return (await store.members.bySlackId(slackUserId))?.locale ?? null;
}
