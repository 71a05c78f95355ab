import { inEitherOrder, periodOf } from './dates';
import { LIVES } from './life-grammar';
import { plainWords } from './plain-words';
import { dateContext, type Speaker } from './speaker';
import type { Tree } from './tree';

/** Reads a goal and its date from one line. */

export type TargetDateParse =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly problem: 'not_understood' }
  | { readonly ok: false; readonly problem: 'in_the_past'; readonly date: string };

/** `title` is empty when the text is a date and nothing else. `heard` is the clause without its "by". */
export interface GoalText {
  readonly title: string;
  readonly targetDate?: string;
  readonly problem?: 'not_understood' | 'in_the_past';
  readonly heard?: string;
}

const LONGEST_MISHEARD_CLAUSE = 3;
const LONGEST_CLAUSE = 60;
const MOST_WORDS = 10;
const LEADING_WORD = /^(?:by|before|until|till|due|deadline)\b:?\s+/i;

/**
 * Reads a date in plain English words: "by next June", "end of next year", "2027-06-30", "in 6 months".
 *
 * A month, quarter or year means its last day, as a person has all of it. After "before" it means the day before it
 * begins; "before 30 June" is 30 June. Dates are 'YYYY-MM-DD' on the calendar of the zone.
 */
export function parseTargetDate(text: string, speaker: Speaker): TargetDateParse {
  const words = plainWords(text);
  return dateOf(words === null ? null : LIVES.parse(words, 'Due'), speaker);
}

function dateOf(tree: Tree | null, speaker: Speaker): TargetDateParse {
  const context = dateContext(speaker);
  const named = tree?.one('Period', 'TitleDate') ?? null;
  const period = named && inEitherOrder(context, (ordered) => periodOf(named, ordered));
  if (tree === null || !period) return { ok: false, problem: 'not_understood' };
  const isBefore = tree.has('DueClause_before') && !period.first.equals(period.last);
  const date = (isBefore ? period.first.subtract({ days: 1 }) : period.last).toString();
  return date < context.today.toString() ? { ok: false, problem: 'in_the_past', date } : { ok: true, date };
}

/**
 * Splits "Become certified by next June" into the goal and its date. The clause is split off only when it reads as a
 * date, whole, and a date in numbers only with its year: "Cut costs by 1/3" is a title. A short clause after "by" that
 * is no date ("by blursday") stays in the title and is reported, as nobody can tell it from "Stand by me": keep the
 * goal, and say kindly that no date was read.
 */
export function splitGoalText(text: string, speaker: Speaker): GoalText {
  const whole = text.trim();
  const starts = [...whole.matchAll(/(?:^|[\s,;(]+)(?=\S)/g)].slice(-MOST_WORDS);
  for (const { index, 0: gap } of starts) {
    const clause = whole.slice(index + gap.length);
    const parsed = clause.length > LONGEST_CLAUSE ? null : readTitleEnd(clause, speaker);
    const title = whole.slice(0, index);
    if (parsed?.ok === true) return { title, targetDate: parsed.date };
    if (parsed?.problem === 'in_the_past')
      return { title, problem: 'in_the_past', heard: withoutLead(clause) };
  }
  return misheard(whole);
}

function readTitleEnd(clause: string, speaker: Speaker): TargetDateParse | null {
  const words = plainWords(clause.replace(/\)$/, ''));
  const tree = words === null ? null : LIVES.parse(words, 'TitleEnd');
  if (tree === null || (tree.has('numeric') && !tree.has('numericYear'))) return null;
  return dateOf(tree, speaker);
}

function misheard(whole: string): GoalText {
  const last = [...whole.matchAll(/(?:^|[\s,;(]+)(?=(?:by|before|until|till)\s)/gi)].at(-1);
  if (last === undefined) return { title: whole };
  const heard = withoutLead(whole.slice(last.index + last[0].length));
  if (heard.split(/\s+/).length > LONGEST_MISHEARD_CLAUSE) return { title: whole };
  return { title: whole, problem: 'not_understood', heard };
}

function withoutLead(clause: string): string {
  return clause.replace(LEADING_WORD, '').replace(/[.!?,;)]+$/, '');
}
