import { RRuleTemporal } from 'rrule-temporal';
import {
  dateOf,
  hasClockChange,
  localText,
  momentOf,
  wallTime,
  wallTimeOf,
  type LocalMoment,
  type WallTime,
} from './local-time';
import { memo } from './memo';
import {
  intervalOf,
  isMoreThanDaily,
  readRule,
  readRules,
  withInterval,
  writeRules,
} from './recurrence-rule';

/**
 * A rhythm: RFC 5545 recurrence rules and a local start. It has no zone: it follows the person who moves.
 *
 * `rule`, such as 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', carries no DTSTART. An UNTIL in it is a local time. Several rules,
 * one a line, fall due on the days of each.
 * `start`, 'YYYY-MM-DDTHH:mm', anchors the intervals and gives the wall time.
 */
export interface Cadence {
  readonly rule: string;
  readonly start: string;
}

export type CadenceProblem = 'bad_rule' | 'too_often' | 'never_fires';

export interface Due {
  readonly due: Date;
  /** Such as '2027-03-14T03:00:00-04:00[America/New_York]'. */
  readonly local: string;
  /** The stated wall time did not exist on that day. */
  readonly shifted: boolean;
  /** The clocks change on that local day. */
  readonly clockChange: boolean;
}

const START = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * The recurrence runs on the calendar alone, with UTC standing in for a clock that never changes; each date becomes an
 * instant afterwards. A library that recurs through a zone drops the dates whose wall time falls in a gap.
 */
const calendarOf = memo(2_000, (rule: string, start: string) => {
  if (readRule(rule) === null || !START.test(start))
    throw new RangeError(`Not a cadence: ${rule} from ${start}`);
  try {
    return new RRuleTemporal({ rruleString: `DTSTART:${start.replace(/[-:]/g, '')}00Z\nRRULE:${rule}` });
  } catch (error) {
    throw new RangeError(`Not a cadence: ${rule} from ${start}`, { cause: error });
  }
});

function calendarsOf({ rule, start }: Cadence): readonly RRuleTemporal[] {
  return rule.split('\n').map((one) => calendarOf(one, start));
}

function isCadence(cadence: Cadence): boolean {
  try {
    calendarsOf(cadence);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The next wall time of any of the rules strictly after another; null when there is none. */
function nextWall(calendars: readonly RRuleTemporal[], after: WallTime): WallTime | null {
  const [only, ...more] = calendars;
  if (only !== undefined && more.length === 0) return nextOf(only, after);
  const walls = calendars.map((calendar) => nextOf(calendar, after)).filter((wall) => wall !== null);
  return walls.length === 0 ? null : Math.min(...walls);
}

function nextOf(calendar: RRuleTemporal, after: WallTime): WallTime | null {
  try {
    return calendar.next(new Date(after))?.epochMilliseconds ?? null;
  } catch (error) {
    // How the library says that a rule such as 31 February matches nothing: there is no error class for it.
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return null;
    throw error;
  }
}

function* momentsAfter(cadence: Cadence, zone: string, after: Date): Generator<LocalMoment> {
  const calendars = calendarsOf(cadence);
  let wall: WallTime | null = wallTimeOf(after, zone);
  for (;;) {
    wall = nextWall(calendars, wall);
    if (wall === null) return;
    const moment = momentOf(wall, zone);
    if (moment !== null && moment.at > after) yield moment;
  }
}

/**
 * The first due instant strictly after `after`; null when the rule never fires again.
 *
 * One instant for each date of the rule, on that local date, at the wall time where it exists; `momentOf` says what
 * happens where it does not.
 *
 * @throws RangeError when the cadence is one that `checkCadence` calls a bad rule, or the zone is unknown
 */
export function nextDue(cadence: Cadence, zone: string, after: Date): Date | null {
  for (const moment of momentsAfter(cadence, zone, after)) return moment.at;
  return null;
}

/** The next due instants strictly after `after`, at most so many. Throws as `nextDue` does. */
export function nextDues(cadence: Cadence, zone: string, after: Date, most: number): readonly Date[] {
  const dues: Date[] = [];
  for (const { at } of momentsAfter(cadence, zone, after)) {
    dues.push(at);
    if (dues.length === most) break;
  }
  return dues;
}

/** Every due instant with `from` ≤ due < `to`, in order. Throws as `nextDue` does. */
export function* dueBetween(cadence: Cadence, zone: string, from: Date, to: Date): Generator<Due> {
  for (const { at, shifted } of momentsAfter(cadence, zone, new Date(from.getTime() - 1))) {
    if (at >= to) return;
    const local = localText(at, zone);
    yield { due: at, local, shifted, clockChange: hasClockChange(local.slice(0, 10), zone) };
  }
}

/** What stands in the way of using a cadence; null when nothing does. */
export function checkCadence(cadence: Cadence, zone: string, now: Date): CadenceProblem | null {
  const rules = readRules(cadence.rule);
  if (rules === null || !isCadence(cadence)) return 'bad_rule';
  if (rules.some(isMoreThanDaily)) return 'too_often';
  return nextDue(cadence, zone, now) === null ? 'never_fires' : null;
}

/**
 * The first local date on or after `from` that one of the rules names, as if their intervals were 1: "every other
 * Monday" begins on the next Monday. Null when none of them ever fires.
 *
 * @param from 'YYYY-MM-DD'
 */
function firstDate(rule: string, from: string): string | null {
  const eachTime = changeIntervals(rule, () => 1);
  const wall = nextWall(calendarsOf({ rule: eachTime, start: `${from}T00:00` }), wallTime(from, '00:00') - 1);
  return wall === null ? null : dateOf(wall);
}

/** The cadence of these rules that counts from the first matching date on or after `from`; null when it never fires. */
export function startingFrom(rule: string, time: string, from: string): Cadence | null {
  const date = firstDate(rule, from);
  return date === null ? null : { rule, start: `${date}T${time}` };
}

/** The same rhythm at half the pace: every week becomes every 2 weeks. Counts from the same start. */
export function halveCadence({ rule, start }: Cadence): Cadence {
  return { rule: changeIntervals(rule, (interval) => interval * 2), start };
}

/** The same rhythm at twice the pace; null when an interval is odd. */
export function doubleCadence({ rule, start }: Cadence): Cadence | null {
  const isOdd = (readRules(rule) ?? []).some((parts) => intervalOf(parts) % 2 === 1);
  return isOdd ? null : { rule: changeIntervals(rule, (interval) => interval / 2), start };
}

/** @throws RangeError when the rule is none */
function changeIntervals(rule: string, change: (interval: number) => number): string {
  const rules = readRules(rule);
  if (rules === null) throw new RangeError(`Not a recurrence rule: ${rule}`);
  return writeRules(rules.map((parts) => withInterval(parts, change(intervalOf(parts)))));
}
