/** The situations that a question is worded for. */
export const SITUATIONS = [
  'usual',
  'after_stuck',
  'near_target',
  'long_quiet',
  'just_achieved',
  'no_goal',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** By what answers it: how it goes, words, what comes next, what is in the way. Each type has buttons of its own. */
export type QuestionType = 'status' | 'open' | 'next_step' | 'barrier';

export interface BankQuestion {
  readonly id: string;
  readonly situation: Situation;
  readonly type: QuestionType;
}

export interface GoalHistory {
  /** Status of the last check-in on this goal, if any. */
  readonly lastStatus: string | null;
  /** Days since the person last said anything about it; null when never. */
  readonly quietDays: number | null;
  /** Days until the target date; null without one. */
  readonly daysToTarget: number | null;
  /** Whether the person reached another goal in the last three weeks. */
  readonly justAchieved: boolean;
}

/** Near means within 30 days before the target; long quiet means 35 days without a word. */
export function decideSituation(history: GoalHistory): Situation {
  if (history.lastStatus === 'stuck') return 'after_stuck';
  if (history.daysToTarget !== null && history.daysToTarget >= 0 && history.daysToTarget <= 30)
    return 'near_target';
  if (history.quietDays !== null && history.quietDays >= 35) return 'long_quiet';
  if (history.justAchieved) return 'just_achieved';
  return 'usual';
}

/** More goals than these in one message are a questionnaire, not a nudge. */
export const GOALS_ASKED = 3;

/** Where a goal stands in the turn. */
export interface GoalInTurn {
  readonly situation: Situation;
  /** When it was last asked about or spoken of; when it was set, until then. */
  readonly lastAt: Date;
}

/** A goal that was stuck, or whose date is near, comes three times as soon. */
const SOONER: Readonly<Partial<Record<Situation, number>>> = { after_stuck: 3, near_target: 3 };

/**
 * Which goals a nudge asks about: all, or the three most in need of a word, in the order given. The need of a goal grows
 * with each day since it was last asked about or spoken of, and three times as fast while it is stuck or its date is near.
 * So these come more often; and no other is forgotten, however many there are, as its days go on counting until its turn.
 */
export function mostInNeed<Goal extends GoalInTurn>(goals: readonly Goal[], now: Date): Goal[] {
  const need = ({ situation, lastAt }: Goal) => (now.getTime() - lastAt.getTime()) * (SOONER[situation] ?? 1);
  const asked = goals.toSorted((one, other) => need(other) - need(one)).slice(0, GOALS_ASKED);
  return goals.filter((goal) => asked.includes(goal));
}

/** A question longer than this is a questionnaire. */
export const OWN_QUESTION_LIMIT = 200;

/** How many of the last questions about a goal may not come again. */
export const NO_REPEAT_WITHIN = 3;

/** What was asked before: ids, newest first, and what is being asked about other goals in the same message. */
export interface AskedBefore {
  readonly recent: readonly string[];
  readonly saidNow?: readonly string[];
}

/**
 * Chooses the next question. One of the person's own comes first while it is not among those asked lately. Then one that
 * a tap answers and one that asks for more take turns, each in the order of the bank, and after its last from the
 * beginning: whoever is asked every week meets all of them. None of the last three about this goal comes again, nor one
 * that stands in the same message, as long as the choice is larger than that; and the newest never does.
 */
export function pickQuestion(
  bank: readonly BankQuestion[],
  situation: Situation,
  { recent, saidNow = [] }: AskedBefore,
  ownIds: readonly string[] = [],
): string {
  const [newest = ''] = recent;
  const isNew = (id: string) => !saidNow.includes(id) && !recent.includes(id);
  const ownsTurn = situation !== 'no_goal' && !ownIds.includes(newest);
  const own = ownsTurn ? ownIds.find(isNew) : undefined;
  if (own !== undefined) return own;

  const statuses = bank.filter(({ type }) => type === 'status').map(({ id }) => id);
  const asksStatus = !statuses.includes(newest);
  const all = bank.filter((question) => question.situation === situation).map(({ id }) => id);
  const inTurn = all.filter((id) => statuses.includes(id) === asksStatus);
  const blocked = [...saidNow, ...recent.slice(0, NO_REPEAT_WITHIN)];
  const isFree = (id: string) => !blocked.includes(id);
  const next =
    fromLastAsked(inTurn, recent).find(isFree) ??
    fromLastAsked(all, recent).find(isFree) ??
    all.find((id) => id !== newest) ??
    all[0];
  if (next === undefined) throw new RangeError(`The bank has no question for ${situation}`);
  return next;
}

/** The same round, begun behind whichever of them was asked last. */
function fromLastAsked(round: readonly string[], recent: readonly string[]): string[] {
  const start = round.indexOf(recent.find((id) => round.includes(id)) ?? '') + 1;
  return [...round.slice(start), ...round.slice(0, start)];
}
