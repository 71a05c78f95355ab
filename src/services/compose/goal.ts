import type { Member } from '../../domain/member';
import type { Said } from '../../domain/message';
import type { WorkspaceStore } from '../../store';
import { checkInInWords, named, readersOf } from './in-words';

export async function composeGoal(
  store: WorkspaceStore,
  kind: 'goal_reached' | 'goal_news',
  goalId: string,
  to: Member,
  onceKey: string,
): Promise<Said | null> {
  const goal = await store.goals.byId(goalId);
  if (!goal) return null;
  if (kind === 'goal_reached') {
    return {
      kind,
      to: named(to),
      goal,
      mentors: await readersOf(store, to.id, onceKey.startsWith('reached-privately') ? 'self' : 'mentor'),
    };
  }
  const mentee = await store.members.byId(goal.memberId);
  if (!mentee) return null;
  const congratulated = await store.responses.hasKey(congratulationKey(goalId, to.id));
  return { kind, goal, mentee: named(mentee), congratulated };
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
