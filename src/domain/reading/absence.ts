import { Temporal } from 'temporal-polyfill';
import type { Absence } from '../absence';
import { nextDayOfMonth, type Period } from './calendar';
import { inEitherOrder, lengthOf, periodOf, type DateContext } from './dates';
import { LIVES } from './life-grammar';
import { plainWords } from './plain-words';
import { dateContext, type Speaker } from './speaker';
import type { Tree } from './tree';
import { monthOf, valueOf } from './words';

/** Reads days away in plain words, whole or not at all. */

export type AbsenceParse =
  | { readonly ok: true; readonly absences: readonly Absence[] }
  | {
      readonly ok: false;
      readonly problem: 'not_understood' | 'ends_before_it_begins' | 'in_the_past';
      /** The longest beginning that is days away, where there is one. */
      readonly understood?: string;
    };

/** Dates without a year that lie further apart than this were given the wrong way round. */
const LONGEST_WITHOUT_YEAR_DAYS = 183;

/**
 * Reads "from 3 July to 14 July", "3–14 July", "until 5 May", "two weeks", "Monday and Wednesday" and the like, in
 * English. "Until" includes a day, and ends before a longer time such as June. An absence that has begun may be named
 * by its first day.
 */
export function parseAbsences(text: string, speaker: Speaker): AbsenceParse {
  const words = plainWords(text);
  const tree = words === null ? null : LIVES.parse(words, 'Absence');
  if (words === null || tree === null) return notUnderstood(words ?? '');
  const periods = inEitherOrder(dateContext(speaker), (context) => {
    const read = tree.all('Span').map((span) => spanOf(span, context));
    return read.every((period) => period !== null) ? read : null;
  });
  if (periods === null) return { ok: false, problem: 'not_understood' };
  const absences: Absence[] = [];
  for (const period of periods) {
    const isBackwards =
      period === 'ends_before_it_begins' || Temporal.PlainDate.compare(period.last, period.first) < 0;
    if (isBackwards) return { ok: false, problem: 'ends_before_it_begins' };
    absences.push({ from: period.first.toString(), to: period.last.toString() });
  }
  const { today } = dateContext(speaker);
  if (absences.some(({ to }) => to < today.toString())) return { ok: false, problem: 'in_the_past' };
  return { ok: true, absences };
}

function notUnderstood(words: string): AbsenceParse {
  const understood = LIVES.parse(words, 'AwayBegun')?.one('Spans')?.text.trim();
  return { ok: false, problem: 'not_understood', ...(understood ? { understood } : {}) };
}

/** Null when one of its ends is no day. */
function spanOf(span: Tree, context: DateContext): Range {
  const { today } = context;
  const length = span.one('Length');
  const named = span.one('Named');
  if (length !== null) {
    const first = named === null ? today : periodOf(named, context)?.first;
    return first === undefined ? null : lasting(first, length);
  }
  if (span.has('Until')) {
    const period = named && periodOf(named, context);
    return (
      period && { first: today, last: isLong(period) ? period.first.subtract({ days: 1 }) : period.last }
    );
  }
  if (named !== null && span.has('Span_through')) {
    const period = periodOf(named, context);
    return period && { first: today, last: period.last };
  }
  const [begin, end] = span.all('End', 'IsoEnd');
  if (begin !== undefined && end !== undefined) return rangeOf(begin, end, context);
  return named === null ? null : periodOf(named, context);
}

function lasting(first: Temporal.PlainDate, length: Tree): Period {
  return { first, last: first.add(lengthOf(length)).subtract({ days: 1 }) };
}

function isLong({ first, last }: Period): boolean {
  return !first.equals(last);
}

type Range = Period | 'ends_before_it_begins' | null;

/**
 * The end is read as from the beginning: "10 September until the end of the month" ends in September. A beginning
 * without a year may lie behind, when the end does not: on 5 July, "3 July to 14 July" has begun.
 */
function rangeOf(begin: Tree, end: Tree, context: DateContext): Range {
  const ranges: Period[] = [];
  for (const first of beginnings(begin, end, context)) {
    const last = endFrom(first, end, context);
    if (last !== null) ranges.push({ first, last });
  }
  const hasYears = hasYear(begin) && hasYear(end);
  const meant = ranges.find(({ first, last }) => {
    const days = first.until(last).days;
    const isOver = !hasYear(end) && Temporal.PlainDate.compare(last, context.today) < 0;
    return days >= 0 && !isOver && (hasYears || days <= LONGEST_WITHOUT_YEAR_DAYS);
  });
  return meant ?? (ranges.length > 0 ? 'ends_before_it_begins' : null);
}

/** The days on which a range may begin, the likeliest first. */
function beginnings(begin: Tree, end: Tree, context: DateContext): readonly Temporal.PlainDate[] {
  const month = end.one('month');
  const day = bareDay(begin);
  const endYear = hasYear(end) ? endFrom(context.today, end, context)?.year : undefined;
  // "3–14 July" says the month once for both ends.
  const first =
    day !== null && month !== null
      ? dayInMonth(monthOf(month), day, endYear, context)
      : readEnd(begin, context)?.first;
  if (!first) return [];
  const isOfCalendar = begin.has('DayOfMonth', 'numeric', 'Month') || (day !== null && month !== null);
  if (hasYear(begin) || !isOfCalendar) return [first];
  if (endYear === undefined) return [first.subtract({ years: 1 }), first];
  const inEndYear = first.with({ year: endYear });
  return [inEndYear, inEndYear.subtract({ years: 1 })];
}

function dayInMonth(
  month: number,
  day: number,
  year: number | undefined,
  { today }: DateContext,
): Temporal.PlainDate | null {
  try {
    const inYear = Temporal.PlainDate.from({ year: year ?? today.year, month, day }, { overflow: 'reject' });
    const isBehind = year === undefined && Temporal.PlainDate.compare(inYear, today) < 0;
    return isBehind ? inYear.add({ years: 1 }) : inYear;
  } catch (error) {
    // How Temporal refuses a day that a month does not have.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function endFrom(first: Temporal.PlainDate, end: Tree, context: DateContext): Temporal.PlainDate | null {
  const day = bareDay(end);
  if (day === null) {
    // "To Friday next week" and "to tomorrow" count from today, wherever the range begins.
    const fromToday = end.has('Relative', 'WeekdayOfWeek') || end.has('Which');
    return readEnd(end, fromToday ? context : { ...context, today: first })?.last ?? null;
  }
  if (day < 1 || day > 31) return null;
  const year = end.one('OfYear')?.one('year');
  return year ? dayInMonth(first.month, day, valueOf(year), context) : nextDayOfMonth(day, first).last;
}

function readEnd(end: Tree, context: DateContext): Period | null {
  const named = end.rule === 'IsoEnd' ? end : end.one('Named');
  return named && periodOf(named, context);
}

/** "3" and "3rd", which name no month. */
function bareDay(end: Tree): number | null {
  const day = end.one('shortDay') ?? null;
  if (end.has('End_day') && day !== null) return Number(day.text);
  const named = end.one('Named')?.parts[0];
  return named?.rule === 'nth' ? valueOf(named) : null;
}

function hasYear(end: Tree): boolean {
  return end.has('year', 'numericYear', 'iso', 'isoMonth');
}
