import type { Goal } from '../../domain/goal';
import type { Member } from '../../domain/member';
import type { Actor, Context } from '../ports';
import { isNewsTo } from '../reads/new-goals';
import { ownGoal } from './goals';

/** A new goal is news to its owner's mentors in their next digest, or at once when the owner says so. */

export interface Hearers {
  /** The mentors to whom it is news, and who have not been told. */
  readonly waiting: readonly Member[];
  readonly heard: readonly Member[];
}

/** Tells each mentor to whom it is news, once however often it is tapped, and answers whom. */
export async function tellOfNewGoal(
  { store }: Context,
  { member, now }: Actor,
  goalId: string,
): Promise<Hearers> {
  const goal = await ownGoal(store, member, goalId);
  return store.transaction(async (within) => {
    const hearers = await hearersOfNewGoal({ store: within }, goal);
    await within.messages.say(
      hearers.waiting.map(({ id }) => ({
        kind: 'new_goal',
        memberId: id,
        subjectId: goalId,
        onceKey: `new-goal:${goalId}:${id}`,
      })),
      now,
    );
    return hearers;
  });
}

/** Who hears of this goal, if it is told now. */
export async function hearersOfNewGoal({ store }: Pick<Context, 'store'>, goal: Goal): Promise<Hearers> {
  if (goal.state !== 'active') return { waiting: [], heard: [] };
  const pairs = await store.mentorships.currentOfMentee(goal.memberId);
  const mentors = pairs.filter((pair) => isNewsTo(goal, pair)).map(({ mentor }) => mentor);
  const told = await store.messages.ofKind(goal.id, 'new_goal');
  const isTold = ({ id }: Member) => told.some(({ memberId }) => memberId === id);
  return { waiting: mentors.filter((mentor) => !isTold(mentor)), heard: mentors.filter(isTold) };
}
