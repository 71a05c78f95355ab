import type { Goal } from '../../domain/goal';
import { daysBetween, localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import type { NewQuestion } from '../../domain/nudge';
import { decideSituation, pickQuestion, type BankQuestion } from '../../domain/question';
import { questionsKey, type NudgeFacts } from './nudge-facts';

/** Which questions a nudge asks: about which goals, and in which words. */

const DAY = 24 * 60 * 60 * 1000;
/** More than this in one message is a questionnaire, not a nudge. */
const QUESTIONS_AT_MOST = 10;

/** One question for each goal, worded for where the goal stands; or one about the first goal when there is none yet. */
export function chooseQuestions(
  facts: NudgeFacts,
  member: Member,
  nudgeId: string,
  bank: readonly BankQuestion[],
  now: Date,
): NewQuestion[] {
  const goals = longestUnasked(facts, facts.goals.get(member.id) ?? []);
  const own = facts.ownQuestions
    .filter(({ askedOf }) => askedOf.includes(member.id))
    .map(({ id }) => `own:${id}`);
  if (goals.length === 0) {
    const recent = facts.asked.get(questionsKey(member.id, null))?.questions ?? [];
    return [{ nudgeId, position: 0, goalId: null, question: pickQuestion(bank, 'no_goal', { recent }) }];
  }
  // Two goals asked about in one message are not asked in the same words.
  const saidNow: string[] = [];
  return goals.map((goal, position) => {
    const recent = facts.asked.get(questionsKey(member.id, goal.id))?.questions ?? [];
    const situation = situationOf(facts, goal, member.zone, now);
    const question = pickQuestion(bank, situation, { recent, saidNow }, own);
    saidNow.push(question);
    return { nudgeId, position, goalId: goal.id, question };
  });
}

/** As many goals as one message holds: of more than that, those about which nothing was asked for longest. */
function longestUnasked(facts: NudgeFacts, goals: readonly Goal[]): readonly Goal[] {
  const asked = ({ id, memberId }: Goal) =>
    facts.asked.get(questionsKey(memberId, id))?.lastAskedAt.getTime() ?? 0;
  const byWait = goals.toSorted((one, other) => asked(one) - asked(other) || one.number - other.number);
  return byWait.slice(0, QUESTIONS_AT_MOST).sort((one, other) => one.number - other.number);
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
