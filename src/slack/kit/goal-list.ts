import type { KnownBlock } from '@slack/types';
import type { GoalInWords } from '../../domain/facts';
import type { GoalMoveChoice } from '../../domain/goal';
import type { Words } from '../../words';
import { ACTIONS, goalMoveValue, idValue } from './ids';
import { actions, button, message, option, overflow, section, type SlackMessage } from './block-kit';

const WITH_BUTTONS = 6;
const OPEN_SHOWN = 25;
const CLOSED_SHOWN = 10;
/** Answers to a command are not updated later. */
const TEXT_LIMIT = 12_000;

/** The answer to a bare `/goal`. */
export function goalList(goals: readonly GoalInWords[], words: Words): SlackMessage {
  const add = actions([button(words.BUTTONS.addGoal, ACTIONS.goal_add)]);
  if (goals.length === 0) return message([section(words.noGoalsYet()), add]);
  const open = goals.filter(({ state }) => state === 'active');
  const closed = goals.filter(({ state }) => state !== 'active').reverse();
  const resting = Math.max(open.length - OPEN_SHOWN, 0) + Math.max(closed.length - CLOSED_SHOWN, 0);
  return message(
    [
      section(words.goalsHeading(open.length)),
      ...goalBlocks(open.slice(0, OPEN_SHOWN), words),
      ...closed.slice(0, CLOSED_SHOWN).map((goal) => closedBlock(goal, words)),
      ...(resting > 0 ? [section(words.moreGoals(resting))] : []),
      add,
    ],
    TEXT_LIMIT,
  );
}

/** A few goals get their buttons in sight; many get a menu each. */
export function goalBlocks(goals: readonly GoalInWords[], words: Words): KnownBlock[] {
  return goals.length > WITH_BUTTONS
    ? goals.map((goal) => menuBlock(goal, words))
    : goals.flatMap((goal) => [
        section(words.goalLine(goal)),
        actions(MOVES.map((move) => moveButton(move, goal, words))),
      ]);
}

const MOVES = ['done', 'edit', 'drop'] as const;
const MOVE_ACTIONS = {
  done: ACTIONS.goal_done,
  edit: ACTIONS.goal_edit,
  drop: ACTIONS.goal_drop,
  reopen: ACTIONS.goal_reopen,
} as const;

function moveButton(move: GoalMoveChoice, goal: GoalInWords, words: Words) {
  const text = words.goalMoveLabel(move);
  return button(text, MOVE_ACTIONS[move], {
    value: idValue(goal.id),
    label: words.labelFor(text, goal.title),
  });
}

function menuBlock(goal: GoalInWords, words: Words): KnownBlock {
  const options = MOVES.map((move) => option(words.goalMoveLabel(move), goalMoveValue(move, goal.id)));
  return section(words.goalLine(goal), overflow(ACTIONS.goal_more, options));
}

function closedBlock(goal: GoalInWords, words: Words): KnownBlock {
  return section(words.goalLine(goal), moveButton('reopen', goal, words));
}
