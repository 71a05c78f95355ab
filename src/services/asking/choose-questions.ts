import type { Goal } from '../../domain/goal';
import { daysBetween, localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import type { NewQuestion } from '../../domain/nudge';
import { decideSituation, mostInNeed, pickQuestion, type BankQuestion } from '../../domain/question';
import { questionsKey, type NudgeFacts } from './nudge-facts';

/** Which questions a nudge asks: about which goals, and in which words. */

const DAY = 24 * 60 * 60 * 1000;

/** A question for each goal whose turn it is, worded for where it stands; or one when there is no goal yet. */
export function chooseQuestions(
  facts: NudgeFacts,
  member: Member,
  nudgeId: string,
  bank: readonly BankQuestion[],
  now: Date,
): NewQuestion[] {
  const recentOf = (goalId: string | null) => facts.asked.get(questionsKey(member.id, goalId)) ?? [];
  const goals = (facts.goals.get(member.id) ?? []).map((goal) => ({
    id: goal.id,
    situation: situationOf(facts, goal, member.zone, now),
    lastAt: lastAt(facts, goal),
  }));
  const own = facts.ownQuestions
    .filter(({ askedOf }) => askedOf.includes(member.id))
    .map(({ id }) => `own:${id}`);
  if (goals.length === 0) {
    const question = pickQuestion(bank, 'no_goal', { recent: recentOf(null) });
    return [{ nudgeId, position: 0, goalId: null, question }];
  }
  // Two goals asked about in one message are not asked in the same words.
  const saidNow: string[] = [];
  return mostInNeed(goals, now).map(({ id, situation }, position) => {
    const question = pickQuestion(bank, situation, { recent: recentOf(id), saidNow }, own);
    saidNow.push(question);
    return { nudgeId, position, goalId: id, question };
  });
}

/** When it was last asked about or spoken of; when it was set, until then. */
function lastAt({ lastAsked, lastCheckIns }: NudgeFacts, { id, createdAt }: Goal): Date {
  const moments = [lastAsked.get(id) ?? createdAt, lastCheckIns.get(id)?.lastSaidAt ?? createdAt];
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

function situationOf(facts: NudgeFacts, goal: Goal, zone: string, now: Date) {
  const last = facts.lastCheckIns.get(goal.id);
  const since = last?.lastSaidAt ?? goal.createdAt;
  return decideSituation({
    lastStatus: last?.lastStatus ?? null,
    quietDays: Math.floor((now.getTime() - since.getTime()) / DAY),
    daysToTarget: goal.targetDate === null ? null : daysBetween(localDate(now, zone), goal.targetDate),
    justAchieved: facts.justAchieved.has(goal.memberId),
  });
}
