import { TEXT_LIMIT } from '../../domain/goal';
import type { Member } from '../../domain/member';
import { checkInInWords, named, type CheckInInWords, type Named } from '../../domain/facts';
import { Refused } from '../../domain/refusal';
import type { CheckIn } from '../../domain/check-in';
import { mayRead, type Reader } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import { goalFor } from '../reads/readers';
import { carriedOf } from '../reads/rider';
import { congratulationKey, isToldOf } from '../reads/reached';
import type { NewResponse } from '../../store/responses';
import type { Actor, Context, Placed } from '../ports';
import { askWithin } from './ask';
import { refreshAbout, refreshHomes, refreshMessages } from '../refresh';

/** One tap on a goal's news: the mentee hears it. The second tap of the same mentor is already said. */
export async function congratulate(
  { store }: Context,
  { member: mentor, now }: Actor,
  goalId: string,
): Promise<void> {
  const goal = await store.goals.byId(goalId);
  if (!goal) throw new Refused({ code: 'gone', what: 'goal' });
  const pair = await refuseUnlessMentorOf(store, mentor, goal.memberId);
  const reached = await store.goals.reached(goalId);
  if (!reached || reached.isOpenAgain || !isToldOf(goal, reached, pair))
    throw new Refused({ code: 'gone', what: 'goal' });
  const onceKey = congratulationKey(goalId, reached, mentor.id);
  if (await store.responses.hasKey(onceKey)) return;
  await store.transaction(async (within) => {
    const response = await within.responses.add({
      fromId: mentor.id,
      toId: goal.memberId,
      goalId,
      kind: 'congratulation',
      text: null,
      at: now,
      onceKey,
    });
    if (!response) throw new Refused({ code: 'already_answered', state: 'other' });
    await within.messages.say(
      [{ kind: 'congratulation', memberId: goal.memberId, subjectId: response.id, onceKey }],
      now,
    );
    await refreshMessages(within, goalId);
  });
}

/**
 * A mentor's answer to a check-in reaches the mentee, who is named, in the nudge's thread; it waits no longer.
 *
 * @param text more words may follow an answer; null says that it was read, once, and not after an answer
 * @param asks whether it asks back, and stays open until it is answered
 */
export async function answerCheckIn(
  { store }: Context,
  { member: mentor, now }: Actor,
  checkInId: string,
  text: string | null,
  asks = false,
): Promise<Named> {
  if (text !== null && [...text].length > TEXT_LIMIT) {
    throw new Refused({ code: 'text_too_long', limit: TEXT_LIMIT, length: [...text].length });
  }
  const { checkIn } = await readableCheckIn(store, mentor, checkInId);
  const mentee = await menteeOf(store, checkIn);
  if (text === null && checkIn.acknowledgedAt !== null) return named(mentee);
  const nudge = checkIn.nudgeId === null ? null : await store.nudges.byId(checkIn.nudgeId);
  const parent = nudge?.messageId ? await store.messages.byId(nudge.messageId) : null;
  // Private words stand in no key: a fingerprint tells the same answer given twice as well.
  const onceKey = `encourage:${checkInId}:${mentor.id}:${await fingerprint(text ?? '')}`;
  if (await store.responses.hasKey(onceKey)) return named(mentee);
  const below = parent?.channel && parent.ts ? { channel: parent.channel, ts: parent.ts } : null;
  await store.transaction(async (within) => {
    if (asks) {
      const goal = checkIn.goalId === null ? {} : { goalId: checkIn.goalId };
      await askWithin(within, { from: mentor, to: mentee, text, checkInId, ...goal, below, onceKey }, now);
    } else {
      const answer = { fromId: mentor.id, toId: mentee.id, checkInId, text, at: now, onceKey };
      await sayAnswer(within, answer, below);
    }
    if (await within.checkIns.acknowledge(checkInId, now)) await refreshAbout(within, checkIn);
    await refreshHomes(within, checkIn.memberId);
  });
  return named(mentee);
}

async function sayAnswer(
  store: WorkspaceStore,
  answer: Omit<NewResponse, 'kind'>,
  below: Placed | null,
): Promise<void> {
  const response = await store.responses.add({ ...answer, kind: 'encourage' });
  if (!response) throw new Refused({ code: 'already_answered', state: 'other' });
  await store.messages.say(
    [
      {
        kind: 'check_in_answered',
        memberId: answer.toId,
        subjectId: response.id,
        ...(below === null ? {} : { channelId: below.channel, threadTs: below.ts }),
        onceKey: `answered:${response.id}`,
      },
    ],
    answer.at,
  );
}

/** What a mentor sees when about to answer a check-in. */
export async function checkInToAnswer(
  { store }: Context,
  { member: mentor }: Actor,
  checkInId: string,
): Promise<CheckInInWords> {
  const { checkIn, reader } = await readableCheckIn(store, mentor, checkInId);
  const mentee = await menteeOf(store, checkIn);
  const goal = checkIn.goalId === null ? null : await store.goals.byId(checkIn.goalId);
  return checkInInWords(checkIn, mentee, goalFor([reader], goal), await carriedOf(store, checkInId));
}

async function menteeOf(store: WorkspaceStore, checkIn: CheckIn): Promise<Member> {
  const mentee = await store.members.byId(checkIn.memberId);
  if (!mentee) throw new Refused({ code: 'gone', what: 'check_in' });
  return mentee;
}

/** A check-in that this mentor may read; to anyone else it does not exist. */
async function readableCheckIn(
  store: WorkspaceStore,
  mentor: Member,
  checkInId: string,
): Promise<{ checkIn: CheckIn; reader: Reader }> {
  const checkIn = await store.checkIns.byId(checkInId);
  if (!checkIn) throw new Refused({ code: 'gone', what: 'check_in' });
  const reader: Reader = {
    kind: 'mentor',
    through: await refuseUnlessMentorOf(store, mentor, checkIn.memberId),
  };
  if (mayRead(reader, { kind: 'check_in', ...checkIn }) !== 'content') {
    throw new Refused({ code: 'gone', what: 'check_in' });
  }
  return { checkIn, reader };
}

async function refuseUnlessMentorOf(store: WorkspaceStore, mentor: Member, menteeId: string): Promise<Pair> {
  const pairs = await store.mentorships.currentOfMentees([menteeId]);
  const pair = pairs.find(({ mentorId }) => mentorId === mentor.id);
  if (!pair) throw new Refused({ code: 'not_yours' });
  return pair;
}

/** SHA-256 in hex. */
async function fingerprint(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
