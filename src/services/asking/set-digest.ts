import { nextDue, type Cadence } from '../../domain/cadence';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { StoredCadence } from '../../store/cadences';
import type { Program } from '../../store/programs';
import type { Actor, Context } from '../ports';
import { refreshHome } from '../refresh';
import { DEFAULT_DIGEST, startingToday } from './rhythm';
import { readCadence } from './set-cadence';

/** When and where digests come: a mentor's own, and the mentor channel's. */

/** When a mentor's own digest comes; null before there was one. */
export function ownDigestOf({ store }: Context, { member }: Actor): Promise<StoredCadence | null> {
  return store.cadences.ofMember(member.id, 'digest');
}

/** Changes when a mentor's own digest comes, in plain words or as chosen. It also brings it back. */
export async function setOwnDigest(
  context: Context,
  actor: Actor,
  wanted: string | Cadence,
): Promise<StoredCadence> {
  const { member, now, roles } = actor;
  if (!(await roles()).isMentor) throw new Refused({ code: 'mentors_only' });
  const cadence =
    typeof wanted === 'string' ? readCadence(wanted, actor, await ownDigestOf(context, actor)) : wanted;
  return context.store.transaction(async (within) => {
    const next = nextDue(cadence, member.zone, now);
    const stored = await within.cadences.set({ memberId: member.id }, 'digest', cadence, null, next);
    await refreshHome(within, member.id);
    return stored;
  });
}

/** A mentor wants no digest of their own any more. The rhythm is kept for coming back. */
export async function stopOwnDigest({ store }: Context, { member, roles }: Actor): Promise<void> {
  const cadence = (await roles()).isMentor ? await store.cadences.ofMember(member.id, 'digest') : null;
  if (!cadence) throw new Refused({ code: 'mentors_only' });
  await store.cadences.setNextDue(cadence.id, null);
  await refreshHome(store, member.id);
}

/** Where the digest of the program goes, and when; null while there is none. */
export async function channelDigestOf(
  { store }: Context,
  actor: Actor,
): Promise<{ readonly channelId: string; readonly cadence: StoredCadence } | null> {
  const { id, digestChannelId: channelId } = await programOf(store, actor);
  const cadence = await store.cadences.ofProgram(id);
  return channelId === null || cadence === null ? null : { channelId, cadence };
}

/**
 * Chooses the mentor channel. Only mentors and coordinators may, of a channel that the bot is in.
 *
 * @param wanted in plain words or as chosen; '' for the usual
 */
export async function setDigestChannel(
  { store, messenger }: Context,
  actor: Actor,
  channelId: string,
  wanted: string | Cadence,
): Promise<StoredCadence> {
  const { member: by, now } = actor;
  const program = await programOf(store, actor);
  const seen = await messenger.seesChannel(channelId);
  if (seen === 'not_in_channel') throw new Refused({ code: 'not_in_channel', channel: channelId });
  if (seen !== 'member') throw new Refused({ code: 'channel_not_usable', channel: channelId });
  const usual = startingToday(DEFAULT_DIGEST, by.zone, now);
  const cadence =
    typeof wanted !== 'string' ? wanted : wanted === '' ? usual : readCadence(wanted, actor, usual);
  return store.transaction(async (within) => {
    await within.programs.setDigestChannel(program.id, channelId, by.id);
    const stored = await within.cadences.set(
      { programId: program.id },
      'channel_digest',
      cadence,
      by.zone,
      nextDue(cadence, by.zone, now),
    );
    await within.messages.say(
      [
        {
          kind: 'channel_hello',
          channelId,
          subjectId: program.id,
          onceKey: `channel-hello:${channelId}:${now.toISOString()}`,
        },
      ],
      now,
    );
    return stored;
  });
}

/** No digest goes to a channel any more. The rhythm is kept for coming back. */
export async function stopChannelDigest({ store }: Context, actor: Actor): Promise<void> {
  const { id } = await programOf(store, actor);
  await store.transaction(async (within) => {
    await within.programs.setDigestChannel(id, null, null);
    const cadence = await within.cadences.ofProgram(id);
    if (cadence) await within.cadences.setNextDue(cadence.id, null);
  });
}

/** The program whose channel this person may choose. */
async function programOf(store: WorkspaceStore, { member, roles }: Actor): Promise<Program> {
  const { isMentor, coordinates } = await roles();
  if (!isMentor && coordinates.length === 0) throw new Refused({ code: 'mentors_only' });
  return coordinates[0] ?? store.programs.homeOf(member.id);
}
