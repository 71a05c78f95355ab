import { isPaused, lifeOf } from '../../domain/member-life';
import { decideNudge, type Life } from '../../domain/life';
import type { Member } from '../../domain/member';
import type { Nudge } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import { agreedByMember, withoutCount } from '../reads/agreed';
import { refreshMessages } from '../refresh';
import { absencesAround } from './nudge-facts';

/** The one follow-up: the nudge itself is brought up to date with a gentle line. No new ping, and never a second one. */
export async function followUp(store: WorkspaceStore, due: readonly Nudge[], now: Date): Promise<void> {
  const memberIds = due.map(({ memberId }) => memberId);
  const members = new Map((await store.members.byIds(memberIds)).map((member) => [member.id, member]));
  const absences = await absencesAround(store, memberIds, now);
  const agreed = withoutCount(await agreedByMember(store, [...members.values()]));
  const timely = due.filter(({ memberId }) => {
    const member = members.get(memberId);
    const life = member && lifeOf(member, absences.get(memberId) ?? [], agreed.get(memberId));
    return member !== undefined && life !== undefined && isGoodMoment(member, life, now);
  });
  const claimed = await store.nudges.claimFollowUps(
    timely.map(({ id }) => id),
    now,
  );
  await store.nudges.endFollowUps(due.map(({ id }) => id).filter((id) => !claimed.includes(id)));
  await refreshMessages(store, ...claimed);
}

function isGoodMoment(member: Member, life: Life, now: Date): boolean {
  if (isPaused(member, now) || member.stoppedAt !== null) return false;
  const decision = decideNudge({
    due: now,
    now,
    life,
    paused: false,
    sentThisWeek: 0,
    weeklyBudget: 1,
    nextDue: null,
  });
  return decision.kind === 'ask';
}
