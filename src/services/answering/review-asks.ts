import { decideNudge, type HoldReason } from '../../domain/life';
import { PATIENCE, reviewAsk, type Moment } from '../../domain/ledger/ask';
import type { Absence } from '../../domain/absence';
import type { Member } from '../../domain/member';
import { addWorkingDays, isPaused, lifeOf } from '../../domain/member-life';
import type { WorkspaceStore } from '../../store';
import type { ToSay } from '../../store/messages';
import type { DueAsk } from '../../store/ledger/asks';
import { absencesAround } from '../asking/nudge-facts';
import { refreshHome, refreshMessages } from '../refresh';

/** What the sweep does with asks that nobody has answered: a reminder, a word to both, a last question, rest. In sets. */
export async function reviewAsks(store: WorkspaceStore, due: readonly DueAsk[], now: Date): Promise<void> {
  const ids = [...new Set(due.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const members = new Map((await store.members.byIds(ids)).map((member) => [member.id, member]));
  const absences = await absencesAround(store, ids, now);
  const momentOf = (id: string): Moment => {
    const member = members.get(id);
    return member === undefined ? null : whenFree(member, absences.get(id) ?? [], now);
  };
  const reviewed = due.map((ask) => {
    const asked = members.get(ask.toId);
    const patience = asked === undefined ? now : addWorkingDays(now, PATIENCE, lifeOf(asked, []));
    const moments = { from: momentOf(ask.fromId), to: momentOf(ask.toId) };
    return { ask, ...reviewAsk(ask, moments, patience, now) };
  });
  await store.asks.review(
    reviewed.map(({ ask: { id }, step, dueAt, ridesAt }) => ({ id, step, dueAt, ridesAt })),
    now,
  );
  await store.messages.say(
    reviewed.flatMap(({ ask, says, dueAt }) =>
      says.map(({ notice, to }): ToSay => ({
        kind: 'ask_notice',
        memberId: to === 'from' ? ask.fromId : ask.toId,
        subjectId: ask.id,
        payload: { notice },
        onceKey: `ask:${ask.id}:${notice}:${to}:${dueAt?.toISOString() ?? ''}`,
      })),
    ),
    now,
  );
  const resting = reviewed.filter(({ dueAt }) => dueAt === null).map(({ ask }) => ask);
  if (resting.length === 0) return;
  await refreshMessages(store, ...resting.map(({ id }) => id));
  await refreshHome(store, ...new Set(resting.flatMap(({ fromId, toId }) => [fromId, toId])));
}

const HOUR = 60 * 60 * 1000;

/** When somebody may be spoken to of something that is not urgent: outside quiet hours, on one of their days. */
function whenFree(member: Member, absences: readonly Absence[], now: Date): Moment {
  if (member.goneAt !== null || member.stoppedAt !== null || isPaused(member, now)) return null;
  const decision = decideNudge({
    due: now,
    now,
    life: lifeOf(member, absences),
    paused: false,
    sentThisWeek: 0,
    weeklyBudget: 1,
    nextDue: null,
  });
  switch (decision.kind) {
    case 'ask':
    case 'postpone':
      return decision.at;
    case 'hold':
      return decision.reason.kind === 'away' ? null : tryAgain(decision.reason, now);
    case 'void':
      return null;
  }
}

/** A day later at the same time; where the night lies between, half a day. */
function tryAgain({ kind }: HoldReason, now: Date): Date {
  return new Date(now.getTime() + (kind === 'quiet_hours' ? 12 : 24) * HOUR);
}
