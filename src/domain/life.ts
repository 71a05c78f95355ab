import type { Absence } from './absence';
import { holidayOn, type HolidayPlace } from './holidays';
import { instantAt, localClock, localDate, weekdayOf } from './local-time';
import { boundsOn, heldByAgreement, type Agreed, type AgreementHold } from './pair/agreement';
import type { Weekday } from './weekday';

/** What a nudge has to fit into. */
export interface Life {
  /** IANA name. Every local date and time below is read in it. */
  readonly zone: string;
  readonly workingDays: readonly Weekday[];
  /** 'HH:mm', from inclusive, to exclusive; may run over midnight. Equal ends are no quiet hours. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  readonly holidays: HolidayPlace | null;
  readonly absences: readonly Absence[];
  /** Slack's do-not-disturb that covers the present or comes next; from inclusive, to exclusive. */
  readonly dnd: { readonly from: Date; readonly to: Date } | null;
  /** What their mentorships allow; left out, nothing is agreed. */
  readonly agreed?: Agreed;
}

export type HoldReason =
  | { readonly kind: 'paused' }
  /** `until`: the last day away, 'YYYY-MM-DD'. */
  | { readonly kind: 'away'; readonly until: string }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'not_a_working_day' }
  | { readonly kind: 'over_budget'; readonly limit: number }
  | { readonly kind: 'quiet_hours' }
  | { readonly kind: 'do_not_disturb' }
  | AgreementHold;

export type VoidReason =
  /** `hours`: whole hours between due and now. */
  | { readonly kind: 'late'; readonly hours: number }
  /** The next nudge of the same cadence is nearer than this one, which is late. */
  | { readonly kind: 'superseded' };

/** A held nudge is not sent and not missed. A postponed one is decided anew at `at`, with the same `due`. */
export type NudgeDecision =
  | { readonly kind: 'ask'; readonly at: Date }
  | { readonly kind: 'postpone'; readonly at: Date; readonly reason: Disturbance['kind'] }
  | { readonly kind: 'hold'; readonly reason: HoldReason }
  | { readonly kind: 'void'; readonly reason: VoidReason };

export interface NudgeFacts {
  readonly due: Date;
  readonly now: Date;
  readonly life: Life;
  readonly paused: boolean;
  /** Nudges the person got in the present local week, whatever they were about. */
  readonly sentThisWeek: number;
  readonly weeklyBudget: number;
  /** When the same cadence is due next. */
  readonly nextDue: Date | null;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Outage amnesty. */
const LATEST = 12 * HOUR;

/**
 * What becomes of a nudge, now. The first that applies: void when more than 12 hours late or superseded; held when
 * paused, away, on a holiday, on no working day, over the week's budget or more than agreed; postponed to the end of quiet
 * hours or do-not-disturb or to the beginning of the agreed hours, or held when that is not on the same local day; asked.
 */
export function decideNudge(facts: NudgeFacts): NudgeDecision {
  const { due, now, life } = facts;
  const late = now.getTime() - due.getTime();
  if (late > LATEST) return { kind: 'void', reason: { kind: 'late', hours: Math.floor(late / HOUR) } };
  if (isSuperseded(facts, late)) return { kind: 'void', reason: { kind: 'superseded' } };
  const at = late > 0 ? now : due;
  const reason = holdOf(facts, at);
  return reason === null ? decideMoment(at, due, life) : { kind: 'hold', reason };
}

function isSuperseded({ now, nextDue }: NudgeFacts, late: number): boolean {
  return late > 0 && nextDue !== null && nextDue.getTime() - now.getTime() < late;
}

function holdOf({ due, life, paused, sentThisWeek, weeklyBudget }: NudgeFacts, at: Date): HoldReason | null {
  if (paused) return { kind: 'paused' };
  // A late nudge may be sent on the day after the one it was due on: neither may be a day off.
  const instants = at > due ? [due, at] : [due];
  const dates = new Set(instants.map((instant) => localDate(instant, life.zone)));
  for (const date of dates) {
    const until = lastDayAway(life.absences, date);
    if (until !== null) return { kind: 'away', until };
  }
  for (const date of dates) {
    const name = life.holidays === null ? null : holidayOn(life.holidays, date);
    if (name !== null) return { kind: 'holiday', name };
  }
  for (const date of dates) {
    if (!life.workingDays.includes(weekdayOf(date))) return { kind: 'not_a_working_day' };
  }
  if (sentThisWeek >= weeklyBudget) return { kind: 'over_budget', limit: weeklyBudget };
  return life.agreed === undefined ? null : heldByAgreement(life.agreed, localDate(at, life.zone));
}

function lastDayAway(absences: readonly Absence[], date: string): string | null {
  let until: string | null = null;
  for (const { from, to } of absences) {
    if (from <= date && date <= to && (until === null || to > until)) until = to;
  }
  return until;
}

interface Disturbance {
  readonly kind: 'quiet_hours' | 'do_not_disturb' | 'agreed_hours';
  readonly until: Date | null;
}

function decideMoment(from: Date, due: Date, life: Life): NudgeDecision {
  let at = from;
  let reason: Disturbance['kind'] | null = null;
  // Quiet hours may end within do-not-disturb, and the reverse.
  for (;;) {
    const disturbance = quietAt(at, life) ?? dndAt(at, life) ?? outsideHoursAt(at, life);
    if (disturbance === null) return reason === null ? { kind: 'ask', at } : { kind: 'postpone', at, reason };
    const { kind, until } = disturbance;
    const endsToday = until !== null && localDate(until, life.zone) === localDate(from, life.zone);
    if (!endsToday || until.getTime() - due.getTime() > LATEST) return { kind: 'hold', reason: { kind } };
    reason ??= kind;
    at = until;
  }
}

function quietAt(at: Date, { quietHours, zone }: Life): Disturbance | null {
  return quietHours === null ? null : within(quietHours, at, zone, 'quiet_hours');
}

/** Outside the hours that are agreed, of several the narrowest. */
function outsideHoursAt(at: Date, { agreed, zone }: Life): Disturbance | null {
  const bounds = agreed === undefined ? [] : boundsOn(agreed, localDate(at, zone));
  for (const { hours } of bounds) {
    const outside = within({ from: hours.to, to: hours.from }, at, zone, 'agreed_hours');
    if (outside !== null) return outside;
  }
  return null;
}

function within(
  { from, to }: { readonly from: string; readonly to: string },
  at: Date,
  zone: string,
  kind: Disturbance['kind'],
): Disturbance | null {
  const wall = localClock(at, zone);
  const isQuiet = from <= to ? from <= wall && wall < to : wall >= from || wall < to;
  if (!isQuiet) return null;
  if (wall >= to) return { kind, until: null };
  const until = instantAt(localDate(at, zone), to, zone);
  // In the second run of an hour that is lived twice, the first end of the quiet hours is over.
  const isOver = until !== null && until <= at;
  return { kind, until: isOver ? new Date(at.getTime() + minutesBetween(wall, to)) : until };
}

function dndAt(at: Date, { dnd }: Life): Disturbance | null {
  return dnd !== null && dnd.from <= at && at < dnd.to ? { kind: 'do_not_disturb', until: dnd.to } : null;
}

/** In milliseconds. */
function minutesBetween(from: string, to: string): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (minutes(to) - minutes(from)) * MINUTE;
}
