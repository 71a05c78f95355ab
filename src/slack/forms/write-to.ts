import type { ModalView } from '@slack/types';
import type { Named } from '../../domain/facts';
import { menteeToWriteTo, writeToMentee } from '../../services/answering/write-to-mentee';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { section } from '../kit/block-kit';
import { form, input, textInput } from '../kit/form-parts';
import { textValue } from '../kit/form-values';
import type { Meta } from '../kit/ids';
import { known } from '../known';
import { defineForm } from './form';

/** A mentor writes to the mentee of `meta.mentorshipId`. `onceKey` is the form's own. */

const CALLBACK = 'write_to_form';
const BLOCKS = { text: 'text' } as const;

export interface WriteToView {
  readonly mentee: Named;
  readonly text?: string;
  readonly notice?: string;
  readonly meta: Meta;
}

export function writeToView(words: Words, { mentee, text, notice, meta }: WriteToView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.writeTo,
    callback: CALLBACK,
    submit: words.BUTTONS.send,
    meta: { onceKey: crypto.randomUUID(), ...meta },
    notice,
    blocks: [
      section(words.writingTo(mentee)),
      input(BLOCKS.text, words.FIELDS.message, textInput({ initial: text, multiline: true })),
    ],
  });
}

/** The form for a pair of which this person is the mentor. */
export async function openWriteToView(
  { context, actor, words }: Asker,
  meta: Meta,
  back?: { readonly text: string; readonly notice: string },
): Promise<ModalView> {
  const mentee = await menteeToWriteTo(context, actor, known(meta.mentorshipId, 'mentorship'));
  return writeToView(words, { mentee, meta, ...back });
}

export const writeToForm = defineForm<{ readonly text: string }>({
  callback: CALLBACK,

  parse(state) {
    const text = textValue(state, BLOCKS.text);
    if (text !== null) return { ok: true, values: { text } };
    const nothing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
    return { ok: false, errors: { [BLOCKS.text]: nothing } };
  },

  async run({ context, actor, words }, { text }, { mentorshipId, onceKey }) {
    const pairId = known(mentorshipId, 'mentorship');
    const formKey = onceKey ?? crypto.randomUUID();
    return words.answerSent(await writeToMentee(context, actor, pairId, text, formKey));
  },

  reopen: (asker, { text }, meta, notice) => openWriteToView(asker, meta, { text, notice }),
});
