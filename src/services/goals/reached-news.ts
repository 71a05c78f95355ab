import type { Goal } from '../../domain/goal';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Actor, Context } from '../ports';
import { toldAt } from '../reads/reached';
import { refreshMessages } from '../refresh';
import { moveGoalWithin, ownGoal } from './goals';

/** For ten minutes, that a goal was reached is its owner's alone: to be told at once, or taken back. */

/** Tells those who were to hear in a while. */
export async function tellNow({ store }: Context, { member, now }: Actor, goalId: string): Promise<Goal> {
  const goal = await ownGoal(store, member, goalId);
  if (goal.state !== 'achieved') throw new Refused({ code: 'undo_over' });
  await store.transaction(async (within) => {
    await within.messages.sayNow(goalId, 'goal_news', now);
    await refreshMessages(within, goalId);
  });
  return goal;
}

/** The goal is open again, as if nothing had been said: nobody has heard, and the tap that said so is no answer. */
export async function takeBackReached(
  { store }: Context,
  { member, now }: Actor,
  goalId: string,
): Promise<Goal> {
  const goal = await ownGoal(store, member, goalId);
  return store.transaction(async (within) => {
    const reached = await within.goals.reached(goalId);
    const isOver = goal.state !== 'achieved' || reached === null || toldAt(reached.at) < now;
    if (isOver || (await wasTold(within, goalId, reached.at))) throw new Refused({ code: 'undo_over' });
    const open = await moveGoalWithin(within, member, goal, 'reopen', null, now);
    const nudgeId = await within.checkIns.takeBackStatus(goalId, 'done', reached.at);
    if (nudgeId !== null) await refreshMessages(within, nudgeId);
    return open;
  });
}

async function wasTold(store: WorkspaceStore, goalId: string, reachedAt: Date): Promise<boolean> {
  const said = await store.messages.about([goalId]);
  return said.some(({ kind, plannedAt }) => kind === 'goal_news' && plannedAt >= reachedAt);
}
