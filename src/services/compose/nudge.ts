import type { Member } from '../../domain/member';
import type { AskedQuestion, Said } from '../../domain/message';
import { SILENCE_ANSWERS } from '../../domain/nudge';
import type { Sharing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import { named, readersOf, sharingNow } from './in-words';

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
    const sharing = await sharingNow(store, to.id, 'mentor');
    const mentors = await readersOf(store, to.id, sharing);
    return { kind, nudgeId, to: named(to), mentors, answer: readSilence(nudge.silenceAnswer), sharing };
  }
  const sharing = await sharingOfNudge(store, nudge, to);
  return {
    kind,
    nudgeId,
    state: nudge.state,
    to: named(to),
    questions: await askedQuestions(store, nudge),
    readers: await readersOf(store, to.id, sharing),
    sharing,
    followedUp: nudge.followedUpAt !== null,
    zone: to.zone,
  };
}

/** Who reads the answers: what would be said now while none is given, and what was said from then on. */
async function sharingOfNudge(store: WorkspaceStore, nudge: AskedNudge, to: Member): Promise<Sharing> {
  const isUnanswered = nudge.state === 'planned' || nudge.state === 'sending' || nudge.state === 'sent';
  if (isUnanswered || nudge.audience === null) return sharingNow(store, to.id, to.defaultAudience);
  return { audience: nudge.audience, sharedWith: nudge.sharedWith };
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
