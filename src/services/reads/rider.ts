import { named, type BarrierAsked, type Carried, type RiderAsked } from '../../domain/facts';
import type { Goal } from '../../domain/goal';
import type { Barrier } from '../../domain/ledger/barrier';
import { chooseRider, inTheWay } from '../../domain/ledger/rider';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { promiseShown } from './promises';
import { readersOf } from './readers';

/** What is carried from one answer to the next question: barriers and next steps; and the one thing that a nudge opens with. */

export async function riderOfNudge(
  store: WorkspaceStore,
  { memberId, dueAt, questions }: AskedNudge,
): Promise<RiderAsked | null> {
  const barriers = await store.barriers.ofMember(memberId);
  const promises = await store.promises.ofMember(memberId);
  if (barriers.length + promises.length === 0) return null;
  const goals = await store.goals.ofMember(memberId);
  const goalIds = questions.map(({ goalId }) => goalId);
  const rider = chooseRider(barriers, promises, goals, { dueAt, goalIds });
  switch (rider?.kind) {
    case undefined:
      return null;
    case 'barrier':
      return { kind: 'barrier', ...(await barrierShown(store, rider.barrier, goals, dueAt)) };
    case 'promise':
      return { kind: 'promise', ...(await promiseShown(store, rider.promise, dueAt)) };
  }
}

const BARRIERS_SHOWN = 2;

/** What is in somebody's own way: the newest. */
export async function openBarriers(
  store: WorkspaceStore,
  memberId: string,
  goals: readonly Goal[],
): Promise<BarrierAsked[]> {
  const open = inTheWay(await store.barriers.ofMember(memberId), goals).filter(
    ({ closedAt }) => closedAt === null,
  );
  return Promise.all(
    open.slice(0, BARRIERS_SHOWN).map((barrier) => barrierShown(store, barrier, goals, null)),
  );
}

/** @param since when it was asked about; null where it is only shown */
async function barrierShown(
  store: WorkspaceStore,
  barrier: Barrier,
  goals: readonly Goal[],
  since: Date | null,
): Promise<BarrierAsked> {
  const { checkInId, memberId, goalId, audience, clearedAt, movedAt, letGoAt } = barrier;
  const isMoved = since !== null && movedAt !== null && movedAt >= since;
  return {
    checkInId,
    barrier,
    goal: goals.find(({ id }) => id === goalId) ?? null,
    ideas: await ideasFor(store, checkInId),
    heard: clearedAt !== null ? 'cleared' : letGoAt !== null ? 'let_go' : isMoved ? 'moved' : null,
    isLast: since !== null && barrier.restsAt !== null,
    readers: await readersOf(store, memberId, barrier),
    audience,
  };
}

const IDEAS_SHOWN = 2;

/** What mentors wrote to the answer that names it. */
async function ideasFor(store: WorkspaceStore, checkInId: string): Promise<BarrierAsked['ideas']> {
  const words = await store.responses.toCheckIn(checkInId, IDEAS_SHOWN);
  if (words.length === 0) return [];
  const members = await store.members.byIds(words.map(({ fromId }) => fromId));
  return words.flatMap(({ fromId, text }) => {
    const from = members.find(({ id }) => id === fromId);
    return from && text !== null ? [{ from: named(from), text }] : [];
  });
}

/** What a check-in carries. */
export async function carriedOf(store: WorkspaceStore, checkInId: string): Promise<Carried> {
  return {
    nextStep: await store.promises.ofCheckIn(checkInId),
    barrier: await store.barriers.ofCheckIn(checkInId),
  };
}

/** The same of several, by their ids, in as many statements. */
export async function carriedOfAll(
  store: WorkspaceStore,
  checkIns: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Carried>> {
  return new Map(
    await Promise.all(checkIns.map(async ({ id }) => [id, await carriedOf(store, id)] as const)),
  );
}
