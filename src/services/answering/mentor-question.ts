import { named, type Named } from '../../domain/facts';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import { checkedQuestion } from '../asking/own-questions';
import type { Actor, Context } from '../ports';
import { agreementLines } from '../reads/agreements';
import { nextAsked } from '../reads/next-asked';
import { refreshHome } from '../refresh';

/** A question of a mentor's own, which stands as theirs in the next nudge of one mentee: one at a time. */

export interface Put {
  readonly to: Named;
  readonly text: string;
  /** When it is asked, as far as anybody knows. */
  readonly next: Date | null;
  /** What waited, and is not asked now. */
  readonly instead: string | null;
}

/** Whom a question is put to: by the mentorship, or as a command names them. */
export type Mentee = { readonly mentorshipId: string } | { readonly slackUserId: string };

/** Puts a question into the mentee's next nudge; one that waited there gives way to it. */
export async function putQuestion(
  { store }: Context,
  actor: Actor,
  mentee: Mentee,
  text: string,
  onceKey: string,
): Promise<Put> {
  const { member, now } = actor;
  const pair = await pairWith(store, actor, mentee);
  const { menteeId, mentee: to } = pair;
  const [line] = await agreementLines(store, [pair], member.id, now);
  if (line?.inForce?.isOver === true)
    throw new Refused({ code: 'after_the_agreement', until: line.inForce.until });
  const question = checkedQuestion(text);
  const key = `mentor_question:${member.id}:${onceKey}`;
  const instead = await store.transaction(async (within) => {
    await within.members.lock(member.id);
    if (await within.responses.hasKey(key)) return null;
    const waiting = await waitingFor(within, member, menteeId);
    for (const { id } of waiting) await within.responses.remove(id);
    await within.responses.add({
      fromId: member.id,
      toId: menteeId,
      kind: 'mentor_question',
      text: question,
      at: now,
      onceKey: key,
    });
    await refreshHome(within, member.id);
    return waiting[0]?.text ?? null;
  });
  return { to: named(to), text: question, next: await nextAsked(store, to), instead };
}

/** Takes back what waits for the mentee's next nudge. */
export async function takeBackQuestion({ store }: Context, actor: Actor, mentee: Mentee): Promise<Named> {
  const { member } = actor;
  const { menteeId, mentee: to } = await pairWith(store, actor, mentee);
  const waiting = await waitingFor(store, member, menteeId);
  if (waiting.length === 0) throw new Refused({ code: 'no_question_waits', who: to.slackUserId });
  for (const { id } of waiting) await store.responses.remove(id);
  await refreshHome(store, member.id);
  return named(to);
}

/** What waits for the next nudge of the mentee of this mentorship; null for whoever is not their mentor. */
export async function waitingQuestion(
  { store }: Context,
  { member }: Actor,
  mentorshipId: string,
): Promise<{ readonly text: string | null } | null> {
  const pair = await store.mentorships.byId(mentorshipId);
  if (pair?.mentorId !== member.id || pair.state !== 'active') return null;
  const [waiting] = await waitingFor(store, member, pair.menteeId);
  return { text: waiting?.text ?? null };
}

async function waitingFor(store: WorkspaceStore, mentor: Member, menteeId: string) {
  return (await store.responses.waitingFrom(mentor.id)).filter(({ toId }) => toId === menteeId);
}

async function pairWith(store: WorkspaceStore, { member }: Actor, mentee: Mentee): Promise<Pair> {
  const mine = (await store.mentorships.openOf(member.id)).filter(
    ({ mentorId, state }) => mentorId === member.id && state === 'active',
  );
  const pair = mine.find((each) =>
    'mentorshipId' in mentee
      ? each.id === mentee.mentorshipId
      : each.mentee.slackUserId === mentee.slackUserId,
  );
  if (!pair) throw new Refused({ code: 'not_your_mentee' });
  return pair;
}
