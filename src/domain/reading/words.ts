import { isWeekday, MONDAY_TO_FRIDAY, WEEKDAYS, type Weekday } from '../weekday';
import { defineGrammar, type Tree } from './tree';

/** The words that all grammars share: days, months, numbers, lengths and times of day. */

export const WORDS = defineGrammar(String.raw`
  Words {
    w<words> = words ~(letter | digit)

    weekday = w<("mondays" | "monday" | "mon" | "mo" | "tuesdays" | "tuesday" | "tues" | "tue" | "tu"
      | "wednesdays" | "wednesday" | "weds" | "wed" | "we" | "thursdays" | "thursday" | "thurs" | "thur" | "thu" | "th"
      | "fridays" | "friday" | "fri" | "fr" | "saturdays" | "saturday" | "sat" | "sa" | "sundays" | "sunday" | "sun" | "su")>
    month = w<("january" | "jan" | "february" | "feb" | "march" | "mar" | "april" | "apr" | "may" | "june" | "jun"
      | "july" | "jul" | "august" | "aug" | "september" | "sept" | "sep" | "october" | "oct" | "november" | "nov"
      | "december" | "dec")>

    number = w<("one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven"
      | "twelve" | shortNumber)>
    shortNumber = digit digit? digit?
    century = "19" | "20" | "21"
    fourDigits = digit digit digit digit
    inCentury = century digit digit
    year = w<inCentury>
    nthDigits = digit digit? ("st" | "nd" | "rd" | "th")
    nth = w<(nthDigits | "first" | "second" | "third" | "fourth" | "fifth")>
    last = w<("last" | "final")>

    the = w<"the">
    a = w<("an" | "a")>
    of = w<("of" | "in")>
    on = w<"on">
    every = w<("every" | "each")>
    other = w<("other" | "alternate")>
    also = lastOfMany | w<("and" | "plus")> | "," | ";" | "&" | "+" | "/"
    lastOfMany = ("," | ";") space* w<"and">
    through = w<("through" | "thru" | "until" | "till" | "to")> | "-"

    day = w<("days" | "day")>
    week = w<("weeks" | "week")>
    fortnight = w<("fortnights" | "fortnight")>
    months = w<("months" | "month")>
    quarter = w<("quarters" | "quarter")>
    years = w<("years" | "year")>
    hour = w<("hours" | "hour" | "hrs" | "hr" | "h")>
    minute = w<("minutes" | "minute" | "mins" | "min" | "m")>
    shortHours = shortNumber ("hours" | "hour" | "hrs" | "hr" | "h") ~(letter | digit)
    shortMinutes = shortNumber ("minutes" | "minute" | "mins" | "min" | "m") ~(letter | digit)

    Weekdays = DaysOfWeek Except? -- some
    DaysOfWeek = Day AndDay*
    AndDay = also? Day
    Day = w<"from">? weekday through weekday -- range
      | weekday
      | workingDay
      | w<("weekends" | "weekend")> -- weekend
    workingDay = ("working" | "work" | "business" | "week") ("-" | space+)? w<("days" | "day")>
    Except = also? w<("except" | "but not" | "without" | "excluding")> w<("on" | "for")>? DaysOfWeek
    Closing = also? w<("please" | "thanks" | "thank you")>

    Days = day | week | fortnight | months | quarter | years
    Count = w<"a"> w<"couple"> w<"of"> -- couple
      | a -- one
      | number
    Length = w<"half"> a years -- halfYear
      | (w<"a"> | w<"one">) years w<"and"> w<"a"> w<"half"> -- yearAndHalf
      | Count Days -- counted

    Time = Part At? (clock | hourName) -- withinPart
      | At? clock Part? -- clock
      | At hourName Part? -- hour
      | hourName Part -- hourOfPart
      | Part
    At = w<"at"> | "@"
    Part = (w<"in"> the)? w<("mornings" | "morning" | "afternoons" | "afternoon" | "evenings" | "evening")> -- day
      | w<"at"> w<"night"> -- night
    hourName = number
    clock = w<("noon" | "midday" | "midnight")> -- named
      | "half" space+ "past" space+ hourName -- halfPast
      | "quarter" space+ "past" space+ hourName -- quarterPast
      | "quarter" space+ "to" space+ hourName -- quarterTo
      | hourName space+ w<("fifteen" | "thirty" | "forty-five" | "forty five")> -- spoken
      | shortNumber (":" | "." | "h") digits (space* half)? ~(letter | digit | "." digit | ":") -- marked
      | shortNumber "h" ~(letter | digit) -- french
      | shortNumber space* half ~(letter | digit) -- half
      | w<fourDigits> ~"-" -- together
      | hourName space* oclock ~(letter | digit) -- oclock
    digits = digit*
    half = ("a" | "p") "."? "m"
    oclock = "o'clock" | "oclock" | "o' clock"
    foreignZone = w<("est" | "edt" | "et" | "cst" | "cdt" | "ct" | "mst" | "mdt" | "pst" | "pdt" | "pt" | "gmt" | "utc"
      | "bst" | "cet" | "cest" | "eet" | "eest" | "ist" | "jst" | "aest" | "aedt" | "sgt" | "msk")>
  }
`);

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NTHS = 'first second third fourth fifth'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** @param tree a `number`, an `nth`, a `year`, or a `Count` */
export function valueOf(tree: Tree): number {
  const { text } = tree;
  const named = NUMBERS.indexOf(text) + 1 || NTHS.indexOf(text) + 1;
  if (named > 0) return named;
  if (/^an?$/.test(text)) return 1;
  return text.startsWith('a couple') ? 2 : Number.parseInt(text, 10);
}

