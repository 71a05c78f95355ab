import type { Audience } from '../../domain/check-in';
import type { Named } from '../../domain/facts';
import type { Barrier, BarrierDraft } from '../../domain/ledger/barrier';
import { keepBarrier } from '../answering/keep-barrier';
import { ownCheckIn } from '../answering/record-check-in';
import { readersOf } from '../reads/readers';
import { refreshAbout } from '../refresh';
import type { Actor, Context } from '../ports';
import { heard } from './heard';

/** What is in the way: named with an answer, still there, cleared, or let go. */

export interface BarrierFacts {
  readonly barrier: Barrier | null;
  readonly readers: readonly Named[];
  readonly audience: Audience;
}

/** What a check-in of theirs says is in the way, and who reads it. */
export async function barrierOf(
  { store }: Context,
  { member }: Actor,
  checkInId: string,
): Promise<BarrierFacts> {
  const checkIn = await ownCheckIn(store, member, checkInId);
  return {
    barrier: await store.barriers.ofCheckIn(checkInId),
    readers: await readersOf(store, member.id, checkIn),
    audience: checkIn.audience,
  };
}

/** Names what is in the way of a check-in, or says it in other words; no words let it go. */
export async function nameBarrier(
  context: Context,
  actor: Actor,
  checkInId: string,
  draft: BarrierDraft,
): Promise<BarrierFacts> {
  const { store } = context;
  const checkIn = await ownCheckIn(store, actor.member, checkInId);
  await store.transaction(async (within) => {
    await keepBarrier(within, actor, checkIn, draft);
    await heard(within, actor, checkIn.saidAt);
  });
  return barrierOf(context, actor, checkInId);
}

/** Cleared, or still there. What is cleared, or let go, stays so. */
export async function sayOfBarrier(
  { store }: Context,
  actor: Actor,
  checkInId: string,
  said: 'cleared' | 'still',
): Promise<void> {
  const { member, now } = actor;
  await store.transaction(async (within) => {
    await within.members.lock(member.id);
    const checkIn = await ownCheckIn(within, member, checkInId);
    const barrier = await within.barriers.ofCheckIn(checkInId);
    if (barrier === null || barrier.closedAt !== null) return;
    await within.barriers.change(
      barrier.id,
      said === 'cleared' ? { clearedAt: now } : { movedAt: now, restsAt: null },
    );
    await refreshAbout(within, checkIn);
    await heard(within, actor, checkIn.saidAt);
  });
}
