import { PROMISE_LIMIT, type PromiseDraft } from '../ledger/promise';
import { splitGoalText } from './goal-text';
import type { Speaker } from './speaker';

/** "nothing yet", "I don't know", "not sure": an answer, and no step. */
const NONE =
  /^(?:(?:i['’]m\s+)?not sure(?: yet)?|(?:i (?:do not|don['’]t)|don['’]t) know(?: yet)?|no(?:pe)?|no idea(?: yet)?|none|nothing(?: yet)?)[.!…]*$/i;

/**
 * Reads words that answer what comes next, such as "Book the exam by 12 March": the step, and its day where one is named
 * that lies ahead. Null for words that name no step, are a question, or are too long to be one.
 */
export function readStep(text: string, speaker: Speaker): (PromiseDraft & { readonly words: string }) | null {
  const whole = text.trim();
  if (NONE.test(whole) || whole.endsWith('?') || [...whole].length > PROMISE_LIMIT) return null;
  const { title, targetDate } = splitGoalText(whole, speaker);
  if (targetDate === undefined) return { words: whole, by: null };
  return title === '' ? null : { words: title, by: targetDate };
}