export function weekdayOf({ text }: Tree): Weekday {
  const code = text.slice(0, 2).toUpperCase();
  if (!isWeekday(code)) throw new RangeError(`No weekday: ${text}`);
  return code;
}

/** The weekdays named below a tree, in the order of the week, without those that are excepted; none when the exception is none. */
export function weekdaysOf(tree: Tree): readonly Weekday[] {
  const except = tree.one('Except');
  const excepted = except === null ? [] : daysIn(except);
  const named = daysIn(tree.one('DaysOfWeek') ?? tree);
  const left = WEEKDAYS.filter((day) => named.includes(day) && !excepted.includes(day));
  return excepted.every((day) => named.includes(day)) ? left : [];
}

function daysIn(tree: Tree): readonly Weekday[] {
  return tree.all('Day').flatMap((day) => {
    if (day.has('workingDay')) return MONDAY_TO_FRIDAY;
    if (day.has('Day_weekend')) return ['SA', 'SU'] as const;
    const [first, last] = day.all('weekday').map(weekdayOf);
    if (first === undefined) return [];
    return last === undefined ? [first] : daysFrom(first, last);
  });
}

/** From one to the other, over Sunday where the other comes first. */
function daysFrom(first: Weekday, last: Weekday): readonly Weekday[] {
  const from = WEEKDAYS.indexOf(first);
  const length = ((WEEKDAYS.indexOf(last) - from + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return [...WEEKDAYS, ...WEEKDAYS].slice(from, from + length);
}

/** 1 to 12. */
export function monthOf({ text }: Tree): number {
  return MONTHS.indexOf(text.slice(0, 3)) + 1;
}

/**
 * 'HH:mm' of a `Time`; null when no day has it, as with 25:00. An hour is read on the 24-hour clock unless am, pm or a
 * part of the day says otherwise; a part of the day alone is 9:00, 14:00 or 18:00.
 */
export function timeOf(tree: Tree): string | null {
  const part = partOf(tree.one('Part'));
  const clock = tree.one('clock', 'hourName');
  if (clock === null) return part === null ? null : (ALONE.get(part) ?? null);
  const [hour, minute, half] = readClock(clock);
  const of24 = half === null ? withinPart(hour, part) : onHalf(hour, half);
  return of24 === null || of24 > 23 || minute > 59 ? null : wallClock(of24, minute);
}

export type Half = 'a' | 'p';

/** Hour, minute and half of the day as said; minute 99 where it is no minute. */
export function readClock(clock: Tree): readonly [number, number, Half | null] {
  const { text } = clock;
  const name = clock.one('hourName');
  const said = name === null ? Number.parseInt(text, 10) : valueOf(name);
  const half = /(?<=\d ?)([ap])\.?m$/.exec(text)?.[1];
  const ofHalf = half === 'a' || half === 'p' ? half : null;
  if (/^\d{4}$/.test(text)) return [Number(text.slice(0, 2)), Number(text.slice(2)), null];
  if (/^\d+[:.h]\d/.test(text) || /^\d+:/.test(text)) {
    const minutes = /^\d+[:.h](\d*)/.exec(text)?.[1] ?? '';
    return [said, minutes.length === 2 ? Number(minutes) : NO_MINUTE, ofHalf];
  }
  if (text === 'midnight') return [0, 0, null];
  if (/^(noon|midday)$/.test(text)) return [12, 0, null];
  if (text.startsWith('half past')) return [said, 30, null];
  if (text.startsWith('quarter past')) return [said, 15, null];
  if (text.startsWith('quarter to')) return [(said + 23) % 24, 45, null];
  const spoken = SPOKEN_MINUTES.find(([word]) => text.endsWith(word));
  return clock.rule === 'hourName' ? [valueOf(clock), 0, null] : [said, spoken?.[1] ?? 0, ofHalf];
}

const NO_MINUTE = 99;
const SPOKEN_MINUTES: readonly (readonly [string, number])[] = [
  ['fifteen', 15],
  ['thirty', 30],
  ['five', 45],
];

type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';
const ALONE: ReadonlyMap<PartOfDay, string> = new Map([
  ['morning', '09:00'],
  ['afternoon', '14:00'],
  ['evening', '18:00'],
]);

function partOf(tree: Tree | null): PartOfDay | null {
  const name = /(morning|afternoon|evening|night)s?$/.exec(tree?.text ?? '')?.[1];
  return name === 'morning' || name === 'afternoon' || name === 'evening' || name === 'night' ? name : null;
}

/** "6 in the evening" is 18:00. Twelve at night is midnight, and four at night is before dawn. */
function withinPart(hour: number, part: PartOfDay | null): number {
  if (part === null || hour > 12) return hour;
  if (part === 'morning') return hour % 12;
  if (part === 'night') return hour === 12 || hour < 5 ? hour % 12 : hour + 12;
  return (hour % 12) + 12;
}

/** Null for an hour that no half of a day has. */
export function onHalf(hour: number, half: Half): number | null {
  return hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0);
}

export function wallClock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
