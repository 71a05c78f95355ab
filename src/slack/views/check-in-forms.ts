import type { ModalView } from '@slack/types';
import { STATUSES, type Audience, type CheckInStatus } from '../../domain/check-in';
import type { CheckInInWords, GoalInWords } from '../../domain/facts';
import { BLOCKS, CALLBACKS, type Meta } from '../kit/ids';
import { escape } from '../../words/mrkdwn';
import { answering, noGoalInParticular } from '../../words/en/check-ins';
import { FIELDS, FORM_TITLES } from '../../words/en/forms';
import { BUTTONS } from '../../words/en/labels';
import { option, section } from '../kit/block-kit';
import {
  answerInputs,
  audienceInput,
  form,
  input,
  radioInput,
  selectInput,
  textInput,
} from '../kit/form-parts';

export interface WordsForm {
  /** The finished sentence, unescaped. */
  readonly question: string;
  readonly status?: CheckInStatus | null;
  readonly text?: string | null;
  readonly audience: Audience;
  readonly notice?: string;
  readonly meta: Meta;
}

/** Callback `words_form`; blocks status, text, audience. */
export function wordsModal({ question, status, text, audience, notice, meta }: WordsForm): ModalView {
  return form({
    title: FORM_TITLES.words,
    callback: CALLBACKS.words_form,
    meta,
    notice,
    blocks: [section(escape(question)), ...answerInputs(STATUSES, status, text), audienceInput(audience)],
  });
}

export interface CheckInForm {
  readonly goals: readonly GoalInWords[];
  /** A goal's id, or 'none'. */
  readonly goalId?: string | null;
  readonly status?: CheckInStatus | null;
  readonly text?: string | null;
  readonly audience: Audience;
  readonly notice?: string;
  readonly meta: Meta;
}

const GOALS_OFFERED = 99;
const NONE = 'none';

/** Callback `check_in_form`; blocks goal (value: goal id or 'none'), status, text, audience. */
export function checkInModal({
  goals,
  goalId,
  status,
  text,
  audience,
  notice,
  meta,
}: CheckInForm): ModalView {
  const options = [
    ...goals.slice(0, GOALS_OFFERED).map(({ id, title }) => option(title, id)),
    option(noGoalInParticular(), NONE),
  ];
  const only = goals.length === 1 ? goals[0]?.id : undefined;
  const initial = goalId ?? only ?? (goals.length === 0 ? NONE : null);
  return form({
    title: FORM_TITLES.checkIn,
    callback: CALLBACKS.check_in_form,
    meta,
    notice,
    blocks: [
      input(BLOCKS.goal, FIELDS.goal, selectInput(options, initial)),
      ...answerInputs(STATUSES, status, text),
      audienceInput(audience),
    ],
  });
}

export interface EncourageForm {
  readonly checkIn: CheckInInWords;
  readonly drafts: readonly string[];
  readonly draft?: string | null;
  readonly text?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

/** Callback `encourage_form`; blocks draft (value '0', '1' or '2': an index into `drafts`), text. */
export function encourageModal({ checkIn, drafts, draft, text, notice, meta }: EncourageForm): ModalView {
  const options = drafts.map((words, index) => option(words, String(index)));
  return form({
    title: FORM_TITLES.encourage,
    callback: CALLBACKS.encourage_form,
    submit: BUTTONS.send,
    meta,
    notice,
    blocks: [
      section(answering(checkIn)),
      input(BLOCKS.draft, FIELDS.draft, radioInput(options, draft), { optional: true }),
      input(BLOCKS.text, FIELDS.ownWords, textInput({ initial: text, multiline: true }), {
        optional: true,
        hint: FIELDS.ownWordsHint,
      }),
    ],
  });
}
