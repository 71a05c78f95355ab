import { SITUATIONS, type BankQuestion, type Situation } from '../../domain/question';
import { safe } from '../mrkdwn';
import { titled } from './phrases';
import { QUESTION_BANK } from './question-bank';

/** What a nudge asks, and how its answers are shown. */

export interface Question extends BankQuestion {
  readonly text: string;
}

export const QUESTIONS: readonly Question[] = SITUATIONS.flatMap((situation: Situation) =>
  Object.entries(QUESTION_BANK[situation]).map(([id, text]) => ({ id, situation, text })),
);

/** What the domain chooses from. */
export const BANK: readonly BankQuestion[] = QUESTIONS.map(({ id, situation }) => ({ id, situation }));

const TEXTS: ReadonlyMap<string, string> = new Map(QUESTIONS.map(({ id, text }) => [id, text]));
/** Short enough for ten questions in one message that Slack still lets us update. */
const OWN_TEXT_SHOWN = 150;
const TITLE_SHOWN = 100;

/**
 * The question as mrkdwn. A question of the bank that is no more, or a question without a goal where one is needed,
 * falls back to a plain one. A person's own words that do not name the goal get its title in front.
 */
export function questionText(id: string, ownText: string | null, goalTitle: string | null): string {
  const wording = ownText === null ? wordingOf(id, goalTitle) : safe(ownText, OWN_TEXT_SHOWN);
  if (goalTitle === null) return wording.replaceAll('{goal}', 'this');
  return wording.includes('{goal}')
    ? wording.replaceAll('{goal}', () => titled(goalTitle, TITLE_SHOWN))
    : `${titled(goalTitle, TITLE_SHOWN)}: ${wording}`;
}

function wordingOf(id: string, goalTitle: string | null): string {
  return TEXTS.get(id) ?? (goalTitle === null ? 'What is on your mind?' : 'How is {goal} going?');
}

/** The same for a label that shows no markup. */
export function questionPlain(id: string, ownText: string | null, goalTitle: string | null): string {
  const wording = ownText ?? wordingOf(id, goalTitle);
  if (goalTitle === null) return wording.replaceAll('{goal}', 'this');
  return wording.includes('{goal}')
    ? wording.replaceAll('{goal}', () => `“${goalTitle}”`)
    : `“${goalTitle}”: ${wording}`;
}
