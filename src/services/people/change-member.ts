import { nextDue } from '../../domain/cadence';
import { isZone, localDate } from '../../domain/local-time';
import type { Member, Person } from '../../domain/member';
import type { WorkspaceStore } from '../../store';
import type { Context } from '../ports';
import { refreshHome } from '../refresh';

/** Slack says that somebody changed: a new name, a new zone (due times follow the person), or an account that is gone. */
export async function changeMember(
  { store }: Pick<Context, 'store'>,
  person: Person,
  now: Date,
): Promise<void> {
  const member = await store.members.bySlackId(person.slackUserId);
  if (!member) return;
  // A zone that nobody knows is no reason to lose the one we know.
  const zone = isZone(person.zone) ? person.zone : member.zone;
  await store.transaction(async (within) => {
    await within.members.change(member.id, {
      name: person.name,
      zone,
      ...(person.locale === null ? {} : { locale: person.locale }),
      goneAt: person.isGone ? (member.goneAt ?? now) : null,
    });
    if (zone === member.zone) return;
    for (const cadence of await within.cadences.allOfMember(member.id)) {
      if (cadence.zone !== null || cadence.nextDueAt === null) continue;
      // What is due already is the sweep's: it leaves a record of it, and goes on in the new zone.
      if (cadence.nextDueAt <= now) continue;
      const next = nextDue(cadence, zone, now);
      const isAskedThatDay =
        cadence.purpose === 'nudge' &&
        next !== null &&
        localDate(next, zone) === (await lastAskedOn(within, member));
      await within.cadences.setNextDue(cadence.id, isAskedThatDay ? nextDue(cadence, zone, next) : next);
    }
    await refreshHome(within, member.id);
  });
}

/** The date of the last nudge where the person was then: who moves west is not asked twice on one date. */
async function lastAskedOn(store: WorkspaceStore, member: Member): Promise<string | null> {
  const [last] = await store.nudges.recent(member.id, 1);
  return last ? localDate(last.dueAt, member.zone) : null;
}
