import type { Audience } from './check-in';

/** A goal: its states, its limits, and how one is found by words. */

export type GoalState = 'active' | 'achieved' | 'dropped';

export interface Goal {
  readonly id: string;
  readonly workspaceId: string;
  readonly memberId: string;
  /** What a person types in `/goal done 2`. */
  readonly number: number;
  readonly title: string;
  readonly why: string | null;
  readonly measure: string | null;
  /** Local date. */
  readonly targetDate: string | null;
  readonly stretch: boolean;
  readonly state: GoalState;
  /** Who may know of it. */
  readonly audience: Audience;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

export interface GoalDraft {
  readonly title: string;
  readonly why: string | null;
  readonly measure: string | null;
  readonly targetDate: string | null;
  readonly stretch: boolean;
  /** Null: as it was, or the person's default for a new goal. */
  readonly audience: Audience | null;
}

/** What happened to a goal, and who may know of it. */
export type GoalChangeKind = 'created' | 'edited' | 'achieved' | 'dropped' | 'reopened';

/** A goal that is reached, and what its reaching was told to. */
export type ReachedGoal = Goal & { readonly toldTo: Audience; readonly reachedAt: Date };

/** One occasion on which a goal was reached. */
export interface Reaching {
  readonly audience: Audience;
  readonly at: Date;
  /** Whether it was opened again since; then it may be reached once more, on another occasion. */
  readonly isOpenAgain: boolean;
}

export const TITLE_LIMIT = 150;
/** Slack's own ceiling for a text input. */
export const TEXT_LIMIT = 3000;

export type GoalTitleProblem = 'title_missing' | 'title_too_long';

export function checkTitle(title: string): GoalTitleProblem | null {
  const length = [...new Intl.Segmenter().segment(title.trim())].length;
  if (length === 0) return 'title_missing';
  return length > TITLE_LIMIT ? 'title_too_long' : null;
}

export type GoalMove = 'achieve' | 'drop' | 'reopen';

/** Which state a move leads to, or null when the goal is already there or cannot go there. */
export function decideGoalMove(state: GoalState, move: GoalMove): GoalState | null {
  switch (move) {
    case 'achieve':
      return state === 'active' ? 'achieved' : null;
    case 'drop':
      return state === 'active' ? 'dropped' : null;
    case 'reopen':
      return state === 'active' ? null : 'active';
  }
}

/** `/goal done 2` names a goal by its number or by words of its title; one match or none. */
export function findGoal(goals: readonly Goal[], words: string): Goal | 'none' | 'many' {
  const wanted = unquoted(words.trim()).toLowerCase().replace(/^#/, '');
  const byNumber = goals.find((goal) => String(goal.number) === wanted);
  if (byNumber) return byNumber;
  const matches = wanted === '' ? goals : goals.filter((goal) => goal.title.toLowerCase().includes(wanted));
  const [first] = matches;
  if (first === undefined) return 'none';
  return matches.length === 1 ? first : 'many';
}

/** Without the quotation marks around it, in which phones write a title. */
function unquoted(words: string): string {
  return words.replace(/^["'“”„«‘’](.*)["'“”«»‘’]$/s, '$1');
}

/** What the buttons of a goal offer. */
export const GOAL_MOVES = ['done', 'edit', 'drop', 'reopen'] as const;
export type GoalMoveChoice = (typeof GOAL_MOVES)[number];
