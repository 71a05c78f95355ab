import type { ModalView } from '@slack/types';
import { moveGoal, readGoal } from '../../services/goals/goals';
import type { Words } from '../../words';
import { actions, button, section } from '../kit/block-kit';
import { reasonInput, readReason } from '../kit/fields';
import { form } from '../kit/form-parts';
import { ACTIONS, idValue } from '../kit/ids';
import type { Meta } from '../kit/meta';
import { known } from '../known';
import { defineForm } from './form';

/** Letting a goal go, with a reason or without. `meta.goalId` says which. */

const CALLBACK = 'drop_form';

export interface DropGoalView {
  readonly goal: { readonly title: string };
  readonly reason?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function dropGoalView(words: Words, { goal, reason, notice, meta }: DropGoalView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.dropGoal,
    callback: CALLBACK,
    submit: words.BUTTONS.drop,
    meta,
    notice,
    blocks: [section(words.dropQuestion(goal.title)), reasonInput(words, reason)],
  });
}

export const dropGoalForm = defineForm<{ readonly reason: string | null }>({
  callback: CALLBACK,
  parse: (state) => ({ ok: true, values: { reason: readReason(state) } }),
  async run({ context, actor, words }, { reason }, { goalId }) {
    const goal = await moveGoal(context, actor, known(goalId, 'goal'), 'drop', reason);
    const text = words.goalDropped(goal);
    const undo = button(words.BUTTONS.undo, ACTIONS.goal_reopen, { value: idValue(goal.id) });
    return { text, blocks: [section(text), actions([undo])] };
  },
  async reopen({ context, actor, words }, { reason }, meta, notice) {
    const goal = await readGoal(context, actor, known(meta.goalId, 'goal'));
    return dropGoalView(words, { goal, reason, notice, meta });
  },
});
