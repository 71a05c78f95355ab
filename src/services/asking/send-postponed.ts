import { isPaused } from '../../domain/member-life';
import type { NewQuestion, Nudge } from '../../domain/nudge';
import type { BankQuestion } from '../../domain/question';
import { decideSilence } from '../../domain/silence';
import type { WorkspaceStore } from '../../store';
import type { HalvedCadence } from '../../store/cadences';
import type { ToSay } from '../../store/messages';
import type { SettledNudge } from '../../store/nudges';
import { decide, FOLD, halvedCadence, nudgeMessage, outcome } from './plan-nudges';
import { chooseQuestions } from './choose-questions';
import { gatherNudgeFacts } from './nudge-facts';
import { withoutCount } from '../reads/agreed';

/** What the sweep does with nudges that waited for their own time: snoozed ones, and those put off by quiet hours. */
export async function sendPostponed(
  store: WorkspaceStore,
  due: readonly Nudge[],
  bank: readonly BankQuestion[],
  now: Date,
): Promise<void> {
  const memberIds = due.map(({ memberId }) => memberId);
  const facts = await gatherNudgeFacts(store, memberIds, now);
  const rhythms = await store.cadences.nudgeRhythms(memberIds);
  const cadences = new Map(rhythms.map((cadence) => [cadence.memberId, cadence]));
  const hasQuestions = new Set(await store.nudges.withQuestions(due.map(({ id }) => id)));
  const settled: SettledNudge[] = [];
  const questions: NewQuestion[] = [];
  const messages: ToSay[] = [];
  const halved: HalvedCadence[] = [];
  const asked = new Set<string>();

  const notCounted = { ...facts, sent: new Map<string, never>(), agreed: withoutCount(facts.agreed) };
  for (const nudge of due) {
    const member = facts.members.get(nudge.memberId);
    // Of several that waited, one is asked; the others give way to it.
    if (!member || asked.has(member.id)) continue;
    const { id, detail, messageId, silenceAskedAt } = nudge;
    const waited = { id, detail, messageId, silenceAskedAt };
    const cadence = cadences.get(member.id);
    const next = cadence?.nextDueAt ?? null;
    if (next !== null && next.getTime() - now.getTime() <= FOLD) {
      settled.push({ ...waited, state: 'void', reason: 'folded', sendAt: null });
      continue;
    }
    // The wait was agreed: it is lateness against the time chosen that counts, and it is not counted twice.
    const since = nudge.sendAt ?? now;
    const decision = decide(member, notCounted, since, null, now);
    if (decision.kind !== 'ask' || isPaused(member, now)) {
      settled.push({ ...waited, ...outcome(decision) });
      continue;
    }
    // A rhythm that falls into quiet hours is sorted and halved like any other; what was snoozed was not met with silence.
    const silence =
      nudge.origin === 'rhythm' && cadence
        ? decideSilence(facts.pastNudges.get(member.id) ?? [], cadence.halvedAt !== null)
        : null;
    const isSorting = silence?.kind === 'sort';
    const message = nudgeMessage(store, { ...nudge, dueAt: since }, isSorting ? 'silence' : 'nudge');
    asked.add(member.id);
    messages.push(message);
    settled.push({
      ...waited,
      state: 'planned',
      sendAt: null,
      reason: null,
      messageId: message.id,
      silenceAskedAt: isSorting ? now : null,
    });
    if (silence?.kind === 'halve' && cadence) halved.push(halvedCadence(cadence, member.zone, now));
    if (!isSorting && !hasQuestions.has(id)) {
      questions.push(...chooseQuestions(facts, member, id, bank, now));
    }
  }

  await store.messages.say(messages, now);
  await store.nudges.settle(settled);
  await store.nudges.giveWay([...asked], now);
  await store.nudges.plan([], questions);
  await store.responses.askIn(questions.map(({ nudgeId }) => nudgeId));
  await store.cadences.halve(halved, now);
}
