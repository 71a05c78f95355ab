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

/** Changes when a mentor's own digest comes, in plain words. */
export async function setOwnDigest({ store }: Context, actor: Actor, words: string): Promise<StoredCadence> {
  const { member, now, roles } = actor;
  if (!(await roles()).isMentor) throw new Refused({ code: 'mentors_only' });
  const cadence = readDigestCadence(words, actor, await store.cadences.ofMember(member.id, 'digest'));
  return store.cadences.set(
    { memberId: member.id },
    'digest',
    cadence,
    null,
    nextDue(cadence, member.zone, now),
  );
}

/** A mentor wants no digest of their own any more. The rhythm is kept for coming back. */
export async function stopOwnDigest({ store }: Context, { member, roles }: Actor): Promise<void> {
  const cadence = (await roles()).isMentor ? await store.cadences.ofMember(member.id, 'digest') : null;
  if (!cadence) throw new Refused({ code: 'mentors_only' });
  await store.cadences.setNextDue(cadence.id, null);
  await refreshHome(store, member.id);
}

/**
 * Chooses the mentor channel, or changes when its digest comes; what is not named stays as it was. The caller has checked
 * that the bot is in the channel.
 */
export async function setDigestChannel(
  { store }: Context,
  actor: Actor,
  channelId: string,
  words: string,
): Promise<StoredCadence> {
  const { member: by, now } = actor;
  const program = await programLookedAfter(store, actor);
  const before = await store.cadences.ofProgram(program.id);
  const usual = before ?? startingToday(DEFAULT_DIGEST, by.zone, now);
  const cadence = words === '' ? usual : readDigestCadence(words, actor, usual);
  const zone = words === '' ? (before?.zone ?? by.zone) : by.zone;
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
    await refreshMessages(within, program.id);
  });
}

/**
 * The program whose channel digest this person may set: its coordinators may. Where it has none, a mentor may, unless
 * another did before: then it is theirs to change. Whoever may not is told whom to ask.
 */
async function programLookedAfter(store: WorkspaceStore, { member: by, roles }: Actor): Promise<Program> {
  const { isMentor, coordinates } = await roles();
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

function readDigestCadence(words: string, actor: Actor, usual: Cadence | null): Cadence {
  try {
    return readCadence(words, actor, usual);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'cadence_not_understood') throw error;
    throw new Refused({ ...error.refusal, code: 'digest_not_understood' });
  }
}
