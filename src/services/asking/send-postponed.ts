import { halveCadence, nextDue } from '../../domain/cadence';
import { isPaused } from '../../domain/member-life';
import type { Nudge } from '../../domain/nudge';
import type { BankQuestion } from '../../domain/question';
import { decideSilence } from '../../domain/silence';
import type { WorkspaceStore } from '../../store';
import { decide, FOLD, nudgeMessage, outcome } from './plan-nudges';
import { chooseQuestions } from './choose-questions';
import { gatherNudgeFacts } from './nudge-facts';

/** What the sweep does with nudges that waited for their own time: snoozed ones, and those put off by quiet hours. */
export async function sendPostponed(
  store: WorkspaceStore,
  due: readonly Nudge[],
  bank: readonly BankQuestion[],
  now: Date,
): Promise<void> {
  const facts = await gatherNudgeFacts(
    store,
    due.map(({ memberId }) => memberId),
    now,
  );
  for (const nudge of due) {
    const member = facts.members.get(nudge.memberId);
    if (!member) continue;
    const cadence = await store.cadences.ofMember(member.id, 'nudge');
    const next = cadence?.nextDueAt ?? null;
    if (next !== null && next.getTime() - now.getTime() <= FOLD) {
      await store.nudges.move(nudge.id, ['planned'], 'void', { reason: 'folded', sendAt: null });
      continue;
    }
    // The wait was agreed: it is lateness against the time chosen that counts, and it is not budgeted twice.
    const since = nudge.sendAt ?? now;
    const decision = decide(member, { ...facts, sent: new Map() }, since, null, now);
    if (decision.kind !== 'ask' || isPaused(member, now)) {
      const { state, ...change } = outcome(decision);
      await store.nudges.move(nudge.id, ['planned'], state, change);
      continue;
    }
    // A rhythm that falls into quiet hours is sorted and halved like any other; what was snoozed was not met with silence.
    const silence =
      nudge.origin === 'rhythm' && cadence
        ? decideSilence(facts.pastNudges.get(member.id) ?? [], cadence.halvedAt !== null)
        : null;
    const isSorting = silence?.kind === 'sort';
    const message = nudgeMessage(store, { ...nudge, dueAt: since }, isSorting ? 'silence' : 'nudge');
    const asked = await store.nudges.byId(nudge.id);
    await store.messages.say([message], now);
    await store.nudges.move(nudge.id, ['planned'], 'planned', {
      messageId: message.id,
      sendAt: null,
      reason: null,
      silenceAskedAt: isSorting ? now : null,
    });
    await store.nudges.giveWay([member.id], now);
    if (silence?.kind === 'halve' && cadence) {
      const halved = halveCadence(cadence);
      await store.cadences.halve(cadence.id, halved.rule, nextDue(halved, member.zone, now), now);
    }
    if (asked?.questions.length === 0 && !isSorting) {
      await store.nudges.plan([], chooseQuestions(facts, member, nudge.id, bank, now));
    }
  }
}
