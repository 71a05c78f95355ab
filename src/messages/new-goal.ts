import { named, type GoalInWords, type Named } from '../domain/facts';
import { isNewsTo } from '../services/reads/new-goals';
import { actions, button, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { nothing, toPerson, type Message } from './define';

/** Word to a mentor, at once, that their mentee has set a goal. */

interface NewGoal {
  readonly mentee: Named;
  /** Null when it is no longer the mentor's to know. */
  readonly told: { readonly goal: GoalInWords; readonly mentorshipId: string } | null;
}

export const newGoal: Message<'new_goal', NewGoal> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to, isSaid }) => {
    const goal = await store.goals.byId(subjectId);
    const owner = goal && (await store.members.byId(goal.memberId));
    if (!goal || !owner) return null;
    const pairs = await store.mentorships.currentOfMentee(owner.id);
    const pair = pairs.find(({ mentorId }) => mentorId === to.id);
    const isTold = pair !== undefined && isNewsTo(goal, pair);
    // Taken back before it was said, it is not said.
    if (!isSaid && (!isTold || goal.state !== 'active')) return null;
    return { mentee: named(owner), told: isTold ? { goal, mentorshipId: pair.id } : null };
  }),
  render(words, { mentee, told }) {
    if (told === null) return message([section(words.goalNewsTakenBack(mentee))]);
    const write = button(words.writeTo(mentee), ACTIONS.write_to, { value: idValue(told.mentorshipId) });
    return message([section(words.newGoalNews(told.goal, mentee)), actions([write])]);
  },
};
