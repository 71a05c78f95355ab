import type { Audience } from '../../domain/check-in';
import {
  checkTitle,
  decideGoalMove,
  findGoal,
  TITLE_LIMIT,
  type Goal,
  type GoalDraft,
  type GoalMove,
} from '../../domain/goal';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import type { Named } from '../../domain/facts';
import { Refused } from '../../domain/refusal';
import { narrower } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Actor, Context } from '../ports';
import { toldAt } from '../reads/reached';
import { readersOf, sharingNow } from '../reads/readers';
import { refreshAboutGoal, refreshHomes, refreshOpenNudge } from '../refresh';

/**
 * Logs a new goal. Refuses an empty or over-long title, and a target date that has passed.
 *
 * @param id the form's own, so that one that is sent again changes the goal instead of adding another
 */
export async function logGoal(context: Context, actor: Actor, draft: GoalDraft, id?: string): Promise<Goal> {
  const { store } = context;
  const { member, now } = actor;
  if (id !== undefined && (await store.goals.byId(id))) return editGoal(context, actor, id, draft);
  refuseBadDraft(draft, member, now);
  const audience = draft.audience ?? member.defaultAudience;
  return store.transaction(async (within) => {
    const goal = await within.goals.add(
      member.id,
      { ...draft, title: draft.title.trim(), audience },
      now,
      id,
    );
    await within.goals.remember({
      goalId: goal.id,
      byId: member.id,
      kind: 'created',
      at: now,
      reason: null,
      audience,
    });
    await refreshHomes(within, member.id);
    return goal;
  });
}

export async function editGoal(
  { store }: Context,
  { member, now }: Actor,
  goalId: string,
  draft: GoalDraft,
): Promise<Goal> {
  const goal = await ownGoal(store, member, goalId);
  // An old target date may stay as it is; a newly chosen one lies ahead.
  refuseBadDraft(draft.targetDate === goal.targetDate ? { ...draft, targetDate: null } : draft, member, now);
  return store.transaction(async (within) => {
    const edited = await within.goals.edit(goalId, { ...draft, title: draft.title.trim() });
    await within.goals.remember({
      goalId,
      byId: member.id,
      kind: 'edited',
      at: now,
      reason: null,
      audience: edited.audience,
    });
    await refreshAboutGoal(within, edited);
    await refreshHomes(within, member.id);
    return edited;
  });
}

const KINDS = { achieve: 'achieved', drop: 'dropped', reopen: 'reopened' } as const;
const FROM = { achieve: ['active'], drop: ['active'], reopen: ['achieved', 'dropped'] } as const;

/**
 * Reaches, drops or reopens a goal. A reached goal is met with words for the mentee, and news for each mentor who may
 * know of it: the change is for the person's default audience, and never for more people than the goal is.
 */
export async function moveGoal(
  { store }: Context,
  { member, now }: Actor,
  goalId: string,
  move: GoalMove,
  reason: string | null = null,
): Promise<Goal> {
  const goal = await ownGoal(store, member, goalId);
  return store.transaction((within) => moveGoalWithin(within, member, goal, move, reason, now));
}

/** The same, joined to what else happens in the caller's transaction. */
export async function moveGoalWithin(
  store: WorkspaceStore,
  member: Member,
  goal: Goal,
  move: GoalMove,
  reason: string | null,
  now: Date,
  chosen: Audience = member.defaultAudience,
): Promise<Goal> {
  const audience = narrower(chosen, goal.audience);
  const to = decideGoalMove(goal.state, move);
  if (to === null || !(await moveFromAny(store, goal.id, FROM[move], to, now))) {
    throw new Refused({ code: 'goal_already', title: goal.title, state: goal.state });
  }
  await store.goals.remember({
    goalId: goal.id,
    byId: member.id,
    kind: KINDS[move],
    at: now,
    reason,
    audience,
  });
  const moved = { ...goal, state: to, closedAt: to === 'active' ? null : now };
  if (move === 'achieve') await celebrate(store, member, moved, audience, now);
  if (move === 'reopen') await refreshAboutGoal(store, moved);
  // Its next step comes and goes with it.
  await refreshOpenNudge(store, member.id);
  await refreshHomes(store, member.id);
  return moved;
}

