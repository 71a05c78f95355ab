import type { Audience } from '../../domain/check-in';
import { named, type Named } from '../../domain/facts';
import {
  fromWords,
  isOpen,
  PROMISE_LIMIT,
  type PromiseDraft,
  type PromiseMade,
} from '../../domain/ledger/promise';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import { checkedDraft, keepStep } from '../answering/keep-step';
import { ownCheckIn } from '../answering/record-check-in';
import { readersOf } from '../reads/readers';
import { refreshAboutPromise, refreshHome, refreshMessages } from '../refresh';
import type { Actor, Context } from '../ports';
import { heard } from './heard';

/** Promises of both sides: to oneself as a next step, or to the other of a pair. Made, kept, moved, let go. */

export interface PromiseFacts {
  readonly promise: PromiseMade | null;
  /** Whom it was made to; null: oneself. */
  readonly to: Named | null;
  readonly readers: readonly Named[];
  readonly audience: Audience;
}

/** What a check-in of theirs says comes next, and who reads it. */
export async function stepOf(
  { store }: Context,
  { member }: Actor,
  checkInId: string,
): Promise<PromiseFacts> {
  const checkIn = await ownCheckIn(store, member, checkInId);
  return {
    promise: await store.promises.ofCheckIn(checkIn.id),
    to: null,
    readers: await readersOf(store, member.id, checkIn),
    audience: checkIn.audience,
  };
}

/** A promise of theirs, and who reads it. */
export async function promiseOf(
  { store }: Context,
  { member }: Actor,
  promiseId: string,
): Promise<PromiseFacts & { readonly promise: PromiseMade }> {
  const promise = await ownPromise(store, member, promiseId);
  const to = promise.toId === null ? null : await store.members.byId(promise.toId);
  const readers = to === null ? await readersOf(store, member.id, promise) : [named(to)];
  return { promise, to: to && named(to), readers, audience: promise.audience };
}

async function ownPromise(store: WorkspaceStore, member: Member, promiseId: string): Promise<PromiseMade> {
  const promise = await store.promises.byId(promiseId);
  if (!promise) throw new Refused({ code: 'gone', what: 'promise' });
  if (promise.memberId !== member.id) throw new Refused({ code: 'not_yours' });
  return promise;
}

/** Names what comes next after a check-in; no words let it go. */
export async function nameStep(
  context: Context,
  actor: Actor,
  checkInId: string,
  step: PromiseDraft,
): Promise<PromiseFacts> {
  const { store } = context;
  const checkIn = await ownCheckIn(store, actor.member, checkInId);
  await store.transaction(async (within) => {
    await keepStep(within, actor, checkIn, step);
    await heard(within, actor, checkIn.saidAt);
  });
  return stepOf(context, actor, checkInId);
}

/** Another day, or other words; no words let it go, with a word for whoever it was made to. Answers what stands now. */
export async function changePromise(
  { store }: Context,
  actor: Actor,
  promiseId: string,
  changed: PromiseDraft,
  why: string | null,
): Promise<PromiseMade> {
  const { member, now } = actor;
  return store.transaction(async (within) => {
    await within.members.lock(member.id);
    const before = await ownPromise(within, member, promiseId);
    const draft = checkedDraft(actor, changed, before);
    if (draft === null) await within.promises.change(promiseId, { letGoAt: now, letGoWhy: why });
    else await within.promises.change(promiseId, { ...draft, movedAt: now, restsAt: null });
    return after(within, actor, before);
  });
}

/** Kept, or not yet. What is kept, or let go, stays so. */
export async function sayOfPromise(
  { store }: Context,
  actor: Actor,
  promiseId: string,
  said: 'kept' | 'not_yet',
): Promise<void> {
  const { member, now } = actor;
  await store.transaction(async (within) => {
    await within.members.lock(member.id);
    const before = await ownPromise(within, member, promiseId);
    if (!isOpen(before)) return;
    const change = said === 'kept' ? { keptAt: now } : { movedAt: now, restsAt: null };
    await within.promises.change(promiseId, change);
    await after(within, actor, before);
  });
}

async function after(store: WorkspaceStore, actor: Actor, before: PromiseMade): Promise<PromiseMade> {
  await refreshAboutPromise(store, before);
  await heard(store, actor, before.saidAt);
  if (before.toId !== null) await refreshHome(store, before.toId);
  return ownPromise(store, actor.member, before.id);
}

/** With whom somebody is paired, on either side: to whom they may promise something. */
export async function promisable({ store }: Context, { member }: Actor) {
  const open = await store.mentorships.openOf(member.id);
  return open
    .filter(({ state }) => state !== 'proposed')
    .map(({ id, mentorId, mentor, mentee }) => {
      const other = mentorId === member.id ? mentee : mentor;
      return { mentorshipId: id, otherId: other.id, other: named(other) };
    });
}

/** Promises something to the other of a pair, who hears it at once. The same form again is the same promise. */
export async function makePromise(
  context: Context,
  actor: Actor,
  mentorshipId: string,
  draft: PromiseDraft,
  onceKey: string,
): Promise<Named> {
  const { store } = context;
  const { member, now } = actor;
  const pair = (await promisable(context, actor)).find((each) => each.mentorshipId === mentorshipId);
  if (!pair) throw new Refused({ code: 'not_paired_with' });
  const made = checkedDraft(actor, draft, null);
  if (made === null) throw new Refused({ code: 'promise_missing' });
  await store.transaction(async (within) => {
    const promise = { memberId: member.id, mentorshipId, ...made, saidAt: now };
    const id = await within.promises.add({ ...promise, onceKey: `form:${member.id}:${onceKey}` });
    if (id === null) throw new Refused({ code: 'already_answered', state: 'other' });
    await tell(within, id, pair.otherId, now);
    await refreshHome(within, member.id, pair.otherId);
  });
  return pair.other;
}

/** Takes the other of a pair at their word: what they wrote becomes their promise, and they hear it at once. */
export async function keepAsPromise(
  { store }: Context,
  { member, now }: Actor,
  responseId: string,
): Promise<Named> {
  const words = await store.responses.byId(responseId);
  if (!words?.text) throw new Refused({ code: 'gone', what: 'words' });
  if (words.toId !== member.id) throw new Refused({ code: 'not_yours' });
  const { fromId, text } = words;
  const length = [...text].length;
  if (length > PROMISE_LIMIT) throw new Refused({ code: 'text_too_long', limit: PROMISE_LIMIT, length });
  const pairs = await store.mentorships.openOf(member.id);
  const pair = pairs.find(
    ({ state, mentorId, menteeId }) => state !== 'proposed' && [mentorId, menteeId].includes(fromId),
  );
  if (!pair) throw new Refused({ code: 'not_paired_with' });
  await store.transaction(async (within) => {
    const promise = { memberId: fromId, mentorshipId: pair.id, words: text, by: null, saidAt: now };
    const id = await within.promises.add({ ...promise, onceKey: fromWords(responseId) });
    if (id === null) throw new Refused({ code: 'already_answered', state: 'other' });
    await tell(within, id, fromId, now);
    await refreshMessages(within, responseId);
    await refreshHome(within, member.id, fromId);
  });
  return named(pair.mentorId === fromId ? pair.mentor : pair.mentee);
}

/** To the other of whoever did it. */
async function tell(store: WorkspaceStore, promiseId: string, memberId: string, now: Date): Promise<void> {
  await store.messages.say(
    [{ kind: 'promise', memberId, subjectId: promiseId, onceKey: `promise:${promiseId}` }],
    now,
  );
}
