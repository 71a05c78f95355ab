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

export interface BankQuestion {
  readonly id: string;
  readonly situation: Situation;
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

/** A question longer than this is a questionnaire. */
export const OWN_QUESTION_LIMIT = 200;

/** How many of the last questions about a goal may not come again. */
export const NO_REPEAT_WITHIN = 3;

/**
 * Chooses the next question: one of the person's own first when it is not recent, then the bank's for this situation,
 * in rotation. `recent` holds the ids asked about this goal, newest first; none of the first three is chosen again as
 * long as the choice is larger than that, and the newest never is.
 */
export function pickQuestion(
  bank: readonly BankQuestion[],
  situation: Situation,
  recent: readonly string[],
  ownIds: readonly string[] = [],
): string {
  const forSituation = bank
    .filter((question) => question.situation === situation)
    .map((question) => question.id);
  const choice = [...(situation === 'no_goal' ? [] : ownIds), ...forSituation];
  const blocked = new Set(recent.slice(0, Math.min(NO_REPEAT_WITHIN, Math.max(choice.length - 1, 0))));
  const free = choice.filter((id) => !blocked.has(id));
  // Least recently asked first; what was never asked comes before everything, in the order of the bank.
  const age = (id: string) => (recent.includes(id) ? recent.indexOf(id) : Number.POSITIVE_INFINITY);
  const [first, ...rest] = free;
  if (first === undefined) throw new RangeError(`The bank has no question for ${situation}`);
  return rest.reduce((best, id) => (age(id) > age(best) ? id : best), first);
}
