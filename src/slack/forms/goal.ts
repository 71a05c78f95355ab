import type { ModalView } from '@slack/types';
import { named } from '../../domain/facts';
import { TITLE_LIMIT, type Goal, type GoalDraft } from '../../domain/goal';
import { editGoal, goalReaders, logGoal } from '../../services/goals/goals';
import { hearersOfNewGoal } from '../../services/goals/new-goal-news';
import { usualAudience } from '../../services/people/usual-audience';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { actions, button, option, section } from '../kit/block-kit';
import { audienceInput, readAudience, type AudienceView } from '../kit/fields';
import { checkboxInput, dateInput, form, input, textInput } from '../kit/form-parts';
import { checked, dateValue, textValue } from '../kit/form-values';
import { ACTIONS, idValue, parseIdValue } from '../kit/ids';
import type { Meta } from '../kit/meta';
import type { Answer } from '../listeners/turn';
import { defineForm } from './form';

/** A new goal, or with `meta.goalId` a change to one. */

const CALLBACK = 'goal_form';
const BLOCKS = {
  title: 'title',
  targetDate: 'target_date',
  why: 'why',
  measure: 'measure',
  stretch: 'stretch',
} as const;
const STRETCH = 'stretch';

export interface GoalView extends AudienceView {
  /** What it starts with; also what was typed before a refusal, whatever its length. */
  readonly goal?: Partial<Omit<GoalDraft, 'audience'>>;
  readonly notice?: string;
  readonly meta: Meta;
}

export function goalView(words: Words, { goal = {}, notice, meta, ...read }: GoalView): ModalView {
  const { FIELDS, FORM_TITLES } = words;
  const title = textInput({ initial: goal.title, limit: TITLE_LIMIT, placeholder: FIELDS.titlePlaceholder });
  const long = (initial: string | null | undefined) => textInput({ initial, multiline: true });
  const stretch = checkboxInput(
    [option(FIELDS.stretchOption, STRETCH)],
    goal.stretch === true ? [STRETCH] : [],
  );
  return form(words, {
    title: meta.goalId === undefined ? FORM_TITLES.newGoal : FORM_TITLES.editGoal,
    callback: CALLBACK,
    meta: meta.goalId === undefined ? { onceKey: crypto.randomUUID(), ...meta } : meta,
    notice,
    blocks: [
      input(BLOCKS.title, FIELDS.title, title),
      input(BLOCKS.targetDate, FIELDS.targetDate, dateInput(goal.targetDate), { optional: true }),
      audienceInput(words, read, FIELDS.goalAudience),
      input(BLOCKS.why, FIELDS.why, long(goal.why), { optional: true }),
      input(BLOCKS.measure, FIELDS.measure, long(goal.measure), { optional: true }),
      input(BLOCKS.stretch, FIELDS.stretch, stretch, { optional: true }),
    ],
  });
}

/** The form for a change to a goal. */
export function editGoalView(words: Words, goal: Goal): ModalView {
  return goalView(words, { goal, audience: goal.audience, meta: { goalId: goal.id } });
}

/** What was logged, who will see it, and a tap for telling the mentors among them at once. */
export async function newGoalReceipt(
  { context, actor, words }: Asker,
  goal: Goal,
  notes?: Parameters<Words['goalAdded']>[1],
): Promise<Answer> {
  const seen = words.goalSeenBy(await goalReaders(context, actor, goal), goal.audience);
  const text = `${words.goalAdded(goal, notes)} ${seen}`;
  const { waiting } = await hearersOfNewGoal(context, goal);
  if (waiting.length === 0) return text;
  const tell = button(words.tellNow(waiting.map(named)), ACTIONS.goal_tell_new, { value: idValue(goal.id) });
  return { text, blocks: [section(text), actions([tell])] };
}

export const goalForm = defineForm<GoalDraft>({
  callback: CALLBACK,

  parse(state) {
    const title = textValue(state, BLOCKS.title);
    if (title === null) {
      const titleMissing = ({ refusalWords }: Words) => refusalWords({ code: 'title_missing' });
      return { ok: false, errors: { [BLOCKS.title]: titleMissing } };
    }
    return {
      ok: true,
      values: {
        title,
        why: textValue(state, BLOCKS.why),
        measure: textValue(state, BLOCKS.measure),
        targetDate: dateValue(state, BLOCKS.targetDate),
        stretch: checked(state, BLOCKS.stretch),
        audience: readAudience(state),
      },
    };
  },

  async run(asker, draft, { goalId, onceKey }) {
    const { context, actor, words } = asker;
    if (goalId === undefined) {
      const id = parseIdValue(onceKey) ?? undefined;
      return newGoalReceipt(asker, await logGoal(context, actor, draft, id));
    }
    const goal = await editGoal(context, actor, goalId, draft);
    const seen = words.goalSeenBy(await goalReaders(context, actor, goal), goal.audience);
    return `${words.goalEdited(goal)} ${seen}`;
  },

  async reopen({ context, actor, words }, draft, meta, notice) {
    const usual = await usualAudience(context, actor);
    const audience = draft.audience ?? usual.audience;
    return goalView(words, { ...usual, goal: draft, audience, notice, meta });
  },
});
