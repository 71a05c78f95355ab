import { STEP_LIMIT, type CheckIn, type StepDraft } from '../../domain/check-in';
import { localDate } from '../../domain/local-time';
import { readStep } from '../../domain/reading/step';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { speakerOf } from '../people/speaker';
import type { Actor, Context } from '../ports';
import { refreshAbout } from '../refresh';

/**
 * Keeps with a check-in what it says comes next; no words let it go. Left as it was, it stays what it is: open, or done.
 * Refuses a day that lies behind, and a day without a step.
 */
export async function keepStep(
  store: WorkspaceStore,
  { member, now }: Actor,
  checkIn: CheckIn,
  step: StepDraft | undefined,
): Promise<void> {
  if (step === undefined) return;
  const { words, by } = step;
  const before = checkIn.nextStep;
  if (words === null) {
    if (before === null && by !== null) throw new Refused({ code: 'step_missing' });
    if (before !== null) await changed(null);
    return;
  }
  const length = [...words].length;
  if (length > STEP_LIMIT) throw new Refused({ code: 'text_too_long', limit: STEP_LIMIT, length });
  if (words === before?.words && by === before.by) return;
  if (by !== null && by !== before?.by && by < localDate(now, member.zone)) {
    throw new Refused({ code: 'date_in_the_past', date: by });
  }
  await changed(words);

  async function changed(nextStep: string | null): Promise<void> {
    const after = await store.checkIns.change(checkIn.id, {
      nextStep,
      nextStepBy: nextStep === null ? null : by,
      nextStepDoneAt: null,
      ...(before === null ? {} : { nextStepKeptAt: now }),
    });
    await refreshAbout(store, before === null ? after : checkIn);
  }
}

/** What was typed to a question of what comes next is the step as well. */
export async function keepTypedStep(
  store: WorkspaceStore,
  bank: Context['bank'],
  actor: Actor,
  checkIn: CheckIn,
  nudge: AskedNudge,
): Promise<void> {
  const asked = nudge.questions.find(({ goalId }) => goalId === checkIn.goalId);
  const type = bank.find(({ id }) => id === asked?.question)?.type;
  const step = readStep(checkIn.text ?? '', speakerOf(actor));
  if (type === 'next_step' && step !== null) await keepStep(store, actor, checkIn, step);
}

/** A step that stands as it was typed follows an edit of the message. */
export async function editTypedStep(
  store: WorkspaceStore,
  actor: Actor,
  before: CheckIn,
  edited: CheckIn,
): Promise<void> {
  const typed = readStep(before.text ?? '', { ...speakerOf(actor), now: before.saidAt });
  const { nextStep } = before;
  if (nextStep === null || nextStep.doneAt !== null) return;
  if (typed?.words !== nextStep.words || typed.by !== nextStep.by) return;
  const step = readStep(edited.text ?? '', speakerOf(actor)) ?? { words: null, by: null };
  await keepStep(store, actor, edited, step);
}
