import type { KnownBlock } from '@slack/types';
import type { GoalInWords } from '../../domain/facts';
import type { GoalMoveChoice } from '../../domain/goal';
import type { Words } from '../../words';
import { ACTIONS, goalMoveValue, idValue } from './ids';
import { actions, button, message, option, overflow, section, type SlackMessage } from './block-kit';

/** The list of goals that `/goal list` shows, and its lines in App Home. */

const WITH_BUTTONS = 6;
const OPEN_SHOWN = 25;
const CLOSED_SHOWN = 10;
/** Answers to a command are not updated later. */
const TEXT_LIMIT = 12_000;

/** The answer to a bare `/goal`. */
export function goalList(words: Words, goals: readonly GoalInWords[]): SlackMessage {
  const add = actions([button(words.BUTTONS.addGoal, ACTIONS.goal_add)]);
  if (goals.length === 0) return message([section(words.noGoalsYet()), add]);
  const open = goals.filter(({ state }) => state === 'active');
  const closed = goals.filter(({ state }) => state !== 'active').reverse();
  const resting = Math.max(open.length - OPEN_SHOWN, 0) + Math.max(closed.length - CLOSED_SHOWN, 0);
  return message(
    [
      section(words.goalsHeading(open.length)),
      ...goalBlocks(words, open.slice(0, OPEN_SHOWN)),
      ...closed.slice(0, CLOSED_SHOWN).map((goal) => closedBlock(words, goal)),
      ...(resting > 0 ? [section(words.moreGoals(resting))] : []),
      add,
    ],
    TEXT_LIMIT,
  );
}

/** A few goals get their buttons in sight; many get a menu each. */
function goalBlocks(words: Words, goals: readonly GoalInWords[]): KnownBlock[] {
  return goals.length > WITH_BUTTONS
    ? goalMenus(words, goals)
    : goals.flatMap((goal) => [
        section(words.goalLine(goal)),
        actions(MOVES.map((move) => moveButton(words, move, goal))),
      ]);
}

/** A line a goal, with its menu. */
export function goalMenus(words: Words, goals: readonly GoalInWords[]): KnownBlock[] {
  return goals.map((goal) => menuBlock(words, goal));
}

const MOVES = ['done', 'edit', 'drop'] as const;
const MOVE_ACTIONS = {
  done: ACTIONS.goal_done,
  edit: ACTIONS.goal_edit,
  drop: ACTIONS.goal_drop,
  reopen: ACTIONS.goal_reopen,
} as const;

function moveButton(words: Words, move: GoalMoveChoice, goal: GoalInWords) {
  const text = words.goalMoveLabel(move);
  return button(text, MOVE_ACTIONS[move], {
    value: idValue(goal.id),
    label: words.labelFor(text, goal.title),
  });
}

function menuBlock(words: Words, goal: GoalInWords): KnownBlock {
  const options = MOVES.map((move) => option(words.goalMoveLabel(move), goalMoveValue(move, goal.id)));
  return section(words.goalLine(goal), overflow(ACTIONS.goal_more, options));
}

function closedBlock(words: Words, goal: GoalInWords): KnownBlock {
  return section(words.goalLine(goal), moveButton(words, 'reopen', goal));
}
