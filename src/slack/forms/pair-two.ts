import type { ModalView } from '@slack/types';
import { pairTwo } from '../../services/pair/pair-two';
import type { Words } from '../../words';
import { section } from '../kit/block-kit';
import { form, input, personInput } from '../kit/form-parts';
import { personValue } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { defineForm, type FieldErrors } from './form';

/** A coordinator brings two people together: both are asked. */

const CALLBACK = 'pair_two_form';
const BLOCKS = { mentor: 'mentor', mentee: 'mentee' } as const;

interface Two {
  readonly mentor: string;
  readonly mentee: string;
}

export interface PairTwoView extends Partial<Two> {
  readonly notice?: string;
  readonly meta?: Meta;
}

export function pairTwoView(words: Words, { mentor, mentee, notice, meta }: PairTwoView): ModalView {
  const { FORM_TITLES, FIELDS, BUTTONS } = words;
  return form(words, {
    title: FORM_TITLES.pairTwo,
    callback: CALLBACK,
    submit: BUTTONS.ask,
    meta,
    notice,
    blocks: [
      section(words.bothAreAsked()),
      input(BLOCKS.mentor, FIELDS.pairMentor, personInput(mentor)),
      input(BLOCKS.mentee, FIELDS.pairMentee, personInput(mentee)),
    ],
  });
}

export const pairTwoForm = defineForm<Two>({
  callback: CALLBACK,

  parse(state) {
    const [mentor, mentee] = [personValue(state, BLOCKS.mentor), personValue(state, BLOCKS.mentee)];
    if (mentor !== null && mentee !== null && mentor !== mentee)
      return { ok: true, values: { mentor, mentee } };
    const choose = ({ chooseSomebody }: Words) => chooseSomebody();
    const errors: FieldErrors =
      mentor === null
        ? { [BLOCKS.mentor]: choose }
        : { [BLOCKS.mentee]: mentee === null ? choose : (words) => words.chooseAnother() };
    return { ok: false, errors };
  },

  async run({ context, actor, words }, two) {
    const { mentor, mentee } = await pairTwo(context, actor, two.mentor, two.mentee);
    return words.twoAsked(mentor, mentee);
  },

  reopen: ({ words }, two, meta, notice) => pairTwoView(words, { ...two, notice, meta }),
});
