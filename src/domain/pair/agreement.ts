import { dueBetween, nextDue, nextDues, type Cadence } from '../cadence';
import type { Audience } from '../check-in';
import { addDays, daysBetween, localDate, wallTime, weekdayOf } from '../local-time';
import type { Weekday } from '../weekday';

/**
 * What two people agree on, in versions; and what the version in force allows the bot to ask the mentee: a ceiling. Less is
 * one's own choice, more needs both.
 */

/** When the mentee may be asked, by their own clock. */
export interface Hours {
  /** 'HH:mm'; from inclusive, to exclusive, on one day. */
  readonly from: string;
  readonly to: string;
  /** None: every day. */
  readonly days: readonly Weekday[];
}

/** What holds of an agreement while it is in force. */
export interface Bound {
  readonly nudges: Cadence;
  readonly hours: Hours;
  /** The last local date on which it holds, 'YYYY-MM-DD'. */
  readonly until: string;
}

/** What is written into a version. */
export interface Terms extends Bound {
  readonly menteeBrings: string | null;
  readonly mentorBrings: string | null;
  readonly talks: Cadence | null;
  /** Who reads an answer of the mentee, unless they choose otherwise. */
  readonly audience: Audience;
  /** What stays between the two. */
  readonly between: string | null;
  /** Whether a coordinator may hear that the two could use help. */
  readonly mayHear: boolean;
}

export interface Agreement extends Terms {
  readonly id: string;
  readonly mentorshipId: string;
  /** From 1. */
  readonly version: number;
  readonly draftedById: string;
  readonly draftedAt: Date;
  readonly signedBy: readonly string[];
  /** Since when it holds: both have signed; null before. A newer version in force takes its place. */
  readonly inForceAt: Date | null;
  /** Who would complete the mentorship, while the other has not said so. */
  readonly completeById: string | null;
}

/** At most so many characters in each of its texts. */
export const AGREED_TEXT_LIMIT = 300;

export type TermName = keyof Terms;

const TERM_NAMES = [
  'menteeBrings',
  'mentorBrings',
  'nudges',
  'talks',
  'hours',
  'audience',
  'between',
  'mayHear',
  'until',
] as const satisfies readonly TermName[];

