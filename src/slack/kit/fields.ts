import type { InputBlock } from '@slack/types';
import { AUDIENCES, STATUSES, type Audience, type CheckInStatus } from '../../domain/check-in';
import { BARRIER_LIMIT, type BarrierDraft } from '../../domain/ledger/barrier';
import { PROMISE_LIMIT, type PromiseDraft } from '../../domain/ledger/promise';
import type { Words } from '../../words';
import { option } from './block-kit';
import { dateInput, input, radioInput, selectInput, textInput } from './form-parts';
import { dateValue, selectValue, textValue, type FormState } from './form-values';

/** Fields that several forms share: how each is shown, and how it is read back. */

const BLOCKS = {
  audience: 'audience',
  status: 'status',
  text: 'text',
  reason: 'reason',
  step: 'next_step',
  stepBy: 'next_step_by',
  barrier: 'barrier',
  idea: 'idea',
} as const;
/** Where the words of an answer stand: errors about them are shown there. */
export const TEXT_BLOCK = BLOCKS.text;

/** What is chosen of who reads it. */
export interface AudienceView {
  readonly audience: Audience;
  /** Whether there is nobody yet who could read. */
  readonly isAlone?: boolean;
}

export function audienceInput(
  { FIELDS, audienceLabel, audienceHint }: Words,
  { audience, isAlone = false }: AudienceView,
  label: string = FIELDS.audience,
): InputBlock {
  const labelOf = (choice: Audience) =>
    choice === 'self' && isAlone ? FIELDS.onlyMeForNow : audienceLabel(choice);
  const options = AUDIENCES.map((choice) => option(labelOf(choice), choice, audienceHint(choice)));
  return input(BLOCKS.audience, label, selectInput(options, audience));
}

export function readAudience(state: FormState): Audience | null {
  const chosen = selectValue(state, BLOCKS.audience);
  return AUDIENCES.find((audience) => audience === chosen) ?? null;
}

export interface Answer {
  readonly status: CheckInStatus;
  readonly text: string | null;
  readonly step: PromiseDraft;
  readonly audience: Audience | null;
}

/** The status and the words of a check-in, of which either is enough, and who reads it. @param more before who reads it */
export function answerInputs(
  words: Words,
  { status, text, step, ...read }: Partial<Answer> & AudienceView,
  more: readonly InputBlock[] = [],
): InputBlock[] {
  const { FIELDS, statusLabel } = words;
  const options = STATUSES.map((choice) => option(statusLabel(choice), choice));
  return [
    input(BLOCKS.status, FIELDS.status, radioInput(options, status), { optional: true }),
    input(BLOCKS.text, FIELDS.text, textInput({ initial: text, multiline: true }), {
      optional: true,
      hint: FIELDS.textHint,
    }),
    ...stepInputs(words, step),
    ...more,
    audienceInput(words, read),
  ];
}

export function readAnswer(state: FormState): Answer {
  const chosen = selectValue(state, BLOCKS.status);
  return {
    status: STATUSES.find((status) => status === chosen) ?? 'note',
    text: textValue(state, BLOCKS.text),
    step: readStepDraft(state),
    audience: readAudience(state),
  };
}

/** Whether there is anything in an answer to keep. */
export function isEmpty({ status, text, step }: Answer): boolean {
  return status === 'note' && text === null && step.words === null;
}

/** What comes next, and by when. */
export function stepInputs(
  { FIELDS }: Words,
  step: PromiseDraft | null | undefined,
  kind: 'nextStep' | 'promise' = 'nextStep',
): InputBlock[] {
  const words = textInput({ initial: step?.words, limit: PROMISE_LIMIT });
  return [
    input(BLOCKS.step, FIELDS[kind], words, { optional: true, hint: FIELDS[`${kind}Hint`] }),
    input(BLOCKS.stepBy, FIELDS.targetDate, dateInput(step?.by), { optional: true }),
  ];
}

export function readStepDraft(state: FormState): PromiseDraft {
  return { words: textValue(state, BLOCKS.step), by: dateValue(state, BLOCKS.stepBy) };
}

/** What is in the way, and what might help. */
export function barrierInputs({ FIELDS }: Words, barrier: BarrierDraft | null | undefined): InputBlock[] {
  const text = (initial: string | null | undefined) => textInput({ initial, limit: BARRIER_LIMIT });
  return [
    input(BLOCKS.barrier, FIELDS.barrier, text(barrier?.words), { optional: true, hint: FIELDS.barrierHint }),
    input(BLOCKS.idea, FIELDS.idea, text(barrier?.idea), { optional: true }),
  ];
}

export function readBarrierDraft(state: FormState): BarrierDraft {
  return { words: textValue(state, BLOCKS.barrier), idea: textValue(state, BLOCKS.idea) };
}

export function reasonInput(
  { FIELDS }: Words,
  reason: string | null | undefined,
  label: string = FIELDS.reason,
): InputBlock {
  return input(BLOCKS.reason, label, textInput({ initial: reason, multiline: true }), {
    optional: true,
  });
}

export function readReason(state: FormState): string | null {
  return textValue(state, BLOCKS.reason);
}
