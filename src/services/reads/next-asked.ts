import type { HoldReason, Life } from '../../domain/life';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { isPaused, lifeOf, weekStart } from '../../domain/member-life';
import { previewNudges } from '../../domain/preview';
import type { WorkspaceStore } from '../../store';
import type { StoredCadence } from '../../store/cadences';
import { agreedByMember } from './agreed';

/** When a person is really asked, by the very decision that sends: not when their rhythm falls due. */

const DAY = 24 * 60 * 60 * 1000;
/** So far ahead somebody looks. */
const HORIZON = 400 * DAY;

/**
 * When a person is asked next; null when nothing comes within a year. What falls into a pause, on a day away or off, or
 * beyond the week's budget is passed over.
 */
export async function nextAsked(store: WorkspaceStore, member: Member): Promise<Date | null> {
  return (await nextAskedOf(store, [member])).get(member.id) ?? null;
}

/** The same for many, in as many queries as for one. */
export async function nextAskedOf(
  store: WorkspaceStore,
  members: readonly Member[],
): Promise<ReadonlyMap<string, Date | null>> {
  const waiting = await store.nudges.nextWaiting(members.map(({ id }) => id));
  const asked = await askedByRhythms(store, members, 1);
  return new Map(
    members.map((member): [string, Date | null] => {
      const moment = waiting.get(member.id) ?? null;
      const planned = moment !== null && !isPaused(member, moment) ? moment : null;
      const byRhythm = asked.get(member.id)?.dates[0] ?? null;
      if (planned === null || byRhythm === null) return [member.id, planned ?? byRhythm];
      return [member.id, planned < byRhythm ? planned : byRhythm];
    }),
  );
}

export interface AskedDates {
  /** The next moments at which the rhythm asks, at most as many as wanted. */
  readonly dates: readonly Date[];
  /** Why the first of its dates is passed over, where it is: not that the last question is still near. */
  readonly heldFirst: HoldReason | null;
}

/** The next moments at which a person's rhythm asks them. */
export async function askedByRhythm(
  store: WorkspaceStore,
  member: Member,
  wanted: number,
): Promise<AskedDates> {
  const asked = await askedByRhythms(store, [member], wanted);
  return asked.get(member.id) ?? { dates: [], heldFirst: null };
}

interface Rhythm {
  readonly member: Member;
  readonly cadence: StoredCadence;
  readonly from: Date;
}

/** Those whose rhythm asks nothing are not among them. */
async function askedByRhythms(
  store: WorkspaceStore,
  members: readonly Member[],
  wanted: number,
): Promise<ReadonlyMap<string, AskedDates>> {
  const cadences = await store.cadences.nudgeRhythms(members.map(({ id }) => id));
  const rhythms = members.flatMap((member): Rhythm[] => {
    const cadence = cadences.find(({ memberId }) => memberId === member.id);
    const from = member.stoppedAt === null ? cadence?.nextDueAt : null;
    return cadence && from ? [{ member, cadence, from }] : [];
  });
  if (rhythms.length === 0) return new Map();
  const ids = rhythms.map(({ member }) => member.id);
  const mondays = rhythms.map(({ member, from }) => weekStart(from, member.zone));
  const sent = await store.nudgeFacts.sent(ids, mondays);
  const absences = await store.life.absences(ids, dayBefore(rhythms.map(({ from }) => from)));
  const agreed = await agreedByMember(
    store,
    rhythms.map(({ member }) => member),
  );
  return new Map(
    rhythms.map((rhythm): [string, AskedDates] => {
      const isTheirs = ({ memberId }: { readonly memberId: string }) => memberId === rhythm.member.id;
      const sentThisWeek = sent.find(isTheirs)?.sentThisWeek ?? 0;
      const life = lifeOf(rhythm.member, absences.filter(isTheirs), agreed.get(rhythm.member.id));
      return [rhythm.member.id, datesOf(rhythm, life, sentThisWeek, wanted)];
    }),
  );
}

/** A date that is over in every zone at the first of these moments. */
function dayBefore(moments: readonly Date[]): string {
  const first = Math.min(...moments.map((moment) => moment.getTime()));
  return localDate(new Date(first - DAY), 'UTC');
}

function datesOf(
  { member, cadence, from }: Rhythm,
  life: Life,
  sentThisWeek: number,
  wanted: number,
): AskedDates {
  const rows = previewNudges({
    cadence,
    life,
    from,
    to: new Date(from.getTime() + HORIZON),
    weeklyBudget: member.weeklyBudget,
    sentThisWeek,
  });
  const dates: Date[] = [];
  let heldFirst: HoldReason | null = null;
  let isFirst = true;
  for (const { due, sendAt, reason } of rows) {
    if (reason?.kind === 'agreed_rhythm') continue;
    if (isFirst) heldFirst = reason;
    isFirst = false;
    if (sendAt === null || isPaused(member, due)) continue;
    dates.push(sendAt);
    if (dates.length === wanted) break;
  }
  return { dates, heldFirst };
}
