import type { Audience, NextStep, StepDraft } from '../../domain/check-in';
import type { Named } from '../../domain/facts';
import type { WorkspaceStore } from '../../store';
import { readersOf } from '../reads/readers';
import { refreshAbout, refreshHomes } from '../refresh';
import type { Actor, Context } from '../ports';
import { keepStep } from './keep-step';
import { markAnswered, ownCheckIn } from './record-check-in';

/** What its person says of a next step: named, changed, done, not yet. */

export interface StepFacts {
  readonly step: NextStep | null;
  readonly readers: readonly Named[];
  readonly audience: Audience;
}

/** What a check-in of theirs says comes next, and who reads it. */
export async function readStep({ store }: Context, { member }: Actor, checkInId: string): Promise<StepFacts> {
  const checkIn = await ownCheckIn(store, member, checkInId);
  const readers = await readersOf(store, member.id, checkIn);
  return { step: checkIn.nextStep, readers, audience: checkIn.audience };
}

/** Names what comes next, or says it in other words; no words let it go. */
export async function changeStep(
  context: Context,
  actor: Actor,
  checkInId: string,
  step: StepDraft,
): Promise<StepFacts> {
  const { store } = context;
  const checkIn = await ownCheckIn(store, actor.member, checkInId);
  await store.transaction(async (within) => {
    await keepStep(within, actor, checkIn, step);
    await heard(within, actor, checkIn.saidAt);
  });
  return readStep(context, actor, checkInId);
}

/** Did it, or not yet. What is done, or let go, stays so. */
export async function sayOfStep(
  { store }: Context,
  actor: Actor,
  checkInId: string,
  said: 'done' | 'not_yet',
): Promise<void> {
  const { member, now } = actor;
  await store.transaction(async (within) => {
    await within.members.lock(member.id);
    const checkIn = await ownCheckIn(within, member, checkInId);
    if (checkIn.nextStep === null || checkIn.nextStep.doneAt !== null) return;
    await within.checkIns.change(
      checkInId,
      said === 'done' ? { nextStepDoneAt: now } : { nextStepKeptAt: now },
    );
    await refreshAbout(within, checkIn);
    await heard(within, actor, checkIn.saidAt);
  });
}

/** A word on what was carried to the open nudge answers it: it waits for no follow-up, and is no silence. */
async function heard(store: WorkspaceStore, { member, now }: Actor, saidAt: Date): Promise<void> {
  const nudge = await store.nudges.openOf(member.id);
  if (nudge !== null && saidAt < nudge.dueAt) await markAnswered(store, member, nudge.id, now);
  await refreshHomes(store, member.id);
}
