import type { Audience } from '../../domain/check-in';
import type { Goal } from '../../domain/goal';
import type { Member } from '../../domain/member';
import type { Said } from '../../domain/message';
import { mayRead, type Thing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import { checkInInWords, named } from './in-words';

export async function composeGoal(
  store: WorkspaceStore,
  kind: 'goal_reached' | 'goal_news',
  goalId: string,
  to: Member,
  isSaid: boolean,
): Promise<Said | null> {
  const goal = await store.goals.byId(goalId);
  const reached = await store.goals.lastReached(goalId);
  if (!goal || !reached) return null;
  if (kind === 'goal_reached') {
    const pairs = await store.mentorships.currentOfMentee(to.id);
    const told = pairs.filter((pair) => isToldOf(goal, reached, pair));
    return { kind, to: named(to), goal, mentors: told.map(({ mentor }) => named(mentor)) };
  }
  const mentee = await store.members.byId(goal.memberId);
  if (!mentee) return null;
  const pairs = await store.mentorships.currentOfMentee(mentee.id);
  const isTold = pairs.some((pair) => pair.mentorId === to.id && isToldOf(goal, reached, pair));
  // Taken back before it was said, it is not said; afterwards the message lets go of its words.
  if (!isTold) return isSaid ? { kind, goal: null, mentee: named(mentee), congratulated: false } : null;
  const congratulated = await store.responses.hasKey(congratulationKey(goalId, to.id));
  return { kind, goal, mentee: named(mentee), congratulated };
}

/** Whether the mentor of this pair may know that the goal was reached. */
export function isToldOf(goal: Goal, reached: { audience: Audience; at: Date }, pair: Pair): boolean {
  const change: Thing = {
    kind: 'goal_change',
    audience: reached.audience,
    goalAudience: goal.audience,
    at: reached.at,
  };
  return mayRead({ kind: 'mentor', through: pair }, change) === 'content';
}

export function congratulationKey(goalId: string, fromId: string): string {
  return `congratulation:${goalId}:${fromId}`;
}

export async function composeResponse(store: WorkspaceStore, responseId: string): Promise<Said | null> {
  const response = await store.responses.byId(responseId);
  const from = response && (await store.members.byId(response.fromId));
  if (!response || !from) return null;
  if (response.goalId !== null) {
    const goal = await store.goals.byId(response.goalId);
    return goal && { kind: 'congratulation', goal, from: named(from) };
  }
  const checkIn = response.checkInId === null ? null : await store.checkIns.byId(response.checkInId);
  const member = checkIn && (await store.members.byId(checkIn.memberId));
  if (!checkIn || !member) return null;
  const goal = checkIn.goalId === null ? null : await store.goals.byId(checkIn.goalId);
  return {
    kind: 'check_in_answered',
    checkIn: checkInInWords(checkIn, member, goal),
    from: named(from),
    text: response.text,
  };
}
