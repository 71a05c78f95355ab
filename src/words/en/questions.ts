import { SITUATIONS, type BankQuestion, type QuestionType } from '../../domain/question';
import { safe } from '../mrkdwn';
import { titled } from './phrases';
import { QUESTION_BANK } from './question-bank';

/** What a nudge asks, and how its answers are shown. */

export interface Question extends BankQuestion {
  readonly text: string;
}

export const QUESTIONS: readonly Question[] = SITUATIONS.flatMap((situation) =>
  Object.entries(QUESTION_BANK[situation]).map(([id, [type, text]]) => ({ id, situation, type, text })),
);

/** What the domain chooses from. */
export const BANK: readonly BankQuestion[] = QUESTIONS.map(({ id, situation, type }) => ({
  id,
  situation,
  type,
}));

const IN_BANK: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.id, question]));
/** Short enough for several questions in one message that Slack still lets us update. */
const OWN_TEXT_SHOWN = 150;
const TITLE_SHOWN = 100;

/**
 * The question as mrkdwn. A question of the bank that is no more, or a question without a goal where one is needed,
 * falls back to a plain one. A person's own words that do not name the goal stand below its title.
 */
export function questionText(id: string, ownText: string | null, goalTitle: string | null): string {
  const own = ownText === null ? null : safe(ownText, OWN_TEXT_SHOWN);
  return filled(wordingOf(id, own, goalTitle), goalTitle && titled(goalTitle, TITLE_SHOWN));
}

/** The same for a label that shows no markup. */
export function questionPlain(id: string, ownText: string | null, goalTitle: string | null): string {
  return filled(wordingOf(id, ownText, goalTitle), goalTitle && `“${goalTitle}”`);
}

/** By what answers it; a person's own words ask for words. */
export function questionType(id: string, ownText: string | null): QuestionType {
  return ownText === null ? (IN_BANK.get(id)?.type ?? 'status') : 'open';
}

const GAP = '{goal}';

function wordingOf(id: string, own: string | null, goalTitle: string | null): string {
  if (own !== null) return goalTitle === null || own.includes(GAP) ? own : `About your goal ${GAP}\n${own}`;
  const wording = IN_BANK.get(id)?.text;
  if (goalTitle === null) return wording?.includes(GAP) === false ? wording : 'What is on your mind?';
  return wording ?? `How is your goal ${GAP} going?`;
}

function filled(wording: string, title: string | null): string {
  return wording.replaceAll(GAP, () => title ?? 'this');
}
