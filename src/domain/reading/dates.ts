import { easter } from 'date-easter';
import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS } from '../weekday';
import {
  checkedMonth,
  currentUnit,
  exactDate,
  mondayOf,
  monthsFrom,
  nextDate,
  nextDayOfMonth,
  oneDay,
  type Period,
} from './calendar';
import type { Half } from './half';
import type { Tree } from './tree';
import { monthOf, valueOf, weekdayOf } from './words';

/** The run of days that a date, a month, a season and the like name. */

export interface DateContext {
  readonly today: Temporal.PlainDate;
  /** Whether 7/8 is the 7th of August. A dot is day first everywhere. */
  readonly dayFirst: boolean;
  /** Whose seasons are meant; null where the year has others. */
  readonly half: Half | null;
}

/** The person's own order of day and month first; the other where that names no day. */
export function inEitherOrder<Value>(
  context: DateContext,
  read: (context: DateContext) => Value | null,
): Value | null {
  return read(context) ?? read({ ...context, dayFirst: !context.dayFirst });
}

/** @param tree a `Period`, or what one is made of; null when it names no day that there is, such as 31 June */
export function periodOf(tree: Tree, context: DateContext): Period | null {
  try {
    const named = /^(Named|Lasting|IsoEnd)$/.test(tree.rule) ? tree : only(tree, 'Named', 'Lasting');
    return readNamed(named.rule === 'Lasting' ? named : named.parts[0], context);
  } catch (error) {
    // How Temporal refuses a day that a month does not have.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function only(tree: Tree, ...rules: readonly string[]): Tree {
  const found = tree.one(...rules);
  if (found === null) throw new TypeError(`A ${tree.rule} without ${rules.join(' or ')}`);
  return found;
}

type Reader = (tree: Tree, context: DateContext) => Period;

const READERS: Readonly<Record<string, Reader>> = {
  Edge: edge,
  Relative: relative,
  iso: (tree) => oneDay(Temporal.PlainDate.from(tree.text.replaceAll('/', '-'))),
  numeric,
  WeekdayAndDate: weekdayAndDate,
  DayOfMonth: dayOfMonth,
  Quarter: quarter,
  HalfYear: (tree, context) => {
    const half = /1|first/.test(tree.text.replace(/\d{4}/, '')) ? 1 : 7;
    return inYear(tree, context, (year) => monthsFrom(year, half, 6));
  },
  Season: season,
  Feast: feast,
  Month: month,
  Unit: unit,
  Bare: unit,
  WeekdayOfWeek: weekdayOfWeek,
  Weekday: (tree, { today }) => oneDay(today.add({ days: daysUntil(tree, today) || 7 })),
  NthOfMonth: nthOfMonth,
  nth: dateInMonth,
  Lasting: lasting,
  Year: (tree) => monthsFrom(valueOf(only(tree, 'year')), 1, 12),
};

function readNamed(named: Tree | undefined, context: DateContext): Period {
  const reader = named === undefined ? undefined : READERS[named.rule];
  if (named === undefined || reader === undefined)
    throw new TypeError(`Nothing reads a ${named?.rule ?? 'date'}`);
  return reader(named, context);
}

const SHORT_EDGES: Readonly<Record<string, string>> = {
  eoy: 'year',
  eom: 'month',
  eoq: 'quarter',
  eow: 'week',
};

function edge(tree: Tree, context: DateContext): Period {
  const kind = tree.parts[0]?.rule ?? '';
  if (kind === 'Edge_short') return oneDay(currentUnit(SHORT_EDGES[tree.text] ?? '', context.today).last);
  const inside = tree.one('Within');
  const { first, last } =
    inside === null
      ? currentUnit(/year|month|quarter/.exec(tree.text)?.[0] ?? '', context.today)
      : readNamed(inside.parts[0], context);
  const days = first.until(last).days;
  switch (kind) {
    case 'Edge_start':
      return oneDay(first);
    case 'Edge_middle':
      return oneDay(first.add({ days: Math.floor(days / 2) }));
    case 'Edge_early':
      return { first, last: first.add({ days: Math.floor(days / 3) - 1 }) };
    case 'Edge_late':
      return { first: last.subtract({ days: Math.floor(days / 3) }), last };
    default:
      return oneDay(last);
  }
}

const FROM_TODAY: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

function relative({ text }: Tree, { today }: DateContext): Period {
  return oneDay(today.add({ days: FROM_TODAY[text] ?? 2 }));
}

function numeric(tree: Tree, { today, dayFirst }: DateContext): Period {
  const [one, other] = tree.all('shortDay').map(({ text }) => Number(text));
  const year = tree.one('numericYear');
  const isDayFirst = tree.text.includes('.') || dayFirst;
  const [day = 0, ofMonth = 0] = isDayFirst ? [one, other] : [other, one];
  if (year === null) return nextDate(ofMonth, day, today);
  return oneDay(exactDate(Number(year.text.padStart(4, '20')), ofMonth, day));
}

/** A weekday and a date that do not agree name no day. */
function weekdayAndDate(tree: Tree, context: DateContext): Period {
  const date = only(tree, 'iso', 'numeric', 'DayOfMonth', 'nth');
  const period = readNamed(date, context);
  if (daysUntil(tree, period.first) !== 0) throw new RangeError(`Not on that day: ${tree.text}`);
  return period;
}

function dayOfMonth(tree: Tree, { today }: DateContext): Period {
  const day = Number.parseInt(only(tree, 'dayNumber').text, 10) || valueOf(only(tree, 'nth'));
  const ofMonth = monthOf(only(tree, 'month'));
  const year = yearSaid(tree, today);
  return year === null ? nextDate(ofMonth, day, today) : oneDay(exactDate(year, ofMonth, day));
}

function quarter(tree: Tree, context: DateContext): Period {
  const nth = tree.one('nth');
  const digit = /q([1-4])/.exec(tree.text)?.[1];
  const number = digit === undefined ? (nth === null ? 4 : valueOf(nth)) : Number(digit);
  if (number > 4) throw new RangeError(`No quarter: ${tree.text}`);
  return inYear(tree, context, (year) => monthsFrom(year, number * 3 - 2, 3));
}

/** Meteorological seasons of the northern half: spring is March to May. In the south it is September to November. */
const SEASON_BEGINS: readonly (readonly [string, number])[] = [
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
];

function season(tree: Tree, context: DateContext): Period {
  if (context.half === null) throw new RangeError(`No such season here: ${tree.text}`);
  const north = SEASON_BEGINS.find(([name]) => tree.text.includes(name))?.[1] ?? 0;
  const from = context.half === 'north' ? north : ((north + 5) % 12) + 1;
  const of = (year: number): Period => monthsFrom(year, from, 3);
  // In January it is this winter still, in the south this summer, and it began last year.
  const lastYears = of(context.today.year - 1);
  const isAny = !tree.has('OfYear', 'Which') || /^this\b/.test(tree.text);
  const isNow = isAny && Temporal.PlainDate.compare(lastYears.last, context.today) >= 0;
  return isNow ? lastYears : inYear(tree, context, of);
}

function feast(tree: Tree, context: DateContext): Period {
  return inYear(tree, context, (year) => {
    if (tree.text.includes('easter')) return oneDay(Temporal.PlainDate.from({ ...easter(year) }));
    if (tree.text.includes('new year')) return oneDay(exactDate(year, ...newYear(tree.text)));
    return oneDay(exactDate(year, 12, tree.text.includes('eve') ? 24 : 25));
  });
}

function newYear(text: string): [number, number] {
  return text.includes('eve') ? [12, 31] : [1, 1];
}

function month(tree: Tree, context: DateContext): Period {
  const iso = tree.one('isoMonth');
  if (iso !== null)
    return monthsFrom(Number(iso.text.slice(0, 4)), checkedMonth(Number(iso.text.slice(5))), 1);
  return inYear(tree, context, (year) => monthsFrom(year, monthOf(only(tree, 'month')), 1));
}

/** "This week", "next month", and "week" as in "the end of the week". Weeks are Monday to Sunday. */
function unit(tree: Tree, { today }: DateContext): Period {
  const name = /day|weekend|week|month|quarter|year/.exec(
    tree.text.replace(/^(this|next|last|coming) /, ''),
  )?.[0];
  return currentUnit(name ?? '', today, ahead(tree));
}

function ahead(tree: Tree): number {
  const which = tree.one('Which')?.text;
  return which === 'next' ? 1 : which === 'last' ? -1 : 0;
}

/** "This Friday" said on a Friday is today; "next Friday" is the Friday of next week. */
function weekdayOfWeek(tree: Tree, { today }: DateContext): Period {
  const which = tree.one('Which')?.text;
  const isOfWeek = tree.has('week') || which === 'next' || which === 'last';
  if (!isOfWeek) return oneDay(today.add({ days: daysUntil(tree, today) }));
  const monday = mondayOf(today).add({ weeks: ahead(tree) });
  return oneDay(monday.add({ days: daysUntil(tree, monday) }));
}

/** Days from a date to the weekday in the words: 0 to 6. */
function daysUntil(tree: Tree, from: Temporal.PlainDate): number {
  return (WEEKDAYS.indexOf(weekdayOf(only(tree, 'weekday'))) + 1 - from.dayOfWeek + 7) % 7;
}

function nthOfMonth(tree: Tree, context: DateContext): Period {
  const nth = tree.one('nth');
  if (nth === null) {
    return oneDay(readNamed(only(tree, 'Month', 'Bare'), context).last);
  }
  const { first } = currentUnit('month', context.today, ahead(tree));
  return oneDay(exactDate(first.year, first.month, valueOf(nth)));
}

/** "The 15th": of this month, or of the next month that has such a date. */
function dateInMonth(tree: Tree, { today }: DateContext): Period {
  return nextDayOfMonth(valueOf(tree), today);
}

/** "In 6 months" said on 31 August is the last day of February. */
function lasting(tree: Tree, { today }: DateContext): Period {
  const length = lengthOf(only(tree, 'Length'));
  return oneDay(tree.text.endsWith('ago') ? today.subtract(length) : today.add(length));
}

/** @param tree a `Length`: "two weeks", "half a year" */
export function lengthOf(tree: Tree): Temporal.Duration {
  if (tree.text.startsWith('half')) return Temporal.Duration.from({ months: 6 });
  if (tree.text.endsWith('half')) return Temporal.Duration.from({ months: 18 });
  const count = valueOf(only(tree, 'Count'));
  switch (only(tree, 'Days').parts[0]?.rule) {
    case 'day':
      return Temporal.Duration.from({ days: count });
    case 'week':
      return Temporal.Duration.from({ weeks: count });
    case 'fortnight':
      return Temporal.Duration.from({ weeks: count * 2 });
    case 'quarter':
      return Temporal.Duration.from({ months: count * 3 });
    case 'years':
      return Temporal.Duration.from({ years: count });
    default:
      return Temporal.Duration.from({ months: count });
  }
}

function yearSaid(tree: Tree, today: Temporal.PlainDate): number | null {
  const ofYear = tree.one('OfYear', 'year');
  if (ofYear === null) return null;
  const year = ofYear.rule === 'year' ? ofYear : ofYear.one('year');
  return year === null ? today.year + ahead(ofYear) : valueOf(year);
}

/** The period in the year that was said; unsaid, in the first year in which it is not over, or not begun for "next". */
function inYear(tree: Tree, { today }: DateContext, of: (year: number) => Period): Period {
  const said = yearSaid(tree, today);
  if (said !== null) return of(said);
  const which = tree.one('Which')?.text;
  const now = of(today.year);
  const end = Temporal.PlainDate.compare(which === 'next' ? now.first : now.last, today);
  if (which === 'last') return end < 0 ? now : of(today.year - 1);
  return end > 0 || (end === 0 && which !== 'next') ? now : of(today.year + 1);
}
