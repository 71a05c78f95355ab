import type { Member } from '../domain/member';
import { Refused } from '../domain/refusal';
import { nudgeMessage } from './plan-nudges';
import { chooseQuestions, gatherPlanning } from './planning';
import type { Context } from './ports';

/** Asks right now, because the person wants it: no budget and no quiet hours stand in the way of one's own wish. */
export async function nudgeNow({ store, bank, now }: Context, member: Member): Promise<void> {
  const planning = await gatherPlanning(store, [member.id], now);
  const nudge = { id: store.newId(), memberId: member.id, dueAt: now };
  const message = nudgeMessage(store, nudge, 'nudge');
  await store.transaction(async (within) => {
    const [last] = await within.nudges.recent(member.id, 1);
    if (last?.dueAt.getTime() === now.getTime()) throw new Refused({ code: 'already_asked_just_now' });
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
      chooseQuestions(planning, member, nudge.id, bank, now),
    );
  });
}
