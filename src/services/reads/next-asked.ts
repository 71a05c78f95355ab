import type { HoldReason } from '../../domain/life';
import type { Member } from '../../domain/member';
import { isPaused, lifeOf, weekStart } from '../../domain/member-life';
import { previewNudges } from '../../domain/preview';
import type { WorkspaceStore } from '../../store';

/** When a person is really asked, by the very decision that sends: not when their rhythm falls due. */

/** So far ahead somebody looks. */
const HORIZON = 400 * 24 * 60 * 60 * 1000;

/**
 * When a person is asked next; null when nothing comes within a year. What falls into a pause, on a day away or off, or
 * beyond the week's budget is passed over.
 */
export async function nextAsked(store: WorkspaceStore, member: Member): Promise<Date | null> {
  const waiting = await store.nudges.nextWaiting(member.id);
  const planned = waiting !== null && !isPaused(member, waiting) ? waiting : null;
  const [byRhythm = null] = (await askedByRhythm(store, member, 1)).dates;
  if (planned === null || byRhythm === null) return planned ?? byRhythm;
  return planned < byRhythm ? planned : byRhythm;
}

export interface AskedDates {
  /** The next moments at which the rhythm asks, at most as many as wanted. */
  readonly dates: readonly Date[];
  /** Why the first of its dates is passed over, where it is. */
  readonly heldFirst: HoldReason | null;
}

/** The next moments at which a person's rhythm asks them. */
export async function askedByRhythm(
  store: WorkspaceStore,
  member: Member,
  wanted: number,
): Promise<AskedDates> {
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  const from = member.stoppedAt === null ? (cadence?.nextDueAt ?? null) : null;
  if (cadence === null || from === null) return { dates: [], heldFirst: null };
  const [sent] = await store.nudgeFacts.sent([member.id], [weekStart(from, member.zone)]);
  const rows = previewNudges({
    cadence,
    life: lifeOf(member, await store.life.allAbsences(member.id)),
    from,
    to: new Date(from.getTime() + HORIZON),
    weeklyBudget: member.weeklyBudget,
    sentThisWeek: sent?.sentThisWeek ?? 0,
  });
  const dates: Date[] = [];
  let heldFirst: HoldReason | null = null;
  let isFirst = true;
  for (const { due, sendAt, reason } of rows) {
    if (isFirst) heldFirst = reason;
    isFirst = false;
    if (sendAt === null || isPaused(member, due)) continue;
    dates.push(sendAt);
    if (dates.length === wanted) break;
  }
  return { dates, heldFirst };
}
