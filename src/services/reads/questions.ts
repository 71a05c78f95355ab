import type { CheckIn } from '../../domain/check-in';
import { named, type AskedQuestion } from '../../domain/facts';
import type { NudgeQuestion } from '../../domain/nudge';
import { GOALS_ASKED } from '../../domain/question';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { readersOf } from './readers';
import { carriedOf } from './rider';
import { seenOf } from './seen';
import { toldOf } from './told';

/** The questions of a nudge, each with what was answered so far. */

export async function askedQuestions(store: WorkspaceStore, nudge: AskedNudge): Promise<AskedQuestion[]> {
  const goals = await store.goals.ofMember(nudge.memberId);
  const checkIns = await store.checkIns.ofNudge(nudge.id);
  const ownIds = nudge.questions.flatMap(({ question }) => ownQuestionId(question) ?? []);
  const own = ownIds.length === 0 ? new Map<string, string>() : await store.life.questionTexts(ownIds);
  const shown = nudge.questions.map(async ({ position, goalId, question, passedAt }) => {
    const answer = checkIns.findLast((checkIn) => checkIn.goalId === goalId && checkIn.state === 'recorded');
    return {
      position,
      question,
      ownText: own.get(ownQuestionId(question) ?? '') ?? null,
      goal: goals.find(({ id }) => id === goalId) ?? null,
      answer: answer ? await answerShown(store, answer) : null,
      passed: passedAt !== null,
    };
  });
  return Promise.all(shown);
}

async function answerShown(store: WorkspaceStore, checkIn: CheckIn): Promise<AskedQuestion['answer']> {
  const { waiting, told } = await toldOf(store, checkIn);
  return {
    checkInId: checkIn.id,
    status: checkIn.status,
    text: checkIn.text,
    audience: checkIn.audience,
    readers: await readersOf(store, checkIn.memberId, checkIn),
    tellable: waiting.map(({ mentor }) => named(mentor)),
    told: told.map(({ mentor }) => named(mentor)),
    seen: await seenOf(store, checkIn, told),
    carried: await carriedOf(store, checkIn.id),
  };
}

/** Those of a nudge that were neither answered nor let go by. */
export async function openQuestions(store: WorkspaceStore, nudge: AskedNudge): Promise<NudgeQuestion[]> {
  const answers = (await store.checkIns.ofNudge(nudge.id)).filter(({ state }) => state === 'recorded');
  const answered = new Set(answers.map(({ goalId }) => goalId));
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
