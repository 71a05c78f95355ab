import { named, type Named } from '../../domain/facts';
import { localDate } from '../../domain/local-time';
import { UNANSWERED, type SilenceAnswer } from '../../domain/nudge';
import { Refused } from '../../domain/refusal';
import { askWithin } from '../answering/ask';
import { pauseNudges, pauseWithin, stopWithin } from './pause-nudges';
import { ownNudge } from './put-off-nudge';
import type { Actor, Context } from '../ports';
import { refreshHome, refreshMessages } from '../refresh';

/** What a person says to five taps after two nudges without a word. */

/**
 * Sorts a silence by one of five taps; the first counts. What follows differs: a pause, a form, a word to the mentor
 * (the tap is the consent), or a quiet stop. Returns those who were told. 'busy' waits until a day is named, or until they come back themselves.
 */
export async function sortSilence(
  { store }: Context,
  actor: Actor,
  nudgeId: string,
  answer: SilenceAnswer,
): Promise<Named[]> {
  const { member, now } = actor;
  const nudge = await ownNudge(store, actor, nudgeId);
  const pairs = answer === 'need_a_person' ? await store.mentorships.currentOfMentee(member.id) : [];
  // The tap is the consent to tell those whom the message named.
  const told = pairs.filter(({ id }) => nudge.sharedWith.includes(id));
  await store.transaction(async (within) => {
    if (!(await within.nudges.answerSilence(nudgeId, answer))) {
      throw new Refused({ code: 'already_answered', state: 'other' });
    }
    if (answer === 'stop') await stopWithin(within, member, now);
    // The wait begins with the tap; the form only asks for its end.
    if (answer === 'busy') await pauseWithin(within, member, null, now);
    await within.nudges.move(nudgeId, UNANSWERED, 'answered', { answeredAt: now, followUpAt: null });
    for (const { mentor } of told) {
      const onceKey = `silence:${nudgeId}:${mentor.id}`;
      await askWithin(within, { from: member, to: mentor, text: null, onceKey }, now);
    }
    await refreshMessages(within, nudgeId);
    await refreshHome(within, member.id);
  });
  return told.map(({ mentor }) => named(mentor));
}

/** The answer to "when shall I come back?". */
export async function comeBackOn(context: Context, actor: Actor, date: string): Promise<void> {
  const { member, now } = actor;
  if (date <= localDate(now, member.zone)) throw new Refused({ code: 'date_in_the_past', date });
  await pauseNudges(context, actor, date);
}
