import type { App } from '@slack/bolt';
import type { GoalDraft, GoalMoveChoice } from '../../domain/goal';
import { splitGoalText } from '../../domain/reading/goal-text';
import { editGoal, logGoal, moveGoal, nameGoal, ownGoal } from '../../services/goals';
import { ACTIONS, BLOCKS, CALLBACKS, parseGoalMoveValue, parseIdValue } from '../kit/ids';
import { asTyped } from '../../words/mrkdwn';
import { checked, dateValue, textValue, type FormState } from '../kit/form-values';
import { dropModal, goalModal } from '../views/goal-forms';
import { goalList } from '../kit/goal-list';
import * as words from '../../words/en';
import { known, onAction, onCommand, onSubmit, type Asker, type Desk, type Turn } from './edge';

/** `/goal`: log, list, edit, finish, drop and reopen. */
export function registerGoal(app: App, desk: Desk): void {
  onCommand(app, desk, '/goal', async (turn, escaped) => {
    const text = asTyped(escaped);
    const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
    switch (verb.toLowerCase()) {
      case '':
      case 'list':
        return list(turn);
      case 'add':
        return rest === '' ? openNew(turn) : addFromText(turn, rest);
      case 'edit':
        return turn.openModal(words.FORM_TITLES.editGoal, async (asker) =>
          editForm(await nameGoal(asker.context, asker.actor, rest, ['active'])),
        );
      case 'done':
      case 'finish':
        return byName(turn, rest, 'done');
      case 'drop':
        return turn.openModal(words.FORM_TITLES.dropGoal, async (asker) => {
          const goal = await nameGoal(asker.context, asker.actor, rest, ['active']);
          return dropModal({ goal, meta: { goalId: goal.id } });
        });
      case 'reopen':
        return byName(turn, rest, 'reopen');
      case 'help':
        return turn.say(words.helpWords('goal'));
      default:
        return turn.say(words.notUnderstood(text, 'goal'));
    }
  });

  onAction(app, desk, ACTIONS.goal_add, (turn) => openNew(turn));
  onAction(app, desk, ACTIONS.home_goal_add, (turn) => openNew(turn));
  onAction(app, desk, ACTIONS.goal_more, (turn, value) => {
    const { move, goalId } = known(parseGoalMoveValue(value), 'goal');
    return act(turn, goalId, move);
  });
  for (const move of ['done', 'edit', 'drop', 'reopen'] as const) {
    onAction(app, desk, ACTIONS[`goal_${move}`], (turn, value) =>
      act(turn, known(parseIdValue(value), 'goal'), move),
    );
  }

  onSubmit<GoalDraft>(app, desk, CALLBACKS.goal_form, {
    parse(state) {
      const draft = readGoal(state);
      return draft.title === ''
        ? { ok: false, errors: { [BLOCKS.title]: words.refusalWords({ code: 'title_missing' }) } }
        : { ok: true, values: draft };
    },
    async run({ context, actor }, draft, { goalId }) {
      if (goalId === undefined) return words.goalAdded(await logGoal(context, actor, draft));
      return words.goalEdited(await editGoal(context, actor, goalId, draft));
    },
    reopen: (draft, notice, meta) => goalModal({ goal: draft, notice, meta }),
  });

  onSubmit<{ reason: string | null }>(app, desk, CALLBACKS.drop_form, {
    parse: (state) => ({ ok: true, values: { reason: textValue(state, BLOCKS.reason) } }),
    async run({ context, actor }, { reason }, { goalId }) {
      return words.goalDropped(await moveGoal(context, actor, known(goalId ?? null, 'goal'), 'drop', reason));
    },
    async reopen({ reason }, notice, meta, { context, actor }) {
      const goal = await ownGoal(context.store, actor.member, known(meta.goalId ?? null, 'goal'));
      return dropModal({ goal, reason, notice, meta });
    },
  });
}

async function list(turn: Turn): Promise<void> {
  const { context, actor } = await turn.asker();
  await turn.say(goalList(await context.store.goals.ofMembers([actor.member.id]), words));
}

function openNew(turn: Turn): Promise<void> {
  return turn.openModal(words.FORM_TITLES.newGoal, ({ actor }) =>
    goalModal({ meta: { zone: actor.member.zone } }),
  );
}

async function addFromText(turn: Turn, text: string): Promise<void> {
  const { context, actor } = await turn.asker();
  const { title, targetDate, problem, heard } = splitGoalText(text, actor.now, actor.member.zone);
  const goal = await logGoal(context, actor, {
    title,
    why: null,
    measure: null,
    targetDate: problem === undefined ? (targetDate ?? null) : null,
    stretch: false,
    audience: null,
  });
  const note =
    problem === 'not_understood'
      ? { dateNotUnderstood: heard ?? '' }
      : problem === 'in_the_past'
        ? { dateInPast: targetDate ?? heard ?? '' }
        : {};
  await turn.say(words.goalAdded(goal, note));
}

async function byName(turn: Turn, text: string, move: 'done' | 'reopen'): Promise<void> {
  const { context, actor } = await turn.asker();
  const states = move === 'done' ? (['active'] as const) : (['achieved', 'dropped'] as const);
  const goal = await nameGoal(context, actor, text, states);
  await turn.say(await finish({ context, actor }, goal.id, move));
}

async function finish({ context, actor }: Asker, goalId: string, move: 'done' | 'reopen'): Promise<string> {
  const goal = await moveGoal(context, actor, goalId, move === 'done' ? 'achieve' : 'reopen');
  return move === 'done' ? words.goalReached(goal) : words.goalReopened(goal);
}

async function act(turn: Turn, goalId: string, move: GoalMoveChoice): Promise<void> {
  switch (move) {
    case 'done':
    case 'reopen':
      return turn.say(await finish(await turn.asker(), goalId, move));
    case 'edit':
      return turn.openModal(words.FORM_TITLES.editGoal, async ({ context, actor }) =>
        editForm(await ownGoal(context.store, actor.member, goalId)),
      );
    case 'drop':
      return turn.openModal(words.FORM_TITLES.dropGoal, async ({ context, actor }) =>
        dropModal({ goal: await ownGoal(context.store, actor.member, goalId), meta: { goalId } }),
      );
  }
}

function editForm(goal: GoalDraft & { id: string }) {
  return goalModal({ goal, meta: { goalId: goal.id } });
}

function readGoal(state: FormState): GoalDraft {
  return {
    title: textValue(state, BLOCKS.title) ?? '',
    why: textValue(state, BLOCKS.why),
    measure: textValue(state, BLOCKS.measure),
    targetDate: dateValue(state, BLOCKS.target_date),
    stretch: checked(state, BLOCKS.stretch),
    audience: null,
  };
}
