import { nextDue, type Cadence } from '../../domain/cadence';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { StoredCadence } from '../../store/cadences';
import type { Program } from '../../store/programs';
import type { Actor, Context } from '../ports';
import { refreshHome, refreshMessages } from '../refresh';
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
  if (!(await roles(context.store)).isMentor) throw new Refused({ code: 'mentors_only' });
  const cadence = readDigestCadence(wanted, actor, await ownDigestOf(context, actor));
  return context.store.transaction(async (within) => {
    const next = nextDue(cadence, member.zone, now);
    const stored = await within.cadences.set({ memberId: member.id }, 'digest', cadence, null, next);
    await refreshHome(within, member.id);
    return stored;
  });
}

/** A mentor wants no digest of their own any more. The rhythm is kept for coming back. */
export async function stopOwnDigest({ store }: Context, { member, roles }: Actor): Promise<void> {
  const cadence = (await roles(store)).isMentor ? await store.cadences.ofMember(member.id, 'digest') : null;
  if (!cadence) throw new Refused({ code: 'mentors_only' });
  await store.cadences.setNextDue(cadence.id, null);
  await refreshHome(store, member.id);
}

/** Where the digest of the program goes, and when; null while there is none. */
export async function channelDigestOf(
  { store }: Context,
  actor: Actor,
): Promise<{ readonly channelId: string; readonly cadence: StoredCadence } | null> {
  const { id, digestChannelId: channelId } = await programLookedAfter(store, actor);
  const cadence = await store.cadences.ofProgram(id);
  return channelId === null || cadence === null ? null : { channelId, cadence };
}

/**
 * Chooses the mentor channel, in which the bot has to be, or changes when its digest comes; what is not named stays as it
 * was.
 *
 * @param wanted in plain words or as chosen
 */
export async function setDigestChannel(
  { store, messenger }: Context,
  actor: Actor,
  channelId: string,
  wanted: string | Cadence,
): Promise<StoredCadence> {
  const { member: by, now } = actor;
  const program = await programLookedAfter(store, actor);
  const seen = await messenger.seesChannel(channelId);
  if (seen === 'not_in_channel') throw new Refused({ code: 'not_in_channel', channel: channelId });
  if (seen !== 'member') throw new Refused({ code: 'channel_not_usable', channel: channelId });
  const before = await store.cadences.ofProgram(program.id);
  const usual = before ?? startingToday(DEFAULT_DIGEST, by.zone, now);
  const cadence = wanted === '' ? usual : readDigestCadence(wanted, actor, usual);
  const zone = wanted === '' ? (before?.zone ?? by.zone) : by.zone;
  return store.transaction(async (within) => {
    await within.programs.setDigestChannel(program.id, channelId, by.id);
    const stored = await within.cadences.set(
      { programId: program.id },
      'channel_digest',
      cadence,
      zone,
      nextDue(cadence, zone, now),
    );
    // What stands in a channel already is brought up to date: the new dates, or that no more comes there.
    await refreshMessages(within, program.id);
    if (channelId !== program.digestChannelId) {
      await within.messages.say(
        [
          {
            kind: 'channel_hello',
            channelId,
            payload: { channelId },
            subjectId: program.id,
            onceKey: `channel-hello:${channelId}:${now.toISOString()}`,
          },
        ],
        now,
      );
    }
    return stored;
  });
}

/** The channel gets no digest any more. When it came is kept for coming back. */
export async function stopChannelDigest({ store }: Context, actor: Actor, channelId: string): Promise<void> {
  const program = await programLookedAfter(store, actor);
  if (program.digestChannelId !== channelId)
    throw new Refused({ code: 'no_digest_there', channel: channelId });
  await store.transaction(async (within) => {
    await within.programs.setDigestChannel(program.id, null, program.digestSetById);
    const cadence = await within.cadences.ofProgram(program.id);
    if (cadence) await within.cadences.setNextDue(cadence.id, null);
    await refreshMessages(within, program.id);
  });
}

/**
 * The program whose channel digest this person may set: its coordinators may. Where it has none, a mentor may, unless
 * another did before: then it is theirs to change. Whoever may not is told whom to ask.
 */
async function programLookedAfter(store: WorkspaceStore, { member: by, roles }: Actor): Promise<Program> {
  const { isMentor, coordinates } = await roles(store);
  const program = await store.programs.homeOf(by.id);
  if (coordinates.some(({ id }) => id === program.id)) return program;
  if (!isMentor) throw new Refused({ code: 'mentors_only' });
  const coordinators = await store.programs.coordinatorsOf(program.id);
  const isFree = program.digestChannelId === null || program.digestSetById === by.id;
  if (coordinators.length === 0 && isFree) return program;
  const setBy = program.digestSetById === null ? null : await store.members.byId(program.digestSetById);
  const keepers = coordinators.length > 0 ? coordinators : setBy === null ? [] : [setBy];
  throw new Refused({ code: 'digest_of_others', who: keepers.map(({ slackUserId }) => slackUserId) });
}

function readDigestCadence(wanted: string | Cadence, actor: Actor, usual: Cadence | null): Cadence {
  if (typeof wanted !== 'string') return wanted;
  try {
    return readCadence(wanted, actor, usual);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'cadence_not_understood') throw error;
    throw new Refused({ ...error.refusal, code: 'digest_not_understood' });
  }
}
