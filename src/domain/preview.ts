import { dueBetween, type Cadence, type Due } from './cadence';
import { decideNudge, type HoldReason, type Life } from './life';
import { addDays, localDate, weekdayOf } from './local-time';
import { WEEKDAYS } from './weekday';

/** Every nudge to come, by the rules that the sweep follows. */

export interface PreviewFacts {
  readonly cadence: Cadence;
  readonly life: Life;
  /** from ≤ due < to */
  readonly from: Date;
  readonly to: Date;
  /** Nudges a local week, Monday to Sunday; unlimited when left out. */
  readonly weeklyBudget?: number;
  /** Those sent in the local week of `from`; none when left out. */
  readonly sentThisWeek?: number;
  /** Whether they have paused at that moment; never when left out. */
  readonly isPausedAt?: (due: Date) => boolean;
  /** The last local date on which a nudge may fall, 'YYYY-MM-DD'. */
  readonly endDate?: string;
}

export interface PreviewRow extends Due {
  /** The instant in ISO 8601. */
  readonly utc: string;
  readonly state: 'due' | 'held';
  readonly reason: HoldReason | null;
  /** When the person reads it: after quiet hours, it is later than due. Null when held. */
  readonly sendAt: Date | null;
}

/**
 * Every nudge of the coming time and what will become of it, by the very decision that sends them. Nobody's
 * do-not-disturb is known ahead, and none is assumed.
 */
export function* previewNudges(facts: PreviewFacts): Generator<PreviewRow> {
  const { cadence, from, to, endDate, weeklyBudget = Number.POSITIVE_INFINITY, isPausedAt } = facts;
  let life = { ...facts.life, dnd: null };
  let week = mondayOf(localDate(from, life.zone));
  let sentThisWeek = facts.sentThisWeek ?? 0;
  for (const nudge of dueBetween(cadence, life.zone, from, to)) {
    const date = nudge.local.slice(0, 10);
    if (endDate !== undefined && date > endDate) return;
    const itsWeek = mondayOf(date);
    if (itsWeek !== week) [week, sentThisWeek] = [itsWeek, 0];
    const paused = isPausedAt?.(nudge.due) === true;
    const { reason, sendAt } = outcomeOf(nudge.due, life, sentThisWeek, weeklyBudget, paused);
    if (sendAt !== null) {
      sentThisWeek += 1;
      if (life.agreed) life = { ...life, agreed: { ...life.agreed, lastAsked: date } };
    }
    yield { ...nudge, utc: nudge.due.toISOString(), state: sendAt === null ? 'held' : 'due', reason, sendAt };
  }
}

function outcomeOf(
  due: Date,
  life: Life,
  sentThisWeek: number,
  weeklyBudget: number,
  paused: boolean,
): Pick<PreviewRow, 'reason' | 'sendAt'> {
  const decision = decideNudge({ due, now: due, life, sentThisWeek, weeklyBudget, paused, nextDue: null });
  switch (decision.kind) {
    case 'ask':
    case 'postpone':
      return { reason: null, sendAt: decision.at };
    case 'hold':
      return { reason: decision.reason, sendAt: null };
    case 'void':
      throw new Error('A nudge looked at when it is due is neither late nor superseded');
  }
}

function mondayOf(date: string): string {
  return addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
}
