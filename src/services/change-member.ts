import { nextDue } from '../domain/cadence';
import { isZone } from '../domain/local-time';
import type { Person } from '../domain/member';
import type { Context } from './ports';

/** Slack says that somebody changed: a new name, a new zone (due times follow the person), or an account that is gone. */
export async function changeMember({ store, now }: Context, person: Person): Promise<void> {
  const member = await store.members.bySlackId(person.slackUserId);
  if (!member) return;
  // A zone that nobody knows is no reason to lose the one we know.
  const zone = isZone(person.zone) ? person.zone : member.zone;
  await store.transaction(async (within) => {
    await within.members.change(member.id, {
      name: person.name,
      zone,
      goneAt: person.isGone ? (member.goneAt ?? now) : null,
    });
    if (zone === member.zone) return;
    for (const cadence of await within.cadences.allOfMember(member.id)) {
      if (cadence.zone !== null || cadence.nextDueAt === null) continue;
      await within.cadences.setNextDue(cadence.id, nextDue(cadence, zone, now));
    }
    await within.enqueue([
      { do: 'home', workspaceId: store.workspaceId, lane: member.id, memberId: member.id },
    ]);
  });
}
