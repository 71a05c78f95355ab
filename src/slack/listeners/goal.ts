import type { App } from '@slack/bolt';
import { GOAL_MOVES, type GoalMoveChoice } from '../../domain/goal';
import { splitGoalText } from '../../domain/reading/goal-text';
import { goalReaders, listGoals, logGoal, moveGoal, nameGoal, readGoal } from '../../services/goals/goals';
import { speakerOf } from '../../services/people/speaker';
import { asTyped } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import { dropGoalView } from '../forms/drop-goal';
import { editGoalView, goalView } from '../forms/goal';
import { goalList } from '../kit/goal-list';
import { ACTIONS, parseGoalMoveValue, parseIdValue } from '../kit/ids';
import { known } from '../known';
import { onAction, onCommand } from './edge';
import type { Desk, Turn } from './turn';

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
        await turn.openModal(async ({ context, actor, words }) =>
          editGoalView(words, await nameGoal(context, actor, rest, ['active'])),
        );
        return;
      case 'done':
      case 'finish':
        return byName(turn, rest, 'done');
      case 'drop':
        await turn.openModal(async ({ context, actor, words }) => {
          const goal = await nameGoal(context, actor, rest, ['active']);
          return dropGoalView(words, { goal, meta: { goalId: goal.id } });
        });
        return;
      case 'reopen':
        return byName(turn, rest, 'reopen');
      case 'help':
        return turn.say((await turn.words()).helpWords('goal'));
      default:
        return turn.say((await turn.words()).notUnderstood(text, 'goal'));
    }
  });

  onAction(app, desk, ACTIONS.goal_add, (turn) => openNew(turn));
  onAction(app, desk, ACTIONS.home_goal_add, (turn) => openNew(turn));
  onAction(app, desk, ACTIONS.goal_more, (turn, value) => {
    const { move, goalId } = known(parseGoalMoveValue(value), 'goal');
    return act(turn, goalId, move);
  });
  for (const move of GOAL_MOVES) {
    onAction(app, desk, ACTIONS[`goal_${move}`], (turn, value) =>
      act(turn, known(parseIdValue(value), 'goal'), move),
    );
  }
}

async function list(turn: Turn): Promise<void> {
  const { context, actor, words } = await turn.asker();
  await turn.say(goalList(words, await listGoals(context, actor)));
}

async function openNew(turn: Turn): Promise<void> {
  await turn.openModal(({ actor: { member }, words }) =>
    goalView(words, { audience: member.defaultAudience, meta: {} }),
  );
}

async function addFromText(turn: Turn, text: string): Promise<void> {
  const { context, actor, words } = await turn.asker();
  const { title, targetDate, problem, heard } = splitGoalText(text, speakerOf(actor));
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
  const seen = words.goalSeenBy(await goalReaders(context, actor, goal), goal.audience);
  await turn.say(`${words.goalAdded(goal, note)} ${seen}`);
}

async function byName(turn: Turn, text: string, move: 'done' | 'reopen'): Promise<void> {
  const asker = await turn.asker();
  const states = move === 'done' ? (['active'] as const) : (['achieved', 'dropped'] as const);
  const goal = await nameGoal(asker.context, asker.actor, text, states);
  await turn.say(await finish(asker, goal.id, move));
}

async function finish(
  { context, actor, words }: Asker,
  goalId: string,
  move: 'done' | 'reopen',
): Promise<string> {
  const goal = await moveGoal(context, actor, goalId, move === 'done' ? 'achieve' : 'reopen');
  return move === 'done' ? words.goalReached(goal) : words.goalReopened(goal);
}

async function act(turn: Turn, goalId: string, move: GoalMoveChoice): Promise<void> {
  switch (move) {
    case 'done':
    case 'reopen':
      return turn.say(await finish(await turn.asker(), goalId, move));
    case 'edit':
      await turn.openModal(async ({ context, actor, words }) =>
        editGoalView(words, await readGoal(context, actor, goalId)),
      );
      return;
    case 'drop':
      await turn.openModal(async ({ context, actor, words }) =>
        dropGoalView(words, { goal: await readGoal(context, actor, goalId), meta: { goalId } }),
      );
  }
}
