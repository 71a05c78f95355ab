import type { Member } from '../../domain/member';
import type { AskedQuestion, Said } from '../../domain/message';
import { SILENCE_ANSWERS } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { named, readersOf } from './in-words';

export async function composeNudge(
  store: WorkspaceStore,
  kind: 'nudge' | 'silence' | 'outage',
  nudgeId: string,
  to: Member,
): Promise<Said | null> {
  if (kind === 'outage') return { kind, to: named(to), count: 1 };
  const nudge = await store.nudges.byId(nudgeId);
  if (!nudge) return null;
  if (kind === 'silence') {
    const mentors = await readersOf(store, to.id, 'mentor');
    return { kind, nudgeId, to: named(to), mentors, answer: readSilence(nudge.silenceAnswer) };
  }
  return {
    kind,
    nudgeId,
    state: nudge.state,
    to: named(to),
    questions: await askedQuestions(store, nudge),
    readers: await readersOf(store, to.id, to.defaultAudience),
    audience: to.defaultAudience,
    followedUp: nudge.followedUpAt !== null,
    zone: to.zone,
  };
}

function readSilence(answer: string | null) {
  return SILENCE_ANSWERS.find((known) => known === answer) ?? null;
}

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
