import type { AskedQuestion } from '../../domain/facts';
import type { NudgeQuestion } from '../../domain/nudge';
import { GOALS_ASKED } from '../../domain/question';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';

/** The questions of a nudge, each with what was answered so far. */

export async function askedQuestions(store: WorkspaceStore, nudge: AskedNudge): Promise<AskedQuestion[]> {
  const goals = await store.goals.ofMember(nudge.memberId);
  const checkIns = await store.checkIns.ofNudge(nudge.id);
  const ownIds = nudge.questions.flatMap(({ question }) => ownQuestionId(question) ?? []);
  const own = ownIds.length === 0 ? new Map<string, string>() : await store.life.questionTexts(ownIds);
  return nudge.questions.map(({ position, goalId, question, passedAt }) => {
    const answer = checkIns.findLast((checkIn) => checkIn.goalId === goalId && checkIn.state === 'recorded');
    return {
      position,
      question,
      ownText: own.get(ownQuestionId(question) ?? '') ?? null,
      goal: goals.find(({ id }) => id === goalId) ?? null,
      answer: answer
        ? { checkInId: answer.id, status: answer.status, text: answer.text, audience: answer.audience }
        : null,
      passed: passedAt !== null,
    };
  });
}

/** Those of a nudge that were neither answered nor let go by. */
export async function openQuestions(store: WorkspaceStore, nudge: AskedNudge): Promise<NudgeQuestion[]> {
  const answered = new Set((await store.checkIns.ofNudge(nudge.id)).map(({ goalId }) => goalId));
  return nudge.questions.filter(({ goalId, passedAt }) => passedAt === null && !answered.has(goalId));
}

/** How many goals were open when a nudge with room for no more was planned, and were not asked about. */
export async function goalsLeftOut(store: WorkspaceStore, nudge: AskedNudge): Promise<number> {
  if (nudge.questions.length < GOALS_ASKED) return 0;
  const asked = new Set(nudge.questions.map(({ goalId }) => goalId));
  const goals = await store.goals.ofMember(nudge.memberId);
  const left = goals.filter(
    ({ id, state, createdAt }) => state === 'active' && createdAt <= nudge.dueAt && !asked.has(id),
  );
  return left.length;
}

/** The id of a question that a person or a program brought; null for one of the bank. */
function ownQuestionId(question: string): string | null {
  return question.startsWith('own:') ? question.slice('own:'.length) : null;
}
