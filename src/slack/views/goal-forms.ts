import type { ModalView } from '@slack/types';
import { TITLE_LIMIT } from '../../domain/goal';
import { BLOCKS, CALLBACKS, type Meta } from '../kit/ids';
import { dropQuestion, FIELDS, FORM_TITLES } from '../../words/en/forms';
import { BUTTONS } from '../../words/en/labels';
import { option, section } from '../kit/block-kit';
import { checkboxInput, dateInput, form, input, textInput } from '../kit/form-parts';

/** What a goal form starts with; also what a person typed before a refusal, whatever its length. */
export interface GoalFields {
  readonly title?: string | null;
  readonly why?: string | null;
  readonly measure?: string | null;
  /** 'YYYY-MM-DD' */
  readonly targetDate?: string | null;
  readonly stretch?: boolean;
}

const STRETCH = 'stretch';

/** A new goal, or with `meta.goalId` a change to one. Callback `goal_form`; blocks title, why, measure, target_date, stretch. */
export function goalModal({
  goal = {},
  notice,
  meta,
}: {
  goal?: GoalFields;
  notice?: string;
  meta: Meta;
}): ModalView {
  const title = textInput({ initial: goal.title, limit: TITLE_LIMIT, placeholder: FIELDS.titlePlaceholder });
  const long = (initial: string | null | undefined) => textInput({ initial, multiline: true });
  const stretch = checkboxInput(
    [option(FIELDS.stretchOption, STRETCH)],
    goal.stretch === true ? [STRETCH] : [],
  );
  return form({
    title: meta.goalId === undefined ? FORM_TITLES.newGoal : FORM_TITLES.editGoal,
    callback: CALLBACKS.goal_form,
    meta,
    notice,
    blocks: [
      input(BLOCKS.title, FIELDS.title, title),
      input(BLOCKS.target_date, FIELDS.targetDate, dateInput(goal.targetDate), { optional: true }),
      input(BLOCKS.why, FIELDS.why, long(goal.why), { optional: true }),
      input(BLOCKS.measure, FIELDS.measure, long(goal.measure), { optional: true }),
      input(BLOCKS.stretch, FIELDS.stretch, stretch, { optional: true }),
    ],
  });
}

export interface DropForm {
  readonly goal: { readonly title: string };
  readonly reason?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

/** Callback `drop_form`; block reason (optional). */
export function dropModal({ goal, reason, notice, meta }: DropForm): ModalView {
  return form({
    title: FORM_TITLES.dropGoal,
    callback: CALLBACKS.drop_form,
    submit: BUTTONS.drop,
    meta,
    notice,
    blocks: [
      section(dropQuestion(goal.title)),
      input(BLOCKS.reason, FIELDS.reason, textInput({ initial: reason, multiline: true }), {
        optional: true,
      }),
    ],
  });
}
