import type { InputBlock, ModalView } from '@slack/types';
import { changeProgramQuestions, programQuestions } from '../../services/asking/own-questions';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { checkboxInput, form, input, textInput } from '../kit/form-parts';
import { checkedValues, textValue } from '../kit/form-values';
import { parseIdValue } from '../kit/ids';
import { defineForm } from './form';

/** The questions that everybody in a program is asked: those there are, to be taken away, and one to be added. */

const CALLBACK = 'program_questions_form';
const ADDED = 'added';
const REMOVED = 'removed';
/** As many boxes as Slack takes in one input. */
const BOXES = 10;
/** More than can be asked in two years of weeks. */
const QUESTIONS_SHOWN = 90;

interface Change {
  readonly added: string | null;
  /** Ids. */
  readonly removed: readonly string[];
}

export interface ProgramQuestionsView extends Partial<Change> {
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly notice?: string | undefined;
}

export function programQuestionsView(
  words: Words,
  { questions, added, removed = [], notice }: ProgramQuestionsView,
): ModalView {
  const { FORM_TITLES, FIELDS } = words;
  const boxes: InputBlock[] = [];
  for (let from = 0; from < Math.min(questions.length, QUESTIONS_SHOWN); from += BOXES) {
    const options = questions.slice(from, from + BOXES).map(({ id, text }) => option(text, id));
    const label = from === 0 ? FIELDS.questionsRemoved : FIELDS.questionsRemovedMore;
    boxes.push(input(`${REMOVED}:${from}`, label, checkboxInput(options, removed), { optional: true }));
  }
  return form(words, {
    title: FORM_TITLES.programQuestions,
    callback: CALLBACK,
    notice,
    blocks: [
      section(words.programQuestionsWords(questions.length)),
      input(ADDED, FIELDS.questionAdded, textInput({ initial: added }), {
        optional: true,
        hint: FIELDS.questionHint,
      }),
      ...boxes,
    ],
  });
}

/** The form with what the program asks now. */
export async function openProgramQuestionsView(
  { context, actor, words }: Asker,
  back: Partial<Change> & { readonly notice?: string } = {},
): Promise<ModalView> {
  return programQuestionsView(words, { ...back, questions: await programQuestions(context, actor) });
}

export const programQuestionsForm = defineForm<Change>({
  callback: CALLBACK,

  parse: (state) => ({
    ok: true,
    values: {
      added: textValue(state, ADDED),
      removed: Object.keys(state)
        .filter((block) => block.startsWith(REMOVED))
        .flatMap((block) => checkedValues(state, block))
        .flatMap((id) => parseIdValue(id) ?? []),
    },
  }),

  async run({ context, actor, words }, { added, removed }) {
    if (added === null && removed.length === 0) return null;
    await changeProgramQuestions(context, actor, added, removed);
    return [
      ...(added === null ? [] : [words.programQuestionAdded(added)]),
      ...(removed.length === 0 ? [] : [words.programQuestionsRemoved(removed.length)]),
    ].join('\n');
  },

  reopen: (asker, change, _meta, notice) => openProgramQuestionsView(asker, { ...change, notice }),
});
