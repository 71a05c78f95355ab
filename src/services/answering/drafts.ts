import type { Audience, CheckIn } from '../../domain/check-in';
import type { Goal } from '../../domain/goal';
import type { Member } from '../../domain/member';
import type { Nudge } from '../../domain/nudge';
import { Refused } from '../../domain/refusal';
import { narrower } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import { ownGoal } from '../goals/goals';
import type { Response } from '../../store/responses';
import type { Actor, Context } from '../ports';
import { sharingNow } from '../reads/readers';
import { refreshAbout, refreshMessages } from '../refresh';
import { askWithin } from './ask';
import { keepTypedStep } from './keep-step';
import { pairedWith, passOn } from './pass-on';
import { afterRecording, ownCheckIn, sharingOfAnswer } from './record-check-in';

/** What becomes of words that nobody asked for, or of which nobody knows what they are about: their author says. */

/** Says which goal a kept text is about ('none': none in particular), and saves it if it was a draft. */
export async function fileCheckIn(
  { store, bank }: Context,
  actor: Actor,
  checkInId: string,
  goalId: string | null,
): Promise<void> {
  const { member, now } = actor;
  const checkIn = await ownCheckIn(store, member, checkInId);
  const goal = goalId === null ? null : await ownGoal(store, member, goalId);
  await store.transaction(async (within) => {
    const nudge = checkIn.nudgeId === null ? null : await within.nudges.byId(checkIn.nudgeId);
    const filed = await within.checkIns.change(checkInId, {
      goalId,
      filedAt: now,
      state: 'recorded',
      ...(await sharingWhenFiled(within, member, checkIn, nudge, goal)),
    });
    if (nudge !== null) await keepTypedStep(within, bank, actor, filed, nudge);
    await refreshAbout(within, filed);
    await afterRecording(within, member, goal, filed, now);
  });
}

/**
 * A draft is shared as the person likes by default, or as the nudge said that it is below; an answer as it was. With nobody
 * who may not know of the goal.
 */
async function sharingWhenFiled(
  store: WorkspaceStore,
  member: Member,
  checkIn: CheckIn,
  nudge: Nudge | null,
  goal: Goal | null,
): Promise<{ audience: Audience; sharedWith: string[] }> {
  if (checkIn.state === 'draft' && nudge !== null) {
    const asked = await sharingOfAnswer(store, member, nudge, goal);
    return { audience: asked.audience, sharedWith: [...asked.sharedWith] };
  }
  const said = checkIn.state === 'draft' ? member.defaultAudience : checkIn.audience;
  const audience = narrower(said, goal?.audience ?? said);
  const now = await sharingNow(store, member.id, audience);
  const sharedWith = checkIn.state === 'draft' ? now.sharedWith : checkIn.sharedWith;
  return { audience, sharedWith: audience === 'self' ? [] : [...sharedWith] };
}

/** Lets go of a draft: it is erased. */
export async function letGoOfDraft({ store }: Context, { member }: Actor, checkInId: string): Promise<void> {
  const checkIn = await ownCheckIn(store, member, checkInId);
  if (checkIn.state !== 'draft') return;
  await store.transaction(async (within) => {
    await refreshAbout(within, checkIn);
    await within.checkIns.remove(checkInId);
  });
}

/** A draft becomes an ask of a mentor: it leaves the author's drafts, and an edit of it in Slack still reaches them. */
export async function askMentor(
  context: Context,
  actor: Actor,
  draftId: string,
  mentorId: string,
): Promise<void> {
  const draft = await ownCheckIn(context.store, actor.member, draftId);
  if (draft.state !== 'draft') throw new Refused({ code: 'gone', what: 'check_in' });
  await passOnInstead(context, actor, draft, mentorId, null);
}

/** What was typed below a nudge, and not filed yet, was the answer to the mentor's question in it. */
export async function answerMentor(
  context: Context,
  actor: Actor,
  checkInId: string,
  questionId: string,
): Promise<void> {
  const checkIn = await ownCheckIn(context.store, actor.member, checkInId);
  const question = await context.store.responses.byId(questionId);
  const isAsked = question?.toId === actor.member.id && question.kind === 'mentor_question';
  if (!isAsked || checkIn.state !== 'draft' || question.nudgeId !== checkIn.nudgeId)
    throw new Refused({ code: 'gone', what: 'check_in' });
  await passOnInstead(context, actor, checkIn, question.fromId, question);
}

/** The words go to this one person, and are a check-in no more. */
async function passOnInstead(
  context: Context,
  actor: Actor,
  { id, text, originChannel, originTs }: CheckIn,
  toId: string,
  after: Response | null,
): Promise<void> {
  const { member: from, now } = actor;
  if (text === null) throw new Refused({ code: 'gone', what: 'check_in' });
  const to = await pairedWith(context, actor, toId);
  const origin = originChannel && originTs ? { channel: originChannel, ts: originTs } : null;
  const words = { id, from, text, origin, onceKey: `question:${id}` };
  await context.store.transaction(async (within) => {
    await within.checkIns.remove(id);
    if (after === null) await askWithin(within, { ...words, to }, now);
    else await passOn(within, { ...words, toId: to.id, kind: 'reply', after }, now);
    await refreshMessages(within, id);
  });
}
