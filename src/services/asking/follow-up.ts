import { isPaused, lifeOf } from '../../domain/member-life';
import { decideNudge } from '../../domain/life';
import type { Absence } from '../../domain/absence';
import type { Member } from '../../domain/member';
import type { Nudge } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import { refreshMessages } from '../refresh';
import { absencesAround } from './nudge-facts';

/** The one follow-up: the nudge itself is brought up to date with a gentle line. No new ping, and never a second one. */
export async function followUp(store: WorkspaceStore, due: readonly Nudge[], now: Date): Promise<void> {
  const memberIds = due.map(({ memberId }) => memberId);
  const members = new Map((await store.members.byIds(memberIds)).map((member) => [member.id, member]));
  const absences = await absencesAround(store, memberIds, now);
  const timely = due.filter(({ memberId }) => {
    const member = members.get(memberId);
    return member !== undefined && isGoodMoment(member, absences.get(memberId) ?? [], now);
  });
  const claimed = await store.nudges.claimFollowUps(
    timely.map(({ id }) => id),
    now,
  );
  await store.nudges.endFollowUps(due.map(({ id }) => id).filter((id) => !claimed.includes(id)));
  await refreshMessages(store, ...claimed);
}

function isGoodMoment(member: Member, absences: readonly Absence[], now: Date): boolean {
  if (isPaused(member, now) || member.stoppedAt !== null) return false;
  const decision = decideNudge({
    due: now,
    now,
    life: lifeOf(member, absences),
    paused: false,
    sentThisWeek: 0,
    weeklyBudget: 1,
    nextDue: null,
  });
  return decision.kind === 'ask';
}
