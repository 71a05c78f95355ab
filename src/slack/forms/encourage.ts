import type { ModalView } from '@slack/types';
import type { CheckInInWords } from '../../domain/facts';
import { answerCheckIn, checkInToAnswer } from '../../services/answering/respond';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { form, input, radioInput, textInput } from '../kit/form-parts';
import { selectValue, textValue } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { known } from '../known';
import { defineForm } from './form';

/** A mentor's answer to the check-in in `meta.checkInId`: one of three drafts, or their own words. */

const CALLBACK = 'encourage_form';
const BLOCKS = { draft: 'draft', text: 'text' } as const;

interface Encouragement {
  readonly text: string | null;
  /** '0', '1' or '2': an index into the drafts. */
  readonly draft: string | null;
}

export interface EncourageView extends Partial<Encouragement> {
  readonly checkIn: CheckInInWords;
  readonly notice?: string;
  readonly meta: Meta;
}

export function encourageView(
  words: Words,
  { checkIn, draft, text, notice, meta }: EncourageView,
): ModalView {
  const { FIELDS, FORM_TITLES, BUTTONS } = words;
  const options = words
    .encouragementDrafts(checkIn)
    .map((sentence, index) => option(sentence, String(index)));
  return form(words, {
    title: FORM_TITLES.encourage,
    callback: CALLBACK,
    submit: BUTTONS.send,
    meta,
    notice,
    blocks: [
      section(words.answering(checkIn)),
      input(BLOCKS.draft, FIELDS.draft, radioInput(options, draft), { optional: true }),
      input(BLOCKS.text, FIELDS.ownWords, textInput({ initial: text, multiline: true }), {
        optional: true,
        hint: FIELDS.ownWordsHint,
      }),
    ],
  });
}

/** The form for a check-in that this mentor may read. */
export async function openEncourageView(
  { context, actor, words }: Asker,
  checkInId: string,
  back?: { readonly sent: Encouragement; readonly notice: string },
): Promise<ModalView> {
  return encourageView(words, {
    ...(back ? { ...back.sent, notice: back.notice } : {}),
    checkIn: await checkInToAnswer(context, actor, checkInId),
    meta: { checkInId },
  });
}

export const encourageForm = defineForm<Encouragement>({
  callback: CALLBACK,

  parse(state) {
    const text = textValue(state, BLOCKS.text);
    const draft = selectValue(state, BLOCKS.draft);
    if (text !== null || draft !== null) return { ok: true, values: { text, draft } };
    const nothing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
    return { ok: false, errors: { [BLOCKS.text]: nothing } };
  },

  async run({ context, actor, words }, { text, draft }, meta) {
    const checkInId = known(meta.checkInId, 'check_in');
    const drafts = words.encouragementDrafts(await checkInToAnswer(context, actor, checkInId));
    const chosen = text ?? drafts[Number(draft)] ?? null;
    return words.answerSent(await answerCheckIn(context, actor, checkInId, chosen));
  },

  reopen: (asker, sent, meta, notice) =>
    openEncourageView(asker, known(meta.checkInId, 'check_in'), { sent, notice }),
});
