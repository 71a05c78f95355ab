import { nextDue, type Cadence } from '../../domain/cadence';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import type { WorkspaceStore } from '../../store';
import { refreshHome } from '../refresh';

/** The careful default until a pair agrees on another: Mondays at nine; the mentor's digest on Fridays at three. */
export const DEFAULT_NUDGE = { rule: 'FREQ=WEEKLY;BYDAY=MO', time: '09:00' };
export const DEFAULT_DIGEST = { rule: 'FREQ=WEEKLY;BYDAY=FR', time: '15:00' };

/** Slack takes 300 messages a minute: in a workspace with more people than this, the default hours are spread. */
const SPREAD_OVER = 200;

export function startingToday(rule: { rule: string; time: string }, zone: string, now: Date): Cadence {
  return { rule: rule.rule, start: `${localDate(now, zone)}T${rule.time}` };
}

/** Gives a member the default rhythm for a purpose, unless they have one. */
export async function ensureCadence(
  store: WorkspaceStore,
  member: Member,
  purpose: 'nudge' | 'digest',
  now: Date,
): Promise<void> {
  if (await store.cadences.ofMember(member.id, purpose)) return;
  const { rule, time } = purpose === 'nudge' ? DEFAULT_NUDGE : DEFAULT_DIGEST;
  const isSpread = (await store.members.count()) > SPREAD_OVER;
  const cadence = startingToday(
    { rule, time: isSpread ? withMinutesOf(member.id, time) : time },
    member.zone,
    now,
  );
  await store.cadences.set(
    { memberId: member.id },
    purpose,
    cadence,
    null,
    nextDue(cadence, member.zone, now),
  );
}

/** The hour of a default, with minutes that are the same for one person always. @param id a UUID, random at its end */
function withMinutesOf(id: string, time: string): string {
  const minutes = parseInt(id.slice(-6), 16) % 60;
  return `${time.slice(0, 3)}${String(minutes).padStart(2, '0')}`;
}

/**
 * Brings back the rhythm that silence halved, from now on; nothing where it is whole.
 *
 * @param forGood whether a later silence may not halve it again: the person has said so
 */
export async function makeWhole(
  store: WorkspaceStore,
  { id, zone, stoppedAt }: Member,
  now: Date,
  forGood: boolean,
): Promise<void> {
  const cadence = await store.cadences.ofMember(id, 'nudge');
  if (!cadence?.ruleBefore) return;
  const { ruleBefore: rule, start, halvedAt } = cadence;
  const next = stoppedAt === null ? nextDue({ rule, start }, zone, now) : null;
  await store.cadences.makeWhole(cadence.id, rule, next, forGood ? halvedAt : null);
  await refreshHome(store, id);
}
