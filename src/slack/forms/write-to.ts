import type { ModalView } from '@slack/types';
import type { Named } from '../../domain/facts';
import { personToReplyTo, personToWriteTo, replyTo, writeTo } from '../../services/answering/pass-on';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { section } from '../kit/block-kit';
import { form, input, textInput } from '../kit/form-parts';
import { textValue } from '../kit/form-values';
import type { Meta } from '../kit/ids';
import { known } from '../known';
import { defineForm } from './form';

/** Words to the other of the pair in `meta.mentorshipId`, or a reply to those in `meta.responseId`: they read it at once. */

const CALLBACK = 'write_to_form';
const TEXT = 'text';

export interface WriteToView {
  readonly to: Named;
  readonly text?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function writeToView(words: Words, { to, text, notice, meta }: WriteToView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.writeTo,
    callback: CALLBACK,
    submit: words.BUTTONS.send,
    meta,
    notice,
    blocks: [
      section(words.onlyTheyRead(to)),
      input(TEXT, words.FIELDS.message, textInput({ initial: text, multiline: true })),
    ],
  });
}

/** @throws {Refused} when the two are not paired */
export async function openWriteToView(
  { context, actor, words }: Asker,
  meta: Meta,
  back?: { readonly text: string; readonly notice: string },
): Promise<ModalView> {
  const to =
    meta.responseId === undefined
      ? await personToWriteTo(context, actor, known(meta.mentorshipId, 'mentorship'))
      : await personToReplyTo(context, actor, meta.responseId);
  return writeToView(words, { ...back, to, meta: { ...meta, onceKey: meta.onceKey ?? crypto.randomUUID() } });
}

export const writeToForm = defineForm<{ readonly text: string }>({
  callback: CALLBACK,

  parse(state) {
    const text = textValue(state, TEXT);
    if (text !== null) return { ok: true, values: { text } };
    return {
      ok: false,
      errors: { [TEXT]: ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' }) },
    };
  },

  async run(
    { context, actor, words },
    { text },
    { mentorshipId, responseId, onceKey = crypto.randomUUID() },
  ) {
    const to =
      responseId === undefined
        ? await writeTo(context, actor, known(mentorshipId, 'mentorship'), text, onceKey)
        : await replyTo(context, actor, responseId, text, onceKey);
    return words.answerSent(to);
  },

  reopen: (asker, { text }, meta, notice) => openWriteToView(asker, meta, { text, notice }),
});
