import { standingSteps, type StepCheckIn } from '../../domain/check-in';
import type { StepAsked } from '../../domain/facts';
import type { Goal } from '../../domain/goal';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { readersOf } from './readers';

/** Next steps as their person meets them again. */

/** The step that a nudge opens with: the newest that stood when it fell due, of a goal that it asks about if there is one. */
export async function stepOfNudge(store: WorkspaceStore, nudge: AskedNudge): Promise<StepAsked | null> {
  const { memberId, dueAt, questions } = nudge;
  const named = (await store.checkIns.withStep(memberId)).filter(({ saidAt }) => saidAt < dueAt);
  if (named.length === 0) return null;
  const steps = standingSteps(named, await store.goals.ofMember(memberId)).filter(
    ({ nextStep: { doneAt } }) => doneAt === null || doneAt >= dueAt,
  );
  const carried = steps.find((step) => questions.some(({ goalId }) => goalId === step.goalId)) ?? steps[0];
  return carried === undefined ? null : stepAsked(store, carried, dueAt);
}

const STEPS_SHOWN = 3;

/** What is open of a person's own: the newest. */
export async function openSteps(
  store: WorkspaceStore,
  memberId: string,
  goals: readonly Goal[],
): Promise<StepAsked[]> {
  const steps = standingSteps(await store.checkIns.withStep(memberId), goals);
  const open = steps.filter(({ nextStep: { doneAt } }) => doneAt === null).slice(0, STEPS_SHOWN);
  return Promise.all(open.map((step) => stepAsked(store, step, null)));
}

/** @param since when it was asked about; null where it is only shown */
async function stepAsked(
  store: WorkspaceStore,
  checkIn: StepCheckIn,
  since: Date | null,
): Promise<StepAsked> {
  const { id, memberId, audience, nextStep } = checkIn;
  const isKept = since !== null && nextStep.keptAt !== null && nextStep.keptAt >= since;
  return {
    checkInId: id,
    step: nextStep,
    heard: nextStep.doneAt === null ? (isKept ? 'kept' : null) : 'done',
    readers: await readersOf(store, memberId, checkIn),
    audience,
  };
}
