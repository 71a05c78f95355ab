import type { App } from '@slack/bolt';
import { named } from '../../domain/facts';
import { GOAL_MOVES, type GoalMoveChoice } from '../../domain/goal';
import { parseTargetDate, splitGoalText } from '../../domain/reading/goal-text';
import { editGoal, listGoals, logGoal, moveGoal, nameGoal, readGoal } from '../../services/goals/goals';
import { tellOfNewGoal } from '../../services/goals/new-goal-news';
import { speakerOf } from '../../services/people/speaker';
import { takeBackReached, tellNow } from '../../services/goals/reached-news';
import { usualAudience } from '../../services/people/usual-audience';
import { asTyped } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import { dropGoalView } from '../forms/drop-goal';
import { editGoalView, goalView, newGoalReceipt } from '../forms/goal';
import { actions, button, section } from '../kit/block-kit';
import { goalList } from '../kit/goal-list';
import { ACTIONS, idValue, parseGoalMoveValue, parseIdValue } from '../kit/ids';
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
      case 'show':
      case 'history':
        return list(turn);
      case 'add':
        return rest === '' ? openNew(turn) : addFromText(turn, rest);
      case 'edit':
      case 'change':
      case 'rename':
        return edit(turn, rest);
      case 'done':
      case 'finish':
        return byName(turn, rest, 'done');
      case 'drop':
      case 'delete':
      case 'remove':
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
        return rest === '' ? turn.say((await turn.words()).notUnderstood(text, 'goal')) : offer(turn, text);
    }
  });

  onAction(app, desk, ACTIONS.goal_add, (turn) => openNew(turn));
  onAction(app, desk, ACTIONS.home_goal_add, (turn) => openNew(turn));
  onAction(app, desk, ACTIONS.goal_more, (turn, value) => {
    const { move, goalId } = known(parseGoalMoveValue(value), 'goal');
    return act(turn, goalId, move);
  });
  onAction(app, desk, ACTIONS.goal_tell_now, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    await tellNow(context, actor, known(parseIdValue(value), 'goal'));
    await turn.say(words.toldNow());
  });
  onAction(app, desk, ACTIONS.goal_tell_new, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const { waiting, heard } = await tellOfNewGoal(context, actor, known(parseIdValue(value), 'goal'));
    await turn.say(words.newGoalTold(waiting.map(named), heard.map(named)));
  });
  onAction(app, desk, ACTIONS.goal_undo, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    await turn.say(
      words.goalReopened(await takeBackReached(context, actor, known(parseIdValue(value), 'goal'))),
    );
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
  await turn.openModal(async ({ context, actor, words }) =>
    goalView(words, { ...(await usualAudience(context, actor)), meta: {} }),
  );
}

async function addFromText(turn: Turn, text: string): Promise<void> {
  const asker = await turn.asker();
  const { context, actor } = asker;
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
  await turn.say(await newGoalReceipt(asker, goal, note));
}

/** "2 by June 2028" changes the date at once; a bare "edit" shows the goals with their buttons, anything else the form. */
async function edit(turn: Turn, text: string): Promise<void> {
  if (text === '') return list(turn);
  const [, name, due] = /^(.+?)\s+((?:by|due|before|until)\s.+)$/is.exec(text) ?? [];
  if (name === undefined || due === undefined) return openEdit(turn, text);
  const { context, actor, words } = await turn.asker();
  const parsed = parseTargetDate(due, speakerOf(actor));
  if (!parsed.ok) return openEdit(turn, text);
  const goal = await nameGoal(context, actor, name, ['active']);
  await turn.say(
    words.goalEdited(await editGoal(context, actor, goal.id, { ...goal, targetDate: parsed.date })),
  );
}

async function openEdit(turn: Turn, text: string): Promise<void> {
  await turn.openModal(async ({ context, actor, words }) =>
    editGoalView(words, await nameGoal(context, actor, text, ['active'])),
  );
}

/** Words without a verb may be a goal: the form to log it, with the words in it. */
async function offer(turn: Turn, text: string): Promise<void> {
  await turn.openModal(async ({ context, actor, words }) => {
    const { title, targetDate } = splitGoalText(text, speakerOf(actor));
    return goalView(words, {
      goal: { title: title === '' ? text : title, ...(targetDate === undefined ? {} : { targetDate }) },
      ...(await usualAudience(context, actor)),
      notice: words.shallILog(),
      meta: {},
    });
  });
}

/** One goal by its number or its words; "1, 2" and "1 and 2" are several. */
async function byName(turn: Turn, text: string, move: 'done' | 'reopen'): Promise<void> {
  const asker = await turn.asker();
  const states = move === 'done' ? (['active'] as const) : (['achieved', 'dropped'] as const);
  const isSeveral = /^\d+(?:\s*(?:,|and|&)\s*\d+)+$/i.test(text);
  const said: string[] = [];
  for (const name of isSeveral ? text.split(/\D+/) : [text]) {
    const goal = await nameGoal(asker.context, asker.actor, name, states);
    said.push(await finish(asker, goal.id, move));
  }
  await turn.say(said.join('\n'));
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
    case 'done': {
      const asker = await turn.asker();
      const text = await finish(asker, goalId, move);
      const undo = button(asker.words.BUTTONS.undo, ACTIONS.goal_undo, { value: idValue(goalId) });
      return turn.say({ text, blocks: [section(text), actions([undo])] });
    }
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
