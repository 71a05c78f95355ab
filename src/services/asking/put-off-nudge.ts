import { instantAt, localDate } from '../../domain/local-time';
import { isOpen, UNANSWERED, type NudgeQuestion, type NudgeState } from '../../domain/nudge';
import type { Member } from '../../domain/member';
import { lastDay } from '../../domain/pair/agreement';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { AskedNudge } from '../../store/nudges';
import type { Actor, Context } from '../ports';
import { agreedOf } from '../reads/agreed';
import { nextAsked } from '../reads/next-asked';
import { mentorQuestionOf } from '../reads/mentor-question';
import { openQuestions } from '../reads/questions';
import { noteArrival } from './note-arrival';
import { refreshHome, refreshMessages } from '../refresh';

/** A nudge is put off, or let pass. */

const DEFAULT_HOUR = '09:00';

/** Puts off what is open of a nudge: it gives way to another, planned for the moment chosen. */
export async function snoozeNudge(
  { store }: Context,
  actor: Actor,
  nudgeId: string,
  until: Date,
): Promise<void> {
  const { member, now } = actor;
  if (until <= now) throw new Refused({ code: 'moment_in_the_past', heard: '' });
  const last = lastDay(await agreedOf(store, member));
  if (last !== null && localDate(until, member.zone) > last)
    throw new Refused({ code: 'after_the_agreement', until: last });
  const id = store.newId();
  await store.transaction(async (within) => {
    const put = { reason: 'snoozed', detail: until.toISOString(), followUpAt: null } as const;
    const open = await setAside(within, actor, nudgeId, UNANSWERED, put);
    await within.nudges.plan(
      [
        {
          id,
          memberId: member.id,
          // Beside whatever else is due at that moment: the rhythm's own nudge, or another that was snoozed.
          dueAt: await within.nudges.freeInstantAfter(member.id, until),
          origin: 'snoozed',
          state: 'planned',
          sendAt: until,
          reason: null,
          detail: null,
          messageId: null,
          silenceAskedAt: null,
        },
      ],
      open.map(({ position, goalId, question }) => ({ nudgeId: id, position, goalId, question })),
    );
    await within.responses.askLater(nudgeId, id);
    await refreshMessages(within, nudgeId);
    await refreshHome(within, member.id);
  });
}

/** Asks again on the local day chosen, at the hour of the person's rhythm. */
export async function snoozeToDay(
  context: Context,
  actor: Actor,
  nudgeId: string,
  date: string,
): Promise<Date> {
  const { member, now } = actor;
  const cadence = await context.store.cadences.ofMember(member.id, 'nudge');
  const at = instantAt(date, cadence?.start.slice(11) ?? DEFAULT_HOUR, member.zone);
  if (at === null || date < localDate(now, member.zone))
    throw new Refused({ code: 'date_in_the_past', date });
  await snoozeNudge(context, actor, nudgeId, at);
  return at;
}

/** Lets this one go by, with or without a reason. A reason may be added later. */
export async function skipNudge(
  { store }: Context,
  actor: Actor,
  nudgeId: string,
  reason: string | null,
): Promise<void> {
  await store.transaction(async (within) => {
    await setAside(within, actor, nudgeId, [...UNANSWERED, 'skipped'], { ...SKIPPED, detail: reason });
    await refreshMessages(within, nudgeId);
    await refreshHome(within, actor.member.id);
  });
}

/** What is open of a nudge is open no more. One that is answered in part stays answered. */
async function setAside(
  store: WorkspaceStore,
  actor: Actor,
  nudgeId: string,
  from: readonly NudgeState[],
  why: { readonly reason: 'snoozed' | 'skipped'; readonly detail: string | null; readonly followUpAt: null },
): Promise<NudgeQuestion[]> {
  const { member, now } = actor;
  // Two taps at once: the second sees what the first has left open.
  await store.members.lock(member.id);
  const nudge = await ownNudge(store, actor, nudgeId);
  const open = await openQuestions(store, nudge);
  const isAnswered = nudge.state === 'answered';
  const isSet =
    isAnswered && open.length > 0
      ? await store.nudges.move(nudgeId, ['answered'], 'answered', why)
      : await store.nudges.move(nudgeId, from, 'skipped', why);
  if (!isSet) throw new Refused({ code: 'gone', what: 'nudge' });
  if (isAnswered)
    await store.nudges.pass(
      nudgeId,
      open.map(({ position }) => position),
      now,
    );
  return open;
}

/**
 * Lets one question go by, without a reason, and nobody hears. Once nothing else of its nudge is open, the nudge is let
 * go by with it, unless something in it was answered. A question that is open no more stays as it is.
 */
export async function passQuestion(
  { store }: Context,
  actor: Actor,
  { nudgeId, position }: { nudgeId: string; position: number },
): Promise<void> {
  const { member, now } = actor;
  await store.transaction(async (within) => {
    await within.members.lock(member.id);
    const nudge = await ownNudge(within, actor, nudgeId);
    const open = await openQuestions(within, nudge);
    if (!isOpen(nudge) || !open.some((question) => question.position === position)) return;
    await within.nudges.pass(nudgeId, [position], now);
    await afterPassing(within, member, nudgeId);
  });
}

/** The same for a mentor's question, who does not hear of it. */
export async function passMentorQuestion(
  { store }: Context,
  { member, now }: Actor,
  questionId: string,
): Promise<void> {
  const question = await store.responses.byId(questionId);
  if (!question?.nudgeId) throw new Refused({ code: 'gone', what: 'words' });
  if (question.toId !== member.id) throw new Refused({ code: 'not_yours' });
  const { id, nudgeId } = question;
  await store.transaction(async (within) => {
    await within.members.lock(member.id);
    if (await within.responses.pass(id, now)) await afterPassing(within, member, nudgeId);
  });
}

async function afterPassing(store: WorkspaceStore, member: Member, nudgeId: string): Promise<void> {
  const nudge = await store.nudges.byId(nudgeId);
  const isWaiting =
    nudge !== null &&
    ((await openQuestions(store, nudge)).length > 0 ||
      (await mentorQuestionOf(store, nudge))?.state === 'open');
  if (!isWaiting) await store.nudges.move(nudgeId, UNANSWERED, 'skipped', SKIPPED);
  await refreshMessages(store, nudgeId);
  await refreshHome(store, member.id);
}

const SKIPPED = { reason: 'skipped', detail: null, followUpAt: null } as const;

/** The nudge that a typed `/nudge snooze` or `/nudge skip` means: the open one. */
export async function openNudge({ store }: Context, { member }: Actor): Promise<AskedNudge> {
  const nudge = await store.nudges.openOf(member.id);
  const isOver = nudge?.state === 'answered' && (await openQuestions(store, nudge)).length === 0;
  if (nudge === null || isOver) {
    throw new Refused({ code: 'nothing_open', next: await nextAsked(store, member), zone: member.zone });
  }
  return nudge;
}

/** One of their own nudges. Whoever acts on its message proves that it has arrived. */
export async function ownNudge(store: WorkspaceStore, actor: Actor, nudgeId: string): Promise<AskedNudge> {
  const nudge = await store.nudges.byId(nudgeId);
  if (!nudge) throw new Refused({ code: 'gone', what: 'nudge' });
  if (nudge.memberId !== actor.member.id) throw new Refused({ code: 'not_yours' });
  if (nudge.state === 'sending' && actor.place) await noteArrival(store, actor, nudge, actor.place);
  return nudge;
}
