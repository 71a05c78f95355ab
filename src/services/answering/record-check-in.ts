import type { Audience, CheckIn, CheckInStatus } from '../../domain/check-in';
import { TEXT_LIMIT, type Goal } from '../../domain/goal';
import type { BarrierDraft } from '../../domain/ledger/barrier';
import type { PromiseDraft } from '../../domain/ledger/promise';
import type { Member } from '../../domain/member';
import type { Named } from '../../domain/facts';
import { isOpen, UNANSWERED, type Nudge, type NudgeQuestion } from '../../domain/nudge';
import { Refused } from '../../domain/refusal';
import { narrower, shareAnswer, shareNow, type Sharing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import { readersOf, sharingNow } from '../reads/readers';
import { moveGoalWithin, ownGoal } from '../goals/goals';
import type { Actor, Context } from '../ports';
import { ownNudge } from '../asking/put-off-nudge';
import { makeWhole } from '../asking/rhythm';
import { keepBarrier } from './keep-barrier';
import { keepStep } from './keep-step';
import { refreshAbout, refreshHomes, refreshMessages } from '../refresh';

/** Records what a person says by button or form: an answer to a nudge, or a check-in of their own. */

export interface NudgeAnswer {
  readonly nudgeId: string;
  readonly position: number;
  readonly status: CheckInStatus;
  /** Left out by a tap: what was written before stays. Null erases it. */
  readonly text?: string | null;
  /** What comes next; left out by a tap: it stays as it was. */
  readonly step?: PromiseDraft;
  /** Null: as it was, or as the nudge said the first time. */
  readonly audience: Audience | null;
}

/** Answers one question of a nudge, by button or form. The same question answered again changes the one check-in. */
export async function answerNudge({ store }: Context, actor: Actor, answer: NudgeAnswer): Promise<CheckIn> {
  const { member, now } = actor;
  refuseLongText(answer.text ?? null);
  const nudge = await ownNudge(store, actor, answer.nudgeId);
  const question = nudge.questions.find(({ position }) => position === answer.position);
  if (!question || !(isOpen(nudge) || nudge.state === 'skipped'))
    throw new Refused({ code: 'gone', what: 'nudge' });
  const goal = question.goalId === null ? null : await ownGoal(store, member, question.goalId);

  return store.transaction(async (within) => {
    const sharing = await sharingOfAnswer(within, member, nudge, goal, answer.audience);
    // A form changes the answer that it showed, wherever that was given.
    const shown = answer.text === undefined ? undefined : await lastAnswer(within, nudge.id, question.goalId);
    const checkIn = shown
      ? await changeAnswer(within, shown, answer, sharing, now)
      : await firstAnswer(within, member, nudge, question, answer, sharing, now);
    await keepStep(within, actor, checkIn, answer.step);
    await markAnswered(within, member, nudge.id, now);
    await afterRecording(within, member, goal, checkIn, now);
    return checkIn;
  });
}

async function firstAnswer(
  store: WorkspaceStore,
  member: Member,
  nudge: Nudge,
  { position, goalId }: NudgeQuestion,
  { status, text, audience }: NudgeAnswer,
  sharing: Sharing,
  now: Date,
): Promise<CheckIn> {
  const { checkIn } = await store.checkIns.answer(
    `nudge:${nudge.id}:${position}`,
    {
      memberId: member.id,
      goalId,
      nudgeId: nudge.id,
      state: 'recorded',
      status,
      text: text ?? null,
      ...sharing,
      saidAt: now,
    },
    // A tap chooses no words and no readers: words that were kept private stay so.
    { text: text !== undefined, audience: audience !== null },
  );
  return checkIn;
}

async function changeAnswer(
  store: WorkspaceStore,
  shown: CheckIn,
  { status, text = null, audience }: NudgeAnswer,
  { sharedWith, audience: chosen }: Sharing,
  now: Date,
): Promise<CheckIn> {
  const checkIn = await store.checkIns.change(shown.id, {
    status,
    text,
    editedAt: now,
    ...(audience === null ? {} : { audience: chosen, sharedWith: [...sharedWith] }),
  });
  await refreshAbout(store, checkIn);
  return checkIn;
}

/** Takes back the answer to one question of a nudge, words and all. */
export async function takeBackAnswer(
  { store }: Context,
  actor: Actor,
  { nudgeId, position }: { nudgeId: string; position: number },
): Promise<void> {
  const { member } = actor;
  const nudge = await ownNudge(store, actor, nudgeId);
  const question = nudge.questions.find((asked) => asked.position === position);
  await store.transaction(async (within) => {
    const shown = question && (await lastAnswer(within, nudgeId, question.goalId));
    if (!shown) throw new Refused({ code: 'nothing_written' });
    await refreshAbout(within, shown);
    await within.checkIns.remove(shown.id);
    await refreshHomes(within, member.id);
  });
}

/** What a nudge shows as the answer to its question about this goal. */
async function lastAnswer(
  store: WorkspaceStore,
  nudgeId: string,
  goalId: string | null,
): Promise<CheckIn | undefined> {
  const checkIns = await store.checkIns.ofNudge(nudgeId);
  return checkIns.findLast((checkIn) => checkIn.goalId === goalId && checkIn.state === 'recorded');
}

/** Whom an answer to this nudge is said to. */
export async function sharingOfAnswer(
  store: WorkspaceStore,
  member: Member,
  nudge: Pick<Nudge, 'id'>,
  goal: Pick<Goal, 'audience'> | null,
  chosen: Audience | null = null,
): Promise<Sharing> {
  // As it stands in this transaction: a narrower default may have come in between.
  const asked = await store.nudges.byId(nudge.id);
  const said = asked?.audience ? { audience: asked.audience, sharedWith: asked.sharedWith } : null;
  const pairs = await store.mentorships.currentOfMentees([member.id]);
  return shareAnswer(said, goal, chosen, member.defaultAudience, pairs);
}

export interface FreeCheckIn {
  readonly goalId: string | null;
  readonly status: CheckInStatus;
  readonly text: string | null;
  readonly step?: PromiseDraft;
  readonly barrier?: BarrierDraft;
  readonly audience: Audience | null;
  /** Makes a form that is sent twice one check-in. */
  readonly onceKey: string;
  readonly origin?: { readonly channel: string; readonly ts: string };
}

/** A check-in at any time, asked or not. It answers the open nudge when that asked about this goal. */
export async function checkInFreely(
  { store }: Context,
  actor: Actor,
  free: FreeCheckIn,
): Promise<{ checkIn: CheckIn; readers: Named[] }> {
  const { member, now } = actor;
  refuseLongText(free.text);
  const names = free.step?.words ?? free.barrier?.words ?? null;
  if (free.text === null && free.status === 'note' && names === null)
    throw new Refused({ code: 'nothing_written' });
  const goal = free.goalId === null ? null : await ownGoal(store, member, free.goalId);
  const nudge = await store.nudges.openOf(member.id);
  const isAnswer = nudge?.questions.some(({ goalId }) => goalId === free.goalId) === true;
  const audience =
    free.audience ?? narrower(member.defaultAudience, goal?.audience ?? member.defaultAudience);
  const sharing = await sharingNow(store, member.id, audience);
  const saved =
    free.origin === undefined ? null : await store.checkIns.byOrigin(free.origin.channel, free.origin.ts);
  const checkIn = await store.transaction(async (within) => {
    const recorded =
      saved?.memberId === member.id
        ? { checkIn: await saveAgain(within, saved, free, sharing, now), isNew: true }
        : await within.checkIns.answer(`form:${member.id}:${free.onceKey}`, {
            memberId: member.id,
            goalId: free.goalId,
            nudgeId: isAnswer ? nudge.id : null,
            state: 'recorded',
            status: free.status,
            text: free.text,
            ...sharing,
            saidAt: now,
            // One message is the origin of one check-in: whoever saved it first has it.
            ...(free.origin && !saved
              ? { originChannel: free.origin.channel, originTs: free.origin.ts }
              : {}),
          });
    await keepStep(within, actor, recorded.checkIn, free.step);
    await keepBarrier(within, actor, recorded.checkIn, free.barrier);
    if (isAnswer) await markAnswered(within, member, nudge.id, now);
    if (recorded.isNew) await afterRecording(within, member, goal, recorded.checkIn, now);
    return recorded.checkIn;
  });
  return { checkIn, readers: await readersOf(store, member.id, checkIn) };
}

/** A message that is a check-in already, saved again with a form: the form has the last word. */
async function saveAgain(
  store: WorkspaceStore,
  saved: CheckIn,
  { goalId, status, text }: FreeCheckIn,
  { audience, sharedWith }: Sharing,
  now: Date,
): Promise<CheckIn> {
  const checkIn = await store.checkIns.change(saved.id, {
    goalId,
    status,
    audience,
    sharedWith: [...sharedWith],
    state: 'recorded',
    text,
    filedAt: now,
  });
  await refreshAbout(store, checkIn);
  return checkIn;
}

/** Changes who may read a check-in: the mentors of today, or fewer. From then on it shows only to them, who are named. */
export async function changeAudience(
  { store }: Context,
  { member }: Actor,
  checkInId: string,
  audience: Audience,
): Promise<Named[]> {
  await ownCheckIn(store, member, checkInId);
  const changed = await store.transaction(async (within) => {
    const { sharedWith } = shareNow(audience, await within.mentorships.currentOfMentees([member.id]));
    const checkIn = await within.checkIns.change(checkInId, { audience, sharedWith: [...sharedWith] });
    await refreshAbout(within, checkIn);
    await refreshHomes(within, member.id);
    return checkIn;
  });
  return readersOf(store, member.id, changed);
}

export async function ownCheckIn(store: WorkspaceStore, member: Member, checkInId: string): Promise<CheckIn> {
  const checkIn = await store.checkIns.byId(checkInId);
  if (!checkIn) throw new Refused({ code: 'gone', what: 'check_in' });
  if (checkIn.memberId !== member.id) throw new Refused({ code: 'not_yours' });
  return checkIn;
}

/** An answered nudge waits for no follow-up, and shows what was recorded. */
export async function markAnswered(
  store: WorkspaceStore,
  member: Member,
  nudgeId: string,
  now: Date,
): Promise<void> {
  await store.nudges.move(nudgeId, [...UNANSWERED, 'skipped'], 'answered', {
    answeredAt: now,
    followUpAt: null,
  });
  await makeWhole(store, member, now, false);
  await refreshMessages(store, nudgeId);
}

/** What follows from every check-in: a goal that is done is reached, and those who may see it see it. */
export async function afterRecording(
  store: WorkspaceStore,
  member: Member,
  goal: Goal | null,
  { status, audience }: Pick<CheckIn, 'status' | 'audience'>,
  now: Date,
): Promise<void> {
  if (status === 'done' && goal?.state === 'active') {
    await moveGoalWithin(store, member, goal, 'achieve', null, now, audience);
  } else {
    await refreshHomes(store, member.id);
  }
}

function refuseLongText(text: string | null): void {
  const length = [...(text ?? '')].length;
  if (length > TEXT_LIMIT) throw new Refused({ code: 'text_too_long', limit: TEXT_LIMIT, length });
}
