import type { ModalView } from '@slack/types';
import type { CheckInInWords } from '../../domain/facts';
import { answerCheckIn, checkInToAnswer } from '../../services/answering/respond';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { checkboxInput, form, input, radioInput, textInput } from '../kit/form-parts';
import { checked, selectValue, textValue, type FormState } from '../kit/form-values';
import { ACTIONS, INPUT } from '../kit/ids';
import type { Meta } from '../kit/meta';
import { known } from '../known';
import { defineForm } from './form';

/**
 * A mentor's answer to the check-in in `meta.checkInId`: one of three drafts, which may be edited, or their own words. One that asks
 * back stays open until it is answered.
 */

const CALLBACK = 'encourage_form';
const BLOCKS = { draft: 'draft', text: 'text', asks: 'asks' } as const;
const ASKS = 'asks';

interface Encouragement {
  readonly text: string | null;
  /** '0', '1' or '2': an index into the drafts. */
  readonly draft: string | null;
  /** Whether it asks back. */
  readonly asks: boolean;
}

export interface EncourageView extends Partial<Encouragement> {
  readonly checkIn: CheckInInWords;
  readonly notice?: string;
  readonly meta: Meta;
}

export function encourageView(
  words: Words,
  { checkIn, draft, text, asks = false, notice, meta }: EncourageView,
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
      input(BLOCKS.draft, FIELDS.draft, radioInput(options, draft, ACTIONS.choose_draft), {
        optional: true,
        dispatches: true,
      }),
      input(
        BLOCKS.text,
        FIELDS.ownWords,
        { ...textInput({ initial: text, multiline: true }), action_id: textAction(draft) },
        { optional: true, hint: FIELDS.ownWordsHint },
      ),
      input(
        BLOCKS.asks,
        FIELDS.asksBack,
        checkboxInput([option(FIELDS.asksBackOption, ASKS)], asks ? [ASKS] : []),
        {
          optional: true,
        },
      ),
    ],
  });
}

/** With another draft it is another field: Slack keeps what stands in one that it knows. */
function textAction(draft: string | null | undefined): string {
  return draft === null || draft === undefined ? INPUT : `${BLOCKS.text}:${draft}`;
}

/** The form for a check-in that this mentor may read. */
export async function openEncourageView(
  { context, actor, words }: Asker,
  checkInId: string,
  back?: Encouragement & { readonly notice?: string },
): Promise<ModalView> {
  return encourageView(words, {
    ...back,
    checkIn: await checkInToAnswer(context, actor, checkInId),
    meta: { checkInId },
  });
}

/** A draft was chosen: it stands in the field to be edited, unless words of the mentor's own do. */
export async function chooseDraft(asker: Asker, state: FormState, checkInId: string): Promise<ModalView> {
  const { context, actor, words } = asker;
  const sent = readEncouragement(state);
  const drafts = words.encouragementDrafts(await checkInToAnswer(context, actor, checkInId));
  const isOwn = sent.text !== null && !drafts.some((draft) => draft === sent.text);
  const text = isOwn ? sent.text : (drafts[Number(sent.draft)] ?? null);
  return openEncourageView(asker, checkInId, { ...sent, text });
}

function readEncouragement(state: FormState): Encouragement {
  return {
    text: textValue(state, BLOCKS.text),
    draft: selectValue(state, BLOCKS.draft),
    asks: checked(state, BLOCKS.asks),
  };
}

export const encourageForm = defineForm<Encouragement>({
  callback: CALLBACK,

  parse(state) {
    const values = readEncouragement(state);
    if (values.text !== null || values.draft !== null) return { ok: true, values };
    const nothing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
    return { ok: false, errors: { [BLOCKS.text]: nothing } };
  },

  async run({ context, actor, words }, { text, draft, asks }, meta) {
    const checkInId = known(meta.checkInId, 'check_in');
    const drafts = words.encouragementDrafts(await checkInToAnswer(context, actor, checkInId));
    const chosen = text ?? drafts[Number(draft)] ?? null;
    return words.answerSent(await answerCheckIn(context, actor, checkInId, chosen, asks));
  },

  reopen: (asker, sent, meta, notice) =>
    openEncourageView(asker, known(meta.checkInId, 'check_in'), { ...sent, notice }),
});
