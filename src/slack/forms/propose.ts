import type { ModalView } from '@slack/types';
import { named } from '../../domain/facts';
import { proposeMentorship } from '../../services/pair/propose-mentorship';
import type { Words } from '../../words';
import { section } from '../kit/block-kit';
import { form, input, personInput } from '../kit/form-parts';
import { personValue } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { defineForm } from './form';

/** Offers to be somebody's mentor, or asks somebody to be one's own: `meta.role` is what the person would become. */

const CALLBACK = 'propose_form';
const WHO = 'who';

export interface ProposeView {
  readonly who?: string | null;
  readonly notice?: string | undefined;
  readonly meta: Meta;
}

export function proposeView(words: Words, { who, notice, meta }: ProposeView): ModalView {
  const { FORM_TITLES, FIELDS, BUTTONS } = words;
  const isMentor = meta.role === 'mentor';
  return form(words, {
    title: isMentor ? FORM_TITLES.wouldMentor : FORM_TITLES.findMentor,
    callback: CALLBACK,
    submit: isMentor ? BUTTONS.invite : BUTTONS.ask,
    meta,
    notice,
    blocks: [
      section(words.proposalTerms(isMentor ? 'mentor' : 'mentee')),
      input(WHO, isMentor ? FIELDS.whomToMentor : FIELDS.whomToAsk, personInput(who), {
        hint: FIELDS.whomHint,
      }),
    ],
  });
}

export const proposeForm = defineForm<{ readonly who: string }>({
  callback: CALLBACK,

  parse(state) {
    const who = personValue(state, WHO);
    if (who !== null) return { ok: true, values: { who } };
    return { ok: false, errors: { [WHO]: ({ chooseSomebody }) => chooseSomebody() } };
  },

  async run({ context, actor, words }, { who }, { role }) {
    const { other } = await proposeMentorship(context, actor, who, role === 'mentor' ? 'mentor' : 'mentee');
    return words.proposalSent(named(other));
  },

  reopen: ({ words }, { who }, meta, notice) => proposeView(words, { who, notice, meta }),
});
