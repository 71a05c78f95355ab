import { named, type PromiseAsked, type PromiseBetween } from '../../domain/facts';
import type { Goal } from '../../domain/goal';
import { isOpen, standing, type PromiseMade } from '../../domain/ledger/promise';
import type { Member } from '../../domain/member';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import { readersOf } from './readers';

/** Promises as those who made them meet them again, and those to whom they were made. */

const STEPS_SHOWN = 2;

/** What is open of a person's own next steps: the newest. */
export async function openSteps(
  store: WorkspaceStore,
  memberId: string,
  goals: readonly Goal[],
): Promise<PromiseAsked[]> {
  const open = standing(await store.promises.ofMember(memberId), goals).filter(
    (promise) => promise.mentorshipId === null && isOpen(promise),
  );
  return Promise.all(open.slice(0, STEPS_SHOWN).map((step) => promiseShown(store, step, null)));
}

/** @param since when it was asked about; null where it is only shown */
export async function promiseShown(
  store: WorkspaceStore,
  promise: PromiseMade,
  since: Date | null,
): Promise<PromiseAsked> {
  const { id, memberId, toId, audience, keptAt, movedAt, letGoAt } = promise;
  const to = toId === null ? null : await store.members.byId(toId);
  const isMoved = since !== null && movedAt !== null && movedAt >= since;
  return {
    promiseId: id,
    promise,
    to: to && named(to),
    heard: keptAt !== null ? 'kept' : letGoAt !== null ? 'let_go' : isMoved ? 'moved' : null,
    isLast: since !== null && promise.restsAt !== null,
    readers: to === null ? await readersOf(store, memberId, promise) : [named(to)],
    audience,
  };
}

/** What is open between somebody and those with whom they are paired: of both sides, the nearest date first. */
export async function openBetween(
  store: WorkspaceStore,
  member: Member,
  pairs: readonly Pair[],
): Promise<PromiseBetween[]> {
  const others = pairs.map(({ mentorId, mentor, mentee }) => (mentorId === member.id ? mentee : mentor));
  const ids = [...new Set([member.id, ...others.map(({ id }) => id)])];
  const made = (await store.promises.ofMembers(ids)).filter(isOpen);
  return made.flatMap((promise) => between(promise, member, others)).sort(byDate);
}

function between(promise: PromiseMade, member: Member, others: readonly Member[]): PromiseBetween[] {
  const { id: promiseId, memberId, toId } = promise;
  const isMine = memberId === member.id;
  const other = others.find(({ id }) => id === (isMine ? toId : memberId));
  if (toId === null || other === undefined || !(isMine || toId === member.id)) return [];
  return [{ promiseId, promise, other: named(other), isMine }];
}

const LAST = '9999-12-31';

function byDate(one: PromiseBetween, other: PromiseBetween): number {
  return (one.promise.by ?? LAST).localeCompare(other.promise.by ?? LAST);
}
