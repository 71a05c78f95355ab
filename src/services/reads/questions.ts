import type { AskedQuestion } from '../../domain/facts';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';

/** The questions of a nudge, each with what was answered so far. */

export async function askedQuestions(store: WorkspaceStore, nudge: AskedNudge): Promise<AskedQuestion[]> {
  const goals = await store.goals.ofMember(nudge.memberId);
  const checkIns = await store.checkIns.ofNudge(nudge.id);
  const isOwn = nudge.questions.some(({ question }) => question.startsWith('own:'));
  const own = isOwn ? await store.life.ownQuestions([nudge.memberId]) : [];
  return nudge.questions.map(({ position, goalId, question }) => {
    const answer = checkIns.findLast((checkIn) => checkIn.goalId === goalId && checkIn.state === 'recorded');
    return {
      position,
      question,
      ownText: own.find(({ id }) => question === `own:${id}`)?.text ?? null,
      goal: goals.find(({ id }) => id === goalId) ?? null,
      answer: answer
        ? { checkInId: answer.id, status: answer.status, text: answer.text, audience: answer.audience }
        : null,
    };
  });
}
