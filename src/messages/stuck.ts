import { checkInInWords, type CheckInInWords } from '../domain/facts';
import { mayRead, type Reader } from '../domain/visibility';
import { goalFor } from '../services/reads/readers';
import { carriedOf } from '../services/reads/rider';
import { actions, button, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { nothing, toPerson, type Message } from './define';

/** Word to a mentor, at once, that their mentee is stuck. */

interface Stuck {
  /** Null when it is no longer the mentor's to read. */
  readonly checkIn: CheckInInWords | null;
}

export const stuckNow: Message<'stuck_now', Stuck> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to, isSaid }) => {
    const gone = isSaid ? { checkIn: null } : null;
    const checkIn = await store.checkIns.byId(subjectId);
    const mentee = checkIn && (await store.members.byId(checkIn.memberId));
    if (!checkIn || !mentee) return gone;
    const pairs = await store.mentorships.currentOfMentee(mentee.id);
    const through = pairs.find(({ mentorId }) => mentorId === to.id);
    if (!through) return gone;
    const reader: Reader = { kind: 'mentor', through };
    if (mayRead(reader, { kind: 'check_in', ...checkIn }) !== 'content') return gone;
    const goal = checkIn.goalId === null ? null : await store.goals.byId(checkIn.goalId);
    const carried = await carriedOf(store, checkIn.id);
    return { checkIn: checkInInWords(checkIn, mentee, goalFor([reader], goal), carried) };
  }),
  render(words, { checkIn }) {
    if (checkIn === null) return message([section(words.stuckTakenBack())]);
    const answer = button(words.BUTTONS.encourage, ACTIONS.encourage, {
      value: idValue(checkIn.id),
      label: words.labelFor(`${words.BUTTONS.encourage} ${checkIn.member.name}`, checkIn.goal?.title ?? null),
    });
    return message([section(words.stuckNow(checkIn)), actions([answer])]);
  },
};
