import { isPaused, lifeOf } from '../../domain/member-life';
import { decideNudge } from '../../domain/life';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import type { Nudge } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import { refreshMessages } from '../refresh';

/** The one follow-up: the nudge itself is brought up to date with a gentle line. No new ping, and never a second one. */
export async function followUp(store: WorkspaceStore, due: readonly Nudge[], now: Date): Promise<void> {
  for (const nudge of due) {
    const member = await store.members.byId(nudge.memberId);
    if (!member || !(await isGoodMoment(store, member, now))) {
      await store.nudges.move(nudge.id, ['sent', 'answered', 'skipped', 'expired'], nudge.state, {
        followUpAt: null,
      });
    } else if (await store.nudges.claimFollowUp(nudge.id, now)) {
      await refreshMessages(store, nudge.id);
    } else {
      await store.nudges.move(nudge.id, ['answered', 'skipped', 'expired'], nudge.state, {
        followUpAt: null,
      });
    }
  }
}

async function isGoodMoment(store: WorkspaceStore, member: Member, now: Date): Promise<boolean> {
  if (isPaused(member, now) || member.stoppedAt !== null) return false;
  const absences = await store.life.absences([member.id], localDate(now, member.zone));
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