async function moveFromAny(
  store: WorkspaceStore,
  goalId: string,
  from: readonly Goal['state'][],
  to: Goal['state'],
  now: Date,
): Promise<boolean> {
  for (const state of from) {
    if (await store.goals.move(goalId, state, to, now)) return true;
  }
  return false;
}

/** A goal reached for oneself alone is met with words and told to nobody; of another, others hear ten minutes later. */
async function celebrate(
  store: WorkspaceStore,
  member: Member,
  goal: Goal,
  audience: Audience,
  now: Date,
): Promise<void> {
  const { sharedWith } = await sharingNow(store, member.id, audience);
  const mentorships = await store.mentorships.currentOfMentees([member.id]);
  // A goal that was reopened and reached again is worth the words again.
  const reachedAt = now.toISOString();
  const occasion = `${goal.id}:${reachedAt}`;
  await store.messages.say(
    [
      {
        kind: 'goal_reached',
        payload: { reachedAt },
        memberId: member.id,
        subjectId: goal.id,
        onceKey: `reached:${occasion}`,
      },
      ...mentorships
        .filter(({ id }) => sharedWith.includes(id))
        .map(({ mentorId }) => ({
          kind: 'goal_news' as const,
          payload: { reachedAt },
          memberId: mentorId,
          subjectId: goal.id,
          onceKey: `news:${occasion}:${mentorId}`,
          notBefore: toldAt(now),
        })),
    ],
    now,
  );
}

/** A person's own goals, oldest first: all, or those in one state. */
export function listGoals({ store }: Context, { member }: Actor, state?: Goal['state']): Promise<Goal[]> {
  return store.goals.ofMembers([member.id], state);
}

/** One of a person's own goals. */
export function readGoal({ store }: Context, { member }: Actor, goalId: string): Promise<Goal> {
  return ownGoal(store, member, goalId);
}

/** Who may know of this goal of theirs, as things are now. */
export async function goalReaders(
  { store }: Context,
  { member }: Actor,
  goal: Pick<Goal, 'audience'>,
): Promise<Named[]> {
  return readersOf(store, member.id, await sharingNow(store, member.id, goal.audience));
}

/** The goal a person means by a number or by words of its title, among their own. */
export async function nameGoal(
  { store }: Context,
  { member }: Actor,
  words: string,
  states: readonly Goal['state'][],
): Promise<Goal> {
  const goals = (await store.goals.ofMembers([member.id])).filter(({ state }) => states.includes(state));
  const found = findGoal(goals, words);
  if (found === 'none') {
    const closed = findGoal(await store.goals.ofMembers([member.id]), words);
    if (typeof closed === 'object') {
      throw new Refused({ code: 'goal_already', title: closed.title, state: closed.state });
    }
    throw new Refused({ code: 'no_such_goal', heard: words });
  }
  if (found === 'many') throw new Refused({ code: 'which_goal', heard: words, goals });
  return found;
}

export async function ownGoal(store: WorkspaceStore, member: Member, goalId: string): Promise<Goal> {
  const goal = await store.goals.byId(goalId);
  if (!goal) throw new Refused({ code: 'gone', what: 'goal' });
  if (goal.memberId !== member.id) throw new Refused({ code: 'not_yours' });
  return goal;
}

function refuseBadDraft(draft: GoalDraft, member: Member, now: Date): void {
  const problem = checkTitle(draft.title);
  if (problem === 'title_missing') throw new Refused({ code: 'title_missing' });
  if (problem === 'title_too_long') {
    throw new Refused({ code: 'title_too_long', limit: TITLE_LIMIT, length: draft.title.trim().length });
  }
  if (draft.targetDate !== null && draft.targetDate < localDate(now, member.zone)) {
    throw new Refused({ code: 'date_in_the_past', date: draft.targetDate });
  }
}
