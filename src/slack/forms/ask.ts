import type { ModalView } from '@slack/types';
import type { GoalInWords, Named } from '../../domain/facts';
import { ask, askChoices } from '../../services/answering/ask';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { form, input, selectInput, textInput } from '../kit/form-parts';
import { selectValue, textValue } from '../kit/form-values';
import { idValue, parseIdValue } from '../kit/ids';
import type { Meta } from '../kit/meta';
import { known } from '../known';
import { defineForm } from './form';

/** An ask of the other of the pair in `meta.mentorshipId`, or of whoever is chosen. It may begin with the words of `meta.responseId`. */

const CALLBACK = 'ask_someone_form';
const BLOCKS = { person: 'person', goal: 'goal', text: 'text' } as const;
const NO_GOAL = 'none';

interface AskValues {
  readonly mentorshipId: string | null;
  readonly goalId: string | null;
  readonly text: string | null;
}

export interface AskView extends Partial<AskValues> {
  readonly people: readonly (Named & { readonly mentorshipId: string })[];
  readonly goals: readonly GoalInWords[];
  readonly notice?: string;
  readonly meta: Meta;
}

export function askView(
  words: Words,
  { people, goals, mentorshipId, goalId, text, notice, meta }: AskView,
): ModalView {
  const [first, ...others] = people;
  const isClear = first !== undefined && others.length === 0;
  const persons = people.map((person) => option(person.name, idValue(person.mentorshipId)));
  const about = goals.map(({ id, title }) => option(title, idValue(id)));
  return form(words, {
    title: words.FORM_TITLES.ask,
    callback: CALLBACK,
    submit: words.BUTTONS.ask,
    meta: isClear ? { ...meta, mentorshipId: first.mentorshipId } : meta,
    notice,
    blocks: [
      section(isClear ? words.onlyTheyRead(first) : words.onlyTheOneRead()),
      ...(isClear
        ? []
        : [input(BLOCKS.person, words.FIELDS.whomToAskNow, selectInput(persons, mentorshipId))]),
      ...(about.length === 0
        ? []
        : [
            input(
              BLOCKS.goal,
              words.FIELDS.askedAbout,
              selectInput([option(words.noGoalInParticular(), NO_GOAL), ...about], goalId ?? NO_GOAL),
            ),
          ]),
      input(BLOCKS.text, words.FIELDS.askWords, textInput({ initial: text, multiline: true }), {
        optional: true,
        hint: words.FIELDS.askWordsHint,
      }),
    ],
  });
}

/** @throws {Refused} when there is nobody to ask */
export async function openAskView(
  { context, actor, words }: Asker,
  meta: Meta,
  back?: AskValues & { readonly notice: string },
): Promise<ModalView> {
  const choices = await askChoices(context, actor, meta.mentorshipId ?? null, meta.responseId ?? null);
  return askView(words, {
    ...choices,
    ...back,
    meta: { ...meta, onceKey: meta.onceKey ?? crypto.randomUUID() },
  });
}

export const askForm = defineForm<AskValues>({
  callback: CALLBACK,

  parse(state, meta) {
    const mentorshipId = meta.mentorshipId ?? parseIdValue(selectValue(state, BLOCKS.person));
    const goalId = parseIdValue(selectValue(state, BLOCKS.goal));
    if (mentorshipId !== null)
      return { ok: true, values: { mentorshipId, goalId, text: textValue(state, BLOCKS.text) } };
    return { ok: false, errors: { [BLOCKS.person]: ({ chooseSomebody }: Words) => chooseSomebody() } };
  },

  async run({ context, actor, words }, { mentorshipId, goalId, text }, meta) {
    const { to, isNew } = await ask(context, actor, {
      mentorshipId: known(mentorshipId, 'mentorship'),
      goalId,
      text,
      earlierId: meta.responseId ?? null,
      onceKey: meta.onceKey ?? crypto.randomUUID(),
    });
    // The receipt comes in the conversation.
    return isNew ? null : words.wordWanted(to);
  },

  reopen: (asker, values, meta, notice) => openAskView(asker, meta, { ...values, notice }),
});
