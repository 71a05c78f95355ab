import type { CheckIn } from '../../domain/check-in';
import { PROMISE_LIMIT, type PromiseDraft } from '../../domain/ledger/promise';
import { localDate } from '../../domain/local-time';
import { readStep } from '../../domain/reading/step';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { speakerOf } from '../people/speaker';
import type { Actor, Context } from '../ports';
import { refreshAbout, refreshAboutPromise } from '../refresh';

/**
 * Keeps with a check-in what it says comes next: a promise to oneself. No words let it go. Left as it was, it stays what
 * it is: open, or done. Refuses a day that lies behind, and a day without a step.
 */
export async function keepStep(
  store: WorkspaceStore,
  actor: Actor,
  checkIn: CheckIn,
  step: PromiseDraft | undefined,
): Promise<void> {
  if (step === undefined) return;
  const { now } = actor;
  const before = await store.promises.ofCheckIn(checkIn.id);
  const draft = checkedDraft(actor, step, before);
  if (draft === null) {
    if (before === null) return;
    await store.promises.change(before.id, { letGoAt: now });
    await refreshAboutPromise(store, before);
    return;
  }
  if (draft.words === before?.words && draft.by === before.by) return;
  await store.promises.name(checkIn, draft, before === null ? null : now);
  await refreshAbout(store, checkIn);
}

/** What was typed, as it can be kept; null for no words. Refuses a day that lies behind, a day alone, too many words. */
export function checkedDraft(
  { member, now }: Actor,
  { words, by }: PromiseDraft,
  before: PromiseDraft | null,
): (PromiseDraft & { readonly words: string }) | null {
  if (words === null) {
    if (before === null && by !== null) throw new Refused({ code: 'step_missing' });
    return null;
  }
  const { length } = [...words];
  if (length > PROMISE_LIMIT) throw new Refused({ code: 'text_too_long', limit: PROMISE_LIMIT, length });
  if (by !== null && by !== before?.by && by < localDate(now, member.zone)) {
    throw new Refused({ code: 'date_in_the_past', date: by });
  }
  return { words, by };
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
  const step = await store.promises.ofCheckIn(before.id);
  if (step === null || step.keptAt !== null) return;
  if (typed?.words !== step.words || typed.by !== step.by) return;
  const now = readStep(edited.text ?? '', speakerOf(actor)) ?? { words: null, by: null };
  await keepStep(store, actor, edited, now);
}
