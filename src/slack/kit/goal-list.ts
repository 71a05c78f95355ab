import type { KnownBlock } from '@slack/types';
import type { GoalInWords } from '../../domain/message';
import { ACTIONS, goalMoveValue, idValue, type GoalMoveChoice } from './ids';
import { goalLine, goalsHeading, moreGoals, noGoalsYet } from '../../words/en/goals';
import { BUTTONS, goalMoveLabel, labelFor } from '../../words/en/labels';
import { actions, button, message, option, overflow, section, type SlackMessage } from './block-kit';

const WITH_BUTTONS = 6;
const OPEN_SHOWN = 25;
const CLOSED_SHOWN = 10;
/** Answers to a command are not updated later. */
const TEXT_LIMIT = 12_000;

/** The answer to a bare `/goal`. */
export function goalList(goals: readonly GoalInWords[]): SlackMessage {
  const add = actions([button(BUTTONS.addGoal, ACTIONS.goal_add)]);
  if (goals.length === 0) return message([section(noGoalsYet()), add]);
  const open = goals.filter(({ state }) => state === 'active');
  const closed = goals.filter(({ state }) => state !== 'active').reverse();
  const resting = Math.max(open.length - OPEN_SHOWN, 0) + Math.max(closed.length - CLOSED_SHOWN, 0);
  return message(
    [
      section(goalsHeading(open.length)),
      ...goalBlocks(open.slice(0, OPEN_SHOWN)),
      ...closed.slice(0, CLOSED_SHOWN).map(closedBlock),
      ...(resting > 0 ? [section(moreGoals(resting))] : []),
      add,
    ],
    TEXT_LIMIT,
  );
}

/** A few goals get their buttons in sight; many get a menu each. */
export function goalBlocks(goals: readonly GoalInWords[]): KnownBlock[] {
  return goals.length > WITH_BUTTONS
    ? goals.map(menuBlock)
    : goals.flatMap((goal) => [
        section(goalLine(goal)),
        actions(MOVES.map((move) => moveButton(move, goal))),
      ]);
}

const MOVES = ['done', 'edit', 'drop'] as const;
const MOVE_ACTIONS = {
  done: ACTIONS.goal_done,
  edit: ACTIONS.goal_edit,
  drop: ACTIONS.goal_drop,
  reopen: ACTIONS.goal_reopen,
} as const;

function moveButton(move: GoalMoveChoice, goal: GoalInWords) {
  const text = goalMoveLabel(move);
  return button(text, MOVE_ACTIONS[move], { value: idValue(goal.id), label: labelFor(text, goal.title) });
}

function menuBlock(goal: GoalInWords): KnownBlock {
  const options = MOVES.map((move) => option(goalMoveLabel(move), goalMoveValue(move, goal.id)));
  return section(goalLine(goal), overflow(ACTIONS.goal_more, options));
}

function closedBlock(goal: GoalInWords): KnownBlock {
  return section(goalLine(goal), moveButton('reopen', goal));
}
