import { halveCadence, nextDue } from '../../domain/cadence';
import { decideNudge, type HoldReason, type NudgeDecision, type VoidReason } from '../../domain/life';
import { lifeOf, isPaused, weekStart } from '../../domain/member-life';
import type { Member } from '../../domain/member';
import type { NewQuestion } from '../../domain/nudge';
import type { BankQuestion } from '../../domain/question';
import { decideSilence } from '../../domain/silence';
import type { WorkspaceStore } from '../../store';
import type { HalvedCadence, StoredCadence } from '../../store/cadences';
import type { ToSay } from '../../store/messages';
import type { NewNudge } from '../../store/nudges';
import type { DueCadence } from '../../store/sweeps';
import { restAfterNudges } from '../ledger/rest';
import { chooseQuestions } from './choose-questions';
import { gatherNudgeFacts, type NudgeFacts } from './nudge-facts';

/** What is due within two hours becomes one message. */
export const FOLD = 2 * 60 * 60 * 1000;

/** What the sweep does with due cadences of one workspace: a nudge row each, whatever becomes of it, and the next due. */
export async function planNudges(
  store: WorkspaceStore,
  due: readonly DueCadence[],
  bank: readonly BankQuestion[],
  now: Date,
): Promise<void> {
  const memberIds = due.flatMap(({ memberId }) => memberId ?? []);
  const facts = await gatherNudgeFacts(store, memberIds, now);
  const nudges: NewNudge[] = [];
  const questions: NewQuestion[] = [];
  const messages: ToSay[] = [];
  const next: { id: string; nextDueAt: Date | null }[] = [];
  const halved: HalvedCadence[] = [];

  for (const cadence of due) {
    const member = facts.members.get(cadence.memberId ?? '');
    if (!member) {
      next.push({ id: cadence.id, nextDueAt: null });
      continue;
    }
    const nextDueAt = nextDue(cadence, member.zone, now);
    const silence = decideSilence(facts.pastNudges.get(member.id) ?? [], cadence.halvedAt !== null);
    const decision = decide(member, facts, cadence.nextDueAt, nextDueAt, now);
    const base = {
      id: store.newId(),
      memberId: member.id,
      dueAt: cadence.nextDueAt,
      origin: 'rhythm' as const,
    };
    const nudge = { ...base, ...outcome(decision), messageId: null, silenceAskedAt: null };
    if (decision.kind !== 'ask') {
      nudges.push(nudge);
      if (decision.kind === 'void' && decision.reason.kind === 'late')
        messages.push(outageMessage(member, nudge.id, missedOf(cadence, member.zone, now), now));
    } else {
      const isSorting = silence.kind === 'sort';
      const message = nudgeMessage(store, nudge, isSorting ? 'silence' : 'nudge');
      messages.push(message);
      nudges.push({ ...nudge, messageId: message.id, silenceAskedAt: isSorting ? now : null });
      if (!isSorting) questions.push(...chooseQuestions(facts, member, nudge.id, bank, now));
    }
    if (silence.kind === 'halve' && decision.kind === 'ask') {
      halved.push(halvedCadence(cadence, member.zone, now));
    } else {
      next.push({ id: cadence.id, nextDueAt });
    }
  }

  await store.nudges.giveWay(
    nudges.filter(({ messageId }) => messageId !== null).map(({ memberId }) => memberId),
    new Date(now.getTime() + FOLD),
  );
  await store.messages.say(messages, now);
  await store.nudges.plan(nudges, questions);
  await store.responses.askIn(questions.map(({ nudgeId }) => nudgeId));
  await restAfterNudges(
    store,
    nudges.filter(({ messageId }) => messageId !== null),
    questions,
    facts.goals,
    now,
  );
  await store.cadences.setNextDues(next);
  await store.cadences.halve(halved, now);
}

export function decide(
  member: Member,
  facts: NudgeFacts,
  due: Date,
  nextDueAt: Date | null,
  now: Date,
): NudgeDecision {
  const sent = facts.sent.get(member.id);
  return decideNudge({
    due,
    now,
    life: lifeOf(member, facts.absences.get(member.id) ?? []),
    paused: isPaused(member, now),
    sentThisWeek: sent?.sentThisWeek ?? 0,
    weeklyBudget: member.weeklyBudget,
    nextDue: nextDueAt,
  });
}

export function halvedCadence(cadence: StoredCadence, zone: string, now: Date): HalvedCadence {
  const { rule, start } = halveCadence(cadence);
  return { id: cadence.id, rule, nextDueAt: nextDue({ rule, start }, zone, now) };
}

/** A decision as the state of a nudge. */
export function outcome(decision: NudgeDecision): Pick<NewNudge, 'state' | 'sendAt' | 'reason' | 'detail'> {
  switch (decision.kind) {
    case 'ask':
      return { state: 'planned', sendAt: null, reason: null, detail: null };
    case 'postpone':
      return { state: 'planned', sendAt: decision.at, reason: decision.reason, detail: null };
    case 'hold':
      return {
        state: 'held',
        sendAt: null,
        reason: decision.reason.kind,
        detail: holdDetail(decision.reason),
      };
    case 'void':
      return {
        state: 'void',
        sendAt: null,
        reason: decision.reason.kind,
        detail: voidDetail(decision.reason),
      };
  }
}

function holdDetail(reason: HoldReason): string | null {
  switch (reason.kind) {
    case 'away':
      return reason.until;
    case 'holiday':
      return reason.name;
    case 'over_budget':
      return String(reason.limit);
    case 'paused':
    case 'not_a_working_day':
    case 'quiet_hours':
    case 'do_not_disturb':
      return null;
  }
}

function voidDetail(reason: VoidReason): string | null {
  return reason.kind === 'late' ? String(reason.hours) : null;
}

export function nudgeMessage(
  store: WorkspaceStore,
  nudge: { id: string; memberId: string; dueAt: Date },
  kind: 'nudge' | 'silence',
): ToSay & { id: string } {
  return {
    id: store.newId(),
    kind,
    memberId: nudge.memberId,
    subjectId: nudge.id,
    onceKey: `nudge:${nudge.memberId}:${nudge.dueAt.toISOString()}`,
  };
}

/** More than this is not worth counting. */
const MISSED_COUNTED = 50;

/** How many questions of a rhythm fell due while nobody was there to ask them. */
function missedOf(cadence: DueCadence, zone: string, now: Date): number {
  let count = 0;
  let due: Date | null = cadence.nextDueAt;
  while (due !== null && due <= now && count < MISSED_COUNTED) {
    count += 1;
    due = nextDue(cadence, zone, due);
  }
  return count;
}

/** Said once for an outage, however many nudges it swallowed. */
function outageMessage(member: Member, nudgeId: string, count: number, now: Date): ToSay {
  const week = weekStart(now, member.zone).toISOString();
  return {
    kind: 'outage',
    memberId: member.id,
    subjectId: nudgeId,
    payload: { count },
    onceKey: `outage:${member.id}:${week}`,
  };
}
