import { Temporal } from 'temporal-polyfill';
import { addDays, localDate } from './local-time';
import { readPeriod } from './reading/period';

/** Local dates, 'YYYY-MM-DD', both inclusive. */
export interface Absence {
  readonly from: string;
  readonly to: string;
}

export type AbsenceParse =
  | { readonly ok: true; readonly from: string; readonly to: string }
  | { readonly ok: false; readonly problem: 'not_understood' | 'ends_before_it_begins' | 'in_the_past' };

const PREAMBLE =
  /^(?:(?:i am|i['’]m|i['’]ll be|i will be) )?(?:(?:away|off|out of (?:the )?office|out|on (?:vacation|holiday|leave)|vacation|holiday|leave)\b[ :,]*)?/;
const DURATION =
  /^for (an?|one|two|three|four|five|six|[1-9]\d{0,2}) (day|week|month)s?(?: (?:from|starting)(?: on)? (.+))?$/;
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
]);
/** A word, a dash or a slash; not the dashes inside 2027-07-01, nor the slashes inside 7/14. */
const BETWEEN_ENDS =
  /\s+(?:to|until|till|through|thru|and|[-–—/])\s+|(?<!\d{4}(?:-\d\d)?)\s?[-–—]\s?|(?<=\d{4}-\d\d-\d\d)\//g;
const MONTH_NAME = /[a-z]{3,}/;
const BARE_DAY = /^(?:the )?\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?$/;
const YEAR = /\d{4}/;
const NOT_UNDERSTOOD: AbsenceParse = { ok: false, problem: 'not_understood' };
/** Dates without a year that lie further apart than this were given the wrong way round. */
const LONGEST_WITHOUT_YEAR_DAYS = 183;

/**
 * Reads "from 3 July to 14 July", "3–14 July", "until 5 May", "for two weeks", "next week" and the like, in English.
 * "Until" includes the day. An absence that has begun may be named by its first day.
 */
export function parseAbsence(text: string, now: Date, zone: string): AbsenceParse {
  const today = localDate(now, zone);
  const words = text
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(PREAMBLE, '')
    .replace(/[.!]+$/, '');
  return (
    readDuration(words, today) ??
    readUntil(words, today) ??
    readOne(words, today) ??
    readRange(words, today) ??
    NOT_UNDERSTOOD
  );
}

/** The same days away, in order, with absences that overlap or touch made one. */
export function mergeAbsences(absences: readonly Absence[]): readonly Absence[] {
  const merged: Absence[] = [];
  for (const absence of [...absences].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || absence.from > addDays(last.to, 1)) merged.push(absence);
    else merged.splice(-1, 1, { from: last.from, to: absence.to > last.to ? absence.to : last.to });
  }
  return merged;
}

/** "For two weeks", "for 3 days from Monday". */
function readDuration(words: string, today: string): AbsenceParse | null {
  const [, count, unit = '', begin] = DURATION.exec(words) ?? [];
  if (count === undefined) return null;
  const first = begin === undefined ? Temporal.PlainDate.from(today) : readPeriod(begin, today)?.first;
  if (first === undefined) return NOT_UNDERSTOOD;
  const length = Temporal.Duration.from(`P${COUNTS.get(count) ?? count}${unit.charAt(0).toUpperCase()}`);
  return checked(first.toString(), first.add(length).subtract({ days: 1 }).toString(), today);
}

function readUntil(words: string, today: string): AbsenceParse | null {
  const [, end] = /^(?:until|till|through) (.+)$/.exec(words) ?? [];
  if (end === undefined) return null;
  const period = readPeriod(end, today);
  return period === null ? NOT_UNDERSTOOD : checked(today, period.last.toString(), today);
}

function readOne(words: string, today: string): AbsenceParse | null {
  const period = readPeriod(words, today);
  return period === null ? null : checked(period.first.toString(), period.last.toString(), today);
}

/** Of all ways to cut the words in two, the first whose parts are dates is meant. */
function readRange(words: string, today: string): AbsenceParse | null {
  const plain = words.replace(/^(?:from|between) /, '');
  for (const { index, 0: mark } of plain.matchAll(BETWEEN_ENDS)) {
    const [begin, end] = withMonth(plain.slice(0, index), plain.slice(index + mark.length));
    const range = rangeOf(begin, end, today);
    if (range !== null) return range;
  }
  return null;
}

/** "3–14 July" and "July 3–14" say the month once for both ends. */
function withMonth(begin: string, end: string): readonly [string, string] {
  if (BARE_DAY.test(begin) && MONTH_NAME.test(end))
    return [`${begin} ${MONTH_NAME.exec(end)?.[0] ?? ''}`, end];
  if (BARE_DAY.test(end) && MONTH_NAME.test(begin))
    return [begin, `${MONTH_NAME.exec(begin)?.[0] ?? ''} ${end}`];
  return [begin, end];
}

/**
 * Where an end has no year, the ends are looked for around today, and the first pair that is not over counts: on
 * 5 July, "3 July to 14 July" has begun; in May, "20 December to 5 January" runs over New Year.
 */
function rangeOf(begin: string, end: string, today: string): AbsenceParse | null {
  const [year] = YEAR.exec(end) ?? [];
  const first =
    (year !== undefined && readPeriod(`${begin} ${year}`, today)?.first) || readPeriod(begin, today)?.first;
  const last = readPeriod(end, today)?.last;
  if (first === undefined || last === undefined) return null;
  const lastAfterFirst = readPeriod(end, first.toString())?.last ?? last;
  const begins = YEAR.test(begin) ? [first] : [first, first.subtract({ years: 1 })];
  const [earliest] = begins
    .flatMap((from) => [last, lastAfterFirst].map((to) => ({ from, to, days: from.until(to).days })))
    .filter(({ days }) => days >= 0 && days <= LONGEST_WITHOUT_YEAR_DAYS)
    .filter(({ to }) => year !== undefined || to.toString() >= today)
    .sort((one, other) => Temporal.PlainDate.compare(one.to, other.to) || one.days - other.days);
  const { from, to } = earliest ?? { from: first, to: last };
  return checked(from.toString(), to.toString(), today);
}

function checked(from: string, to: string, today: string): AbsenceParse {
  if (to < from) return { ok: false, problem: 'ends_before_it_begins' };
  return to < today ? { ok: false, problem: 'in_the_past' } : { ok: true, from, to };
}
