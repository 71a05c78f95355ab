import { nextDue } from '../../domain/cadence';
import { Refused } from '../../domain/refusal';
import type { StoredCadence } from '../../store/cadences';
import type { Actor, Context } from '../ports';
import { refreshHome } from '../refresh';
import { DEFAULT_DIGEST, startingToday } from './rhythm';
import { readCadence } from './set-cadence';

/** When and where digests come: a mentor's own, and the mentor channel's. */

/** Changes when a mentor's own digest comes, in plain words. */
export async function setOwnDigest({ store }: Context, actor: Actor, words: string): Promise<StoredCadence> {
  const { member, now, roles } = actor;
  if (!(await roles()).isMentor) throw new Refused({ code: 'mentors_only' });
  const cadence = readCadence(words, actor, await store.cadences.ofMember(member.id, 'digest'));
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

/** Chooses the mentor channel. Only mentors and coordinators may; the caller has checked that the bot is in it. */
export async function setDigestChannel(
  { store }: Context,
  actor: Actor,
  channelId: string,
  words: string,
): Promise<StoredCadence> {
  const { member: by, now, roles } = actor;
  const { isMentor, coordinates } = await roles();
  if (!isMentor && coordinates.length === 0) throw new Refused({ code: 'mentors_only' });
  const program = await store.programs.homeOf(by.id);
  const usual = startingToday(DEFAULT_DIGEST, by.zone, now);
  const cadence = words === '' ? usual : readCadence(words, actor, usual);
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
