import type { ModalView } from '@slack/types';
import { questionToAnswer } from '../../services/asking/question-to-answer';
import { answerNudge, takeBackAnswer } from '../../services/answering/record-check-in';
import type { Words } from '../../words';
import { escape } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import { section } from '../kit/block-kit';
import { answerInputs, isEmpty, readAnswer, TEXT_BLOCK, type Answer } from '../kit/fields';
import { form } from '../kit/form-parts';
import type { Meta, QuestionRef } from '../kit/ids';
import { known } from '../known';
import { defineForm } from './form';

/** A few words on one question of a nudge: `meta.nudgeId` and `position`; `checkInId` where it was answered before. */

const CALLBACK = 'words_form';

export interface AnswerView extends Partial<Answer> {
  /** The finished sentence, unescaped. */
  readonly question: string;
  readonly audience: NonNullable<Answer['audience']>;
  readonly notice?: string;
  readonly meta: Meta;
}

export function answerView(words: Words, { question, notice, meta, ...answer }: AnswerView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.words,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [section(escape(question)), ...answerInputs(words, answer)],
  });
}

/** The form for a question, with what was answered before; or with what was just sent, and why it comes back. */
export async function answerQuestionView(
  { context, actor, words }: Asker,
  { nudgeId, position }: QuestionRef,
  back?: { readonly sent: Answer; readonly notice: string },
): Promise<ModalView> {
  const asked = await questionToAnswer(context, actor, { nudgeId, position });
  const { status = null, text = null } = back?.sent ?? asked.answer ?? {};
  const step = back?.sent.step ?? asked.answer?.carried.nextStep;
  return answerView(words, {
    question: words.questionPlain(asked.question, asked.ownText, asked.goal?.title ?? null),
    ...(status === null ? {} : { status }),
    text,
    ...(step ? { step } : {}),
    audience: back?.sent.audience ?? asked.audience,
    meta: { nudgeId, position, ...(asked.answer ? { checkInId: asked.answer.checkInId } : {}) },
    ...(back ? { notice: back.notice } : {}),
  });
}

export const answerForm = defineForm<Answer>({
  callback: CALLBACK,

  parse(state, { checkInId }) {
    const answer = readAnswer(state);
    if (isEmpty(answer) && checkInId === undefined) {
      const nothing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
      return { ok: false, errors: { [TEXT_BLOCK]: nothing } };
    }
    return { ok: true, values: answer };
  },

  async run({ context, actor }, answer, { nudgeId, position = 0 }) {
    const question = { nudgeId: known(nudgeId, 'nudge'), position };
    // What was written is erased where it was cleared; an answer of which nothing is left is taken back.
    if (isEmpty(answer)) await takeBackAnswer(context, actor, question);
    else await answerNudge(context, actor, { ...question, ...answer });
    return null;
  },

  reopen: (asker, sent, { nudgeId, position = 0 }, notice) =>
    answerQuestionView(asker, { nudgeId: known(nudgeId, 'nudge'), position }, { sent, notice }),
});
