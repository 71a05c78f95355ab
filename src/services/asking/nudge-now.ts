import { hasJustAsked } from '../../domain/nudge';
import { Refused } from '../../domain/refusal';
import { nudgeMessage } from './plan-nudges';
import { chooseQuestions } from './choose-questions';
import { gatherNudgeFacts } from './nudge-facts';
import type { Actor, Context } from '../ports';

/** Newest by due time: those that were put off into the future come first. */
const LOOK_BACK = 20;

/** Asks right now, because the person wants it: no budget and no quiet hours stand in the way of one's own wish. */
export async function nudgeNow({ store, bank }: Context, { member, now }: Actor): Promise<void> {
  const facts = await gatherNudgeFacts(store, [member.id], now);
  const nudge = { id: store.newId(), memberId: member.id, dueAt: now };
  const message = nudgeMessage(store, nudge, 'nudge');
  await store.transaction(async (within) => {
    // A second wish waits here until the first is written down, and then sees it.
    await within.members.lock(member.id);
    const recent = await within.nudges.recent(member.id, LOOK_BACK);
    if (recent.some((nudge) => hasJustAsked(nudge, now) || nudge.dueAt.getTime() === now.getTime())) {
      throw new Refused({ code: 'already_asked_just_now' });
    }
    await within.nudges.giveWay([member.id], now);
    await within.messages.say([message], now);
    await within.nudges.plan(
      [
        {
          ...nudge,
          origin: 'asked_for',
          state: 'planned',
          sendAt: null,
          reason: null,
          detail: null,
          messageId: message.id,
          silenceAskedAt: null,
        },
      ],
      chooseQuestions(facts, member, nudge.id, bank, now),
    );
    await within.responses.askIn([nudge.id]);
  });
}
