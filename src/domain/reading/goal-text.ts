import { localDate } from '../local-time';
import { readPeriod } from './period';

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

/**
 * Reads a date in plain English words: "by next June", "end of next year", "2027-06-30", "in 6 months".
 *
 * A month, quarter or year means its last day, as a person has all of it. After "before" it means the day before it
 * begins; "before 30 June" is 30 June. Dates are 'YYYY-MM-DD' on the calendar of the zone.
 */
export function parseTargetDate(text: string, now: Date, zone: string): TargetDateParse {
  const today = localDate(now, zone);
  const [, preposition, rest = ''] = /^\s*(?:(by|before|until|till)\s+)?(.*)$/is.exec(text) ?? [];
  const period = readPeriod(rest, today);
  if (period === null) return { ok: false, problem: 'not_understood' };
  const isBefore = preposition?.toLowerCase() === 'before' && !period.first.equals(period.last);
  const date = (isBefore ? period.first.subtract({ days: 1 }) : period.last).toString();
  return date < today ? { ok: false, problem: 'in_the_past', date } : { ok: true, date };
}

/**
 * Splits "Become certified by next June" into the goal and its date. The clause is split off only when it reads as a
 * date. A short clause that does not ("by blursday") stays in the title and is reported, as nobody can tell it from
 * "Stand by me": keep the goal, and say kindly that no date was read.
 */
export function splitGoalText(text: string, now: Date, zone: string): GoalText {
  const whole = text.trim();
  const clauses = [...whole.matchAll(/(?:^|[\s,;(]+)(?=(?:by|before|until|till)\s)/gi)].reverse();
  for (const { index, 0: gap } of clauses) {
    const clause = whole.slice(index + gap.length);
    const parsed = parseTargetDate(clause, now, zone);
    const title = whole.slice(0, index);
    if (parsed.ok) return { title, targetDate: parsed.date };
    if (parsed.problem === 'in_the_past')
      return { title, problem: 'in_the_past', heard: afterPreposition(clause) };
  }
  const [last] = clauses;
  if (last === undefined) return { title: whole };
  const heard = afterPreposition(whole.slice(last.index + last[0].length));
  if (heard.split(/\s+/).length > LONGEST_MISHEARD_CLAUSE) return { title: whole };
  return { title: whole, problem: 'not_understood', heard };
}

function afterPreposition(clause: string): string {
  return clause.replace(/^\w+\s+/, '').replace(/[.!?,;)]+$/, '');
}
