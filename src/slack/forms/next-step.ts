import type { ModalView } from '@slack/types';
import type { StepDraft } from '../../domain/check-in';
import { changeStep, readStep, type StepFacts } from '../../services/answering/next-step';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { section } from '../kit/block-kit';
import { readStepDraft, stepInputs } from '../kit/fields';
import { form } from '../kit/form-parts';
import type { Meta } from '../kit/ids';
import { known } from '../known';
import { defineForm } from './form';

/** What comes next after what was said: `meta.checkInId`. Emptied, it lets the step go. */

const CALLBACK = 'next_step_form';

export interface NextStepView extends Omit<StepFacts, 'step'> {
  readonly step: StepDraft | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function nextStepView(words: Words, facts: NextStepView): ModalView {
  const { step, readers, audience, notice, meta } = facts;
  return form(words, {
    title: words.FORM_TITLES.nextStep,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [...stepInputs(words, step), section(words.visibleTo(readers, audience))],
  });
}

/** The form for what a check-in of theirs says comes next. */
export async function openNextStepView(
  { context, actor, words }: Asker,
  checkInId: string,
): Promise<ModalView> {
  return nextStepView(words, { ...(await readStep(context, actor, checkInId)), meta: { checkInId } });
}

export const nextStepForm = defineForm<StepDraft>({
  callback: CALLBACK,
  parse: (state) => ({ ok: true, values: readStepDraft(state) }),
  async run({ context, actor, words }, sent, { checkInId }) {
    const { step } = await changeStep(context, actor, known(checkInId, 'check_in'), sent);
    return step === null ? words.stepLetGo() : words.stepSaved(step);
  },
  async reopen({ context, actor, words }, step, { checkInId }, notice) {
    const id = known(checkInId, 'check_in');
    return nextStepView(words, {
      ...(await readStep(context, actor, id)),
      step,
      notice,
      meta: { checkInId: id },
    });
  },
});
