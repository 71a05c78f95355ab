import type { ModalView } from '@slack/types';
import type { Named } from '../../domain/facts';
import { putQuestion, waitingQuestion, type Mentee } from '../../services/answering/mentor-question';
import { personToWriteTo, replyTo, wordsToAnswer, writeTo } from '../../services/answering/pass-on';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { context as smallPrint, option, section } from '../kit/block-kit';
import { form, input, radioInput, textInput } from '../kit/form-parts';
import { selectValue, textValue } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { known } from '../known';
import type { Answer } from '../listeners/turn';
import { undoably } from '../undoably';
import { defineForm } from './form';

/**
 * Words to the other of the pair in `meta.mentorshipId`, or a reply to those in `meta.responseId`: they read it at once, or,
 * as a mentor's question, with their next nudge.
 */

const CALLBACK = 'write_to_form';
const TEXT = 'text';
const WHEN = 'when';
const WHENS = ['now', 'next'] as const;

interface Written {
  readonly text: string;
  /** 'next': with the mentee's next nudge. */
  readonly when: (typeof WHENS)[number];
}

export interface WriteToView extends Partial<Written> {
  readonly to: Named;
  /** What it replies to. */
  readonly after?: string | null;
  /** For a mentor: their question that waits, if one does. */
  readonly asks?: { readonly text: string | null } | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function writeToView(
  words: Words,
  { to, text, when = 'now', after = null, asks = null, notice, meta }: WriteToView,
): ModalView {
  const waits = asks?.text ?? null;
  const choices = WHENS.map((choice) => option(words.whenRead(choice), choice));
  return form(words, {
    title: words.FORM_TITLES.writeTo,
    callback: CALLBACK,
    submit: words.BUTTONS.send,
    meta,
    notice,
    blocks: [
      ...(after === null ? [] : [section(words.repliesTo(after))]),
      section(asks === null ? words.onlyTheyRead(to) : words.onlyTheyReadIt(to)),
      input(TEXT, words.FIELDS.message, textInput({ initial: text, multiline: true })),
      ...(asks === null ? [] : [input(WHEN, words.FIELDS.whenRead, radioInput(choices, when))]),
      ...(waits === null ? [] : [smallPrint(words.questionWaits(waits))]),
    ],
  });
}

/** @throws {Refused} when the two are not paired */
export async function openWriteToView(
  { context, actor, words }: Asker,
  meta: Meta,
  back?: Written & { readonly notice?: string },
): Promise<ModalView> {
  const kept = { ...back, meta: { ...meta, onceKey: meta.onceKey ?? crypto.randomUUID() } };
  if (meta.responseId !== undefined) {
    return writeToView(words, { ...kept, ...(await wordsToAnswer(context, actor, meta.responseId)) });
  }
  const mentorshipId = known(meta.mentorshipId, 'mentorship');
  const to = await personToWriteTo(context, actor, mentorshipId);
  return writeToView(words, { ...kept, to, asks: await waitingQuestion(context, actor, mentorshipId) });
}

export const writeToForm = defineForm<Written>({
  callback: CALLBACK,

  parse(state) {
    const text = textValue(state, TEXT);
    const when = selectValue(state, WHEN) === 'next' ? 'next' : 'now';
    if (text !== null) return { ok: true, values: { text, when } };
    return {
      ok: false,
      errors: { [TEXT]: ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' }) },
    };
  },

  async run(asker, { text, when }, { mentorshipId, responseId, onceKey = crypto.randomUUID() }) {
    const { context, actor, words } = asker;
    if (responseId !== undefined) {
      return words.answerSent(await replyTo(context, actor, responseId, text, onceKey));
    }
    const id = known(mentorshipId, 'mentorship');
    return when === 'now'
      ? words.answerSent(await writeTo(context, actor, id, text, onceKey))
      : askWithNudge(asker, { mentorshipId: id }, text, onceKey);
  },

  reopen: (asker, written, meta, notice) => openWriteToView(asker, meta, { ...written, notice }),
});

/** Puts a mentor's question into the next nudge, and says so with a way to take it back. */
export function askWithNudge(asker: Asker, mentee: Mentee, text: string, onceKey: string): Promise<Answer> {
  const { member } = asker.actor;
  return undoably(asker, member, async ({ context, actor, words }) =>
    words.questionPut({ ...(await putQuestion(context, actor, mentee, text, onceKey)), zone: member.zone }),
  );
}
