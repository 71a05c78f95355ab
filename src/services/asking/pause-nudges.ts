import { nextDue } from '../../domain/cadence';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { StoredCadence } from '../../store/cadences';
import type { Actor, Context } from '../ports';
import { refreshHome } from '../refresh';

/** Pauses nudges until the morning of a local date, or until the person says so. The rhythm is kept. */
export async function pauseNudges(
  { store }: Context,
  { member, now }: Actor,
  until: string | null,
): Promise<void> {
  await store.transaction((within) => pauseWithin(within, member, until, now));
}

/** The same, joined to what else happens in the caller's transaction. */
export async function pauseWithin(
  store: WorkspaceStore,
  member: Member,
  until: string | null,
  now: Date,
): Promise<void> {
  await store.members.change(member.id, { pausedAt: now, pausedUntil: until });
  await store.nudges.voidPlanned(member.id, 'paused');
  await refreshHome(store, member.id);
}

/** Begins again after a pause or a stop, from the next date of the rhythm. */
export async function resumeNudges({ store }: Context, { member, now }: Actor): Promise<StoredCadence> {
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  if (!cadence) throw new Refused({ code: 'no_cadence' });
  if (member.pausedAt === null && member.stoppedAt === null) throw new Refused({ code: 'not_paused' });
  const nextDueAt = nextDue(cadence, member.zone, now);
  await store.transaction(async (within) => {
    await within.members.change(member.id, { pausedAt: null, pausedUntil: null, stoppedAt: null });
    await within.cadences.setNextDue(cadence.id, nextDueAt);
    await refreshHome(within, member.id);
  });
  return { ...cadence, nextDueAt };
}

/** Stops quietly: nothing more is asked. Goals and check-ins are kept, and the rhythm, for coming back. */
export async function stopNudges({ store }: Context, { member, now }: Actor): Promise<void> {
  await store.transaction((within) => stopWithin(within, member, now));
}

/** The same, joined to what else happens in the caller's transaction. */
export async function stopWithin(store: WorkspaceStore, member: Member, now: Date): Promise<void> {
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  await store.members.change(member.id, { stoppedAt: now });
  if (cadence) await store.cadences.setNextDue(cadence.id, null);
  await store.nudges.voidPlanned(member.id, 'stopped');
  await refreshHome(store, member.id);
}
