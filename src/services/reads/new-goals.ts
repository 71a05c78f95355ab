import type { Goal } from '../../domain/goal';
import { mayRead, type ReadThrough } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';

/**
 * To whom a goal is news. To a mentor who may read it, if it was set since the two are a pair: in the digest of the span
 * of time in which it was set, unless its owner had them told at once before that span was over.
 */
export function isNewsTo(goal: Pick<Goal, 'audience' | 'createdAt'>, through: ReadThrough): boolean {
  const isTheirs = mayRead({ kind: 'mentor', through }, { kind: 'goal', ...goal }) === 'content';
  return isTheirs && through.activeAt !== null && goal.createdAt >= through.activeAt;
}

/** Whether it was still worked on then: one that was reached or let go of is told as that, or not at all. */
export function wasOpen({ closedAt }: Goal, at: Date): boolean {
  return closedAt === null || closedAt > at;
}

/** That somebody was told of a new goal at once. */
export interface NewGoalTold {
  readonly goalId: string | null;
  readonly mentorId: string | null;
  readonly at: Date;
}

export async function newGoalsTold(store: WorkspaceStore, goals: readonly Goal[]): Promise<NewGoalTold[]> {
  if (goals.length === 0) return [];
  const said = await store.messages.about(goals.map(({ id }) => id));
  return said
    .filter(({ kind }) => kind === 'new_goal')
    .map(({ subjectId, memberId, plannedAt }) => ({
      goalId: subjectId,
      mentorId: memberId,
      at: plannedAt,
    }));
}

/** Whether this mentor had been told of the goal by then. */
export function isHeardOf(
  goal: Pick<Goal, 'id'>,
  { mentorId }: Pick<Pair, 'mentorId'>,
  told: readonly NewGoalTold[],
  by: Date,
): boolean {
  return told.some((each) => each.goalId === goal.id && each.mentorId === mentorId && each.at <= by);
}