/** Which terms a version changes of another. */
export function changedTerms(before: Terms, after: Terms): readonly TermName[] {
  return TERM_NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** The newest version, which is the one to sign; and the newest that both have signed, which holds. */
export interface Standing {
  readonly newest: Agreement;
  readonly inForce: Agreement | null;
}

/** @param versions of one mentorship; null where there are none */
export function standingOf(versions: readonly Agreement[]): Standing | null {
  const [newest, ...older] = versions.toSorted((one, other) => other.version - one.version);
  if (newest === undefined) return null;
  return { newest, inForce: [newest, ...older].find(({ inForceAt }) => inForceAt !== null) ?? null };
}

/** What the mentorships of a mentee allow. */
export interface Agreed {
  /** One for each that runs; null where nothing is agreed in it. */
  readonly bounds: readonly (Bound | null)[];
  /** The local date on which the bot last asked of its own accord, 'YYYY-MM-DD'. */
  readonly lastAsked: string | null;
}

export type AgreementHold =
  /** Every mentorship of the person has an agreement that is over. `on`: the last day of the last. */
  | { readonly kind: 'agreement_over'; readonly on: string }
  /** The agreed rhythm allows the next question on `from`; null where it allows none. */
  | { readonly kind: 'agreed_rhythm'; readonly from: string | null }
  | { readonly kind: 'agreed_hours' };

/** The last date on which somebody may be asked; null where none is set, as in one mentorship nothing is agreed. */
export function lastDay({ bounds }: Agreed): string | null {
  const ends = bounds.map((bound) => bound?.until ?? null);
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}

/** The agreements that hold on this date. Each of them binds: the narrowest hours, the slowest rhythm. */
export function boundsOn({ bounds }: Agreed, date: string): Bound[] {
  return bounds.filter((bound) => bound !== null).filter(({ until }) => date <= until);
}

/** Why the agreements allow no question on this local date; null where they do. */
export function heldByAgreement(agreed: Agreed, date: string): AgreementHold | null {
  const on = lastDay(agreed);
  if (on !== null && date > on) return { kind: 'agreement_over', on };
  for (const { nudges, hours } of boundsOn(agreed, date)) {
    if (!isOnADay(hours, date)) return { kind: 'agreed_hours' };
    if (agreed.lastAsked === null) continue;
    const from = nextAllowed(nudges, agreed.lastAsked);
    if (from === null || date < from) return { kind: 'agreed_rhythm', from };
  }
  return null;
}

function isOnADay({ days }: Hours, date: string): boolean {
  return days.length === 0 || days.includes(weekdayOf(date));
}

/**
 * The ceiling of an agreed rhythm: at most one question from one of its dates to the next, on whichever day in between.
 *
 * @returns the first date on which one may follow another; null where the rhythm has no date any more
 */
function nextAllowed(agreed: Cadence, lastAsked: string): string | null {
  const due = nextDue(agreed, 'UTC', new Date(wallTime(addDays(lastAsked, 1), '00:00') - 1));
  return due === null ? null : localDate(due, 'UTC');
}

/** Long enough for any rhythm to show how often it asks. */
const COMPARED_OVER = 400;

/** Whether a rhythm, from this date on, would ask more often than another allows. @param from 'YYYY-MM-DD' */
export function isMoreOften(own: Cadence, agreed: Cadence, from: string): boolean {
  const [first = from] = [from, agreed.start.slice(0, 10)].toSorted().reverse();
  const [begins, ends] = [first, addDays(first, COMPARED_OVER)].map(
    (date) => new Date(wallTime(date, '00:00')),
  );
  if (begins === undefined || ends === undefined) return false;
  let last: string | null = null;
  for (const { due } of dueBetween(own, 'UTC', begins, ends)) {
    const date = localDate(due, 'UTC');
    const allowed: string | null = last === null ? date : nextAllowed(agreed, last);
    if (allowed === null || date < allowed) return true;
    last = date;
  }
  return false;
}

/** The first of these rhythms that is more often than none of them; null where they cannot be compared. */
export function slowestOf(rhythms: readonly Cadence[], from: string): Cadence | null {
  return rhythms.find((one) => rhythms.every((other) => !isMoreOften(one, other, from))) ?? null;
}

/** Whether there is a time that all of these hours have. */
export function haveCommonHours(all: readonly Hours[]): boolean {
  const from =
    all
      .map((hours) => hours.from)
      .toSorted()
      .at(-1) ?? '';
  const [to = ''] = all.map((hours) => hours.to).toSorted();
  const days = all.flatMap((hours) => (hours.days.length === 0 ? [] : [hours.days]));
  const [some = [], ...others] = days;
  const isADay = days.length === 0 || some.some((day) => others.every((other) => other.includes(day)));
  return from < to && isADay;
}

/** When people sleep who have set no quiet hours. */
const NIGHT = { from: '22:00', to: '06:00' };

/** Whether all of these hours are night for somebody, or quiet. @param quiet their own quiet hours, where they have any */
export function isAllNight(
  { from, to }: Hours,
  quiet: { readonly from: string; readonly to: string } | null,
) {
  const night = quiet ?? NIGHT;
  return night.from <= night.to ? from >= night.from && to <= night.to : from >= night.from || to <= night.to;
}

/** So many dates of a rhythm show whether its days are those of the hours. */
const DATES_LOOKED_AT = 40;

/** Whether the agreed rhythm ever asks within the agreed hours, at its time or when they begin. */
export function asksWithin({ nudges, hours }: Bound, from: string): boolean {
  const dues = nextDues(nudges, 'UTC', new Date(wallTime(from, '00:00')), DATES_LOOKED_AT);
  return nudges.start.slice(11) < hours.to && dues.some((due) => isOnADay(hours, localDate(due, 'UTC')));
}

const DAYS_BEFORE_END = 21;
/** A request to sign that nobody answered is made again after so many days, once. */
export const SIGN_AGAIN_AFTER = 3 * 24 * 60 * 60 * 1000;

/** The date on which the two are asked what comes after: three weeks before the end, or halfway where it is nearer. */
export function asksForMoreOn(today: string, until: string): string {
  return addDays(until, -Math.min(DAYS_BEFORE_END, Math.floor(daysBetween(today, until) / 2)));
}

/** What the bot may refuse about agreements. */
export type AgreementRefusal =
  | { readonly code: 'agreement_ends_too_early'; readonly until: string }
  | { readonly code: 'agreed_hours_backwards'; readonly from: string; readonly to: string }
  | {
      readonly code: 'agreed_hours_at_night';
      readonly from: string;
      readonly to: string;
      readonly who: string;
    }
  | { readonly code: 'agreed_hours_never_asked'; readonly nudges: Cadence; readonly hours: Hours }
  /** `who`: with whom other hours are agreed; null for somebody who is not to know. */
  | { readonly code: 'agreed_hours_apart'; readonly hours: Hours; readonly who: readonly string[] | null }
  | { readonly code: 'agreement_overtaken'; readonly who: string; readonly version: number }
  | { readonly code: 'more_than_agreed'; readonly agreed: Cadence }
  | { readonly code: 'after_the_agreement'; readonly until: string }
  | { readonly code: 'nobody_to_agree_with'; readonly who: string | null };
