import { parse } from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';

/** A run of local dates: "next June" is thirty of them, "30 June" is one. */
export interface Period {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

type Reader = (words: string, today: Temporal.PlainDate) => Period | null;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'mon tue wed thu fri sat sun'.split(' ');
const NTH_QUARTERS = ['first', 'second', 'third', 'fourth'];

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const OF_YEAR = '(?:,? (?:of )?(\\d{4}|this year|next year))?';

const EDGE = /^(end|start|beginning|middle|mid)(?: of(?: the)?|-)? ?(?=\S)(.+)$/;
const QUARTER = new RegExp(
  `^(?:(next|this) )?(?:q([1-4])|(first|second|third|fourth|last) quarter)${OF_YEAR}$`,
);
const ISO_QUARTER = /^(\d{4})[ -]?q([1-4])$/;
const NAMED_MONTH = new RegExp(`^(?:(next|this) )?${MONTH}${OF_YEAR}$`);
const ISO_MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const UNIT = /^(?:(this|next) )?(day|week|weekend|month|quarter|year)$/;
const WEEKDAY = new RegExp(`^(this )?${DAY}$`);
const DATE_IN_MONTH = /^(\d{1,2})(?:st|nd|rd|th)$/;

/**
 * Reads the dates in plain English words; the words must be nothing else. Dates without a year lie ahead: "30 June" is
 * the next one, and "June" is the June that is not over. Dates with a year, and "last week", may be past.
 *
 * Numbers with slashes are month first where both orders are possible, as is usual in English.
 *
 * @param today 'YYYY-MM-DD', the local date
 */
export function readPeriod(text: string, today: string): Period | null {
  const words = text
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?,;)]+$/, '')
    .replace(/^(?:(?:in|on|during|within|the|coming) )+/, '');
  return read(words, Temporal.PlainDate.from(today));
}

function read(words: string, today: Temporal.PlainDate): Period | null {
  for (const reader of READERS) {
    const period = reader(words, today);
    if (period !== null) return period;
  }
  return null;
}

function edge(words: string, today: Temporal.PlainDate): Period | null {
  const [, which, rest = ''] = EDGE.exec(words) ?? [];
  if (which === undefined) return null;
  const period = read(rest, today);
  if (period === null) return null;
  if (which === 'end') return oneDay(period.last);
  if (which === 'start' || which === 'beginning') return oneDay(period.first);
  const days = period.first.until(period.last).days;
  return oneDay(period.first.add({ days: Math.floor(days / 2) }));
}

function quarter(words: string, today: Temporal.PlainDate): Period | null {
  const [, isoYear, isoQuarter] = ISO_QUARTER.exec(words) ?? [];
  if (isoYear !== undefined) return monthsFrom(Number(isoYear), Number(isoQuarter) * 3 - 2, 3);
  const [found, next, digit, name, year] = QUARTER.exec(words) ?? [];
  if (found === undefined) return null;
  const nth = digit === undefined ? NTH_QUARTERS.indexOf(name ?? '') + 1 || 4 : Number(digit);
  return inYear(year, today, next === 'next', (ofYear) => monthsFrom(ofYear, nth * 3 - 2, 3));
}

function month(words: string, today: Temporal.PlainDate): Period | null {
  const [, isoYear, isoMonth] = ISO_MONTH.exec(words) ?? [];
  if (isoYear !== undefined) return monthsFrom(Number(isoYear), Number(isoMonth), 1);
  const [, next, name, year] = NAMED_MONTH.exec(words) ?? [];
  if (name === undefined) return null;
  const nth = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return inYear(year, today, next === 'next', (ofYear) => monthsFrom(ofYear, nth, 1));
}

function year(words: string): Period | null {
  return /^(19|20|21)\d\d$/.test(words) ? monthsFrom(Number(words), 1, 12) : null;
}

/** "This week", "next month", and "week" as in "the end of the week". Weeks are Monday to Sunday. */
function unit(words: string, today: Temporal.PlainDate): Period | null {
  const [found, which, name] = UNIT.exec(words) ?? [];
  if (found === undefined) return null;
  const ahead = which === 'next' ? 1 : 0;
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: ahead });
  switch (name) {
    case 'week':
      return { first: monday, last: monday.add({ days: 6 }) };
    case 'weekend':
      return { first: monday.add({ days: 5 }), last: monday.add({ days: 6 }) };
    case 'month':
      return monthsFrom(today.year, today.month + ahead, 1);
    case 'quarter':
      return monthsFrom(today.year, (Math.floor((today.month - 1) / 3) + ahead) * 3 + 1, 3);
    case 'year':
      return monthsFrom(today.year + ahead, 1, 12);
    default:
      return oneDay(today.add({ days: ahead }));
  }
}

/** "Friday" said on a Friday is a week away; "this Friday" is today. */
function weekday(words: string, today: Temporal.PlainDate): Period | null {
  const [, current, name] = WEEKDAY.exec(words) ?? [];
  if (name === undefined) return null;
  const days = (DAYS.indexOf(name.slice(0, 3)) + 1 - today.dayOfWeek + 7) % 7;
  return oneDay(today.add({ days: days === 0 && current === undefined ? 7 : days }));
}

/** "The 15th": of this month, or of the next month that has such a date. */
function dateInMonth(words: string, today: Temporal.PlainDate): Period | null {
  const day = Number(DATE_IN_MONTH.exec(words)?.[1] ?? 0);
  if (day < 1 || day > 31) return null;
  for (let ahead = 0; ; ahead += 1) {
    const ofMonth = today.toPlainYearMonth().add({ months: ahead });
    const date = day <= ofMonth.daysInMonth ? ofMonth.toPlainDate({ day }) : null;
    if (date !== null && Temporal.PlainDate.compare(date, today) >= 0) return oneDay(date);
  }
}

function anyDate(words: string, today: Temporal.PlainDate): Period | null {
  // UTC stands in for the local clock: only the date matters, and no zone may shift it.
  const reference = { instant: new Date(`${today.toString()}T12:00:00Z`), timezone: 0 };
  const [found] = parse(words, reference, { forwardDate: true });
  if (found === undefined || found.text.length !== words.length || found.end) return null;
  const { start } = found;
  if (
    !start.isCertain('day') &&
    !start.isCertain('weekday') &&
    !start.isCertain('month') &&
    !start.isCertain('year')
  ) {
    return null;
  }
  const [ofYear, ofMonth, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (ofYear === null || ofMonth === null || day === null) return null;
  return oneDay(new Temporal.PlainDate(ofYear, ofMonth, day));
}

const READERS: readonly Reader[] = [edge, quarter, month, year, unit, weekday, dateInMonth, anyDate];

function oneDay(date: Temporal.PlainDate): Period {
  return { first: date, last: date };
}

/** @param from the first month, 1 to 12; beyond that it runs into the next year */
function monthsFrom(ofYear: number, from: number, count: number): Period {
  const first = new Temporal.PlainDate(ofYear, 1, 1).add({ months: from - 1 });
  return { first, last: first.add({ months: count }).subtract({ days: 1 }) };
}

/** The period in the year that was said; unsaid, in the first year in which it is not over, or not begun for "next". */
function inYear(
  said: string | undefined,
  today: Temporal.PlainDate,
  next: boolean,
  of: (ofYear: number) => Period,
): Period {
  if (said === 'this year') return of(today.year);
  if (said === 'next year') return of(today.year + 1);
  if (said !== undefined) return of(Number(said));
  const period = of(today.year);
  const ahead = Temporal.PlainDate.compare(next ? period.first : period.last, today);
  return ahead > 0 || (ahead === 0 && !next) ? period : of(today.year + 1);
}
