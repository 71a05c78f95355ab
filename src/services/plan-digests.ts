import { nextDue } from '../domain/cadence';
import type { WorkspaceStore } from '../store';
import type { DueCadence } from '../store/sweeps';
import { gatherMentees } from './reads/mentees';
import type { Actor, Context } from './ports';
import { Refused } from '../domain/refusal';
import type { Pair } from '../store/mentorships';
import { readCadence } from './set-cadence';
import { DEFAULT_DIGEST, startingToday } from './rhythm';
import type { StoredCadence } from '../store/cadences';

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** A digest this late tells nobody anything new. */
const TOO_LATE = 12 * 60 * 60 * 1000;

/** Due digests of mentors: one each, from the end of the last. A mentor without mentees gets none. */
export async function planDigests(
  store: WorkspaceStore,
  due: readonly DueCadence[],
  now: Date,
): Promise<void> {
  for (const cadence of due) {
    const member = await store.members.byId(cadence.memberId ?? '');
    if (!member) continue;
    await store.cadences.setNextDue(cadence.id, nextDue(cadence, member.zone, now));
    if (now.getTime() - cadence.nextDueAt.getTime() > TOO_LATE) continue;
    const pairs = await store.mentorships.currentOfMentor(member.id);
    if (pairs.length === 0) continue;
    const from = (await store.digests.lastEnd({ memberId: member.id })) ?? new Date(now.getTime() - WEEK);
    if (!member.digestWhenEmpty && (await isEmpty(store, pairs, 'mentor', from, now))) continue;
    const digest = await store.digests.add({ memberId: member.id }, from, now);
    await store.messages.say(
      [{ kind: 'digest', memberId: member.id, subjectId: digest.id, onceKey: `digest:${digest.id}` }],
      now,
    );
  }
}

/** Due digests of mentor channels. A week in which nobody said anything stays quiet in the channel. */
export async function planChannelDigests(
  store: WorkspaceStore,
  due: readonly DueCadence[],
  now: Date,
): Promise<void> {
  for (const cadence of due) {
    const program = await store.programs.byId(cadence.programId ?? '');
    if (!program) continue;
    await store.cadences.setNextDue(cadence.id, nextDue(cadence, cadence.zone ?? 'UTC', now));
    if (program.digestChannelId === null || now.getTime() - cadence.nextDueAt.getTime() > TOO_LATE) continue;
    const pairs = await store.mentorships.currentOfProgram(program.id);
    if (pairs.length === 0) continue;
    const from = (await store.digests.lastEnd({ programId: program.id })) ?? new Date(now.getTime() - WEEK);
    if (await isEmpty(store, pairs, 'mentor_channel', from, now)) continue;
    const digest = await store.digests.add({ programId: program.id }, from, now);
    await store.messages.say(
      [
        {
          kind: 'channel_digest',
          channelId: program.digestChannelId,
          subjectId: digest.id,
          onceKey: `channel-digest:${digest.id}`,
        },
      ],
      now,
    );
  }
}

/** Whether nobody has anything to tell this reader. */
async function isEmpty(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  reader: 'mentor' | 'mentor_channel',
  from: Date,
  to: Date,
): Promise<boolean> {
  const mentees = await gatherMentees(store, pairs, reader, from, to);
  return [...mentees.values()].every(
    ({ checkIns, inDigest }) =>
      checkIns === 0 && inDigest.reached.length === 0 && inDigest.awaiting.length === 0,
  );
}

/** Changes when a mentor's own digest comes, in plain words. */
export async function setOwnDigest(
  { store }: Context,
  { member, now }: Actor,
  words: string,
): Promise<StoredCadence> {
  const cadence = readCadence(words, now, member.zone);
  return store.cadences.set(
    { memberId: member.id },
    'digest',
    cadence,
    null,
    nextDue(cadence, member.zone, now),
  );
}

/** Chooses the mentor channel. Only mentors and coordinators may; the caller has checked that the bot is in it. */
export async function setDigestChannel(
  { store }: Context,
  { member: by, now, roles }: Actor,
  channelId: string,
  words: string,
): Promise<StoredCadence> {
  const program = await store.programs.current();
  const { isMentor, coordinates } = await roles();
  if (!isMentor && coordinates.length === 0) throw new Refused({ code: 'mentors_only' });
  const cadence =
    words === '' ? startingToday(DEFAULT_DIGEST, by.zone, now) : readCadence(words, now, by.zone);
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
      [{ kind: 'channel_hello', channelId, subjectId: program.id, onceKey: `channel-hello:${channelId}` }],
      now,
    );
    return stored;
  });
}
