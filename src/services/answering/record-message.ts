import type { MentorQuestion } from '../../domain/facts';
import type { Member } from '../../domain/member';
import type { AskedNudge } from '../../store/nudges';
import type { WorkspaceStore } from '../../store';
import { markAnswered, sharingOfAnswer } from './record-check-in';
import { editTypedStep, keepTypedStep } from './keep-step';
import { doOnce } from '../do-once';
import type { Actor, Context, Placed } from '../ports';
import { noteArrival } from '../asking/note-arrival';
import { mayWriteTo } from '../reads/readers';
import { passOn, wordsOfThread, type Conversation } from './pass-on';
import { mentorQuestionOf } from '../reads/mentor-question';
import { openQuestions } from '../reads/questions';
import { refreshAbout, refreshHomes, refreshMessages } from '../refresh';
import type { Sharing } from '../../domain/visibility';

/** A message that a person wrote in the DM, or in a thread there. */
export interface WrittenMessage {
  readonly eventId: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Whether the thread hangs on something that the bot said. */
  readonly isUnderOurs: boolean;
  /** As the person typed it, unescaped. */
  readonly text: string;
  readonly hasFiles: boolean;
}

/**
 * Takes in what a person wrote. In a thread it goes on from what hangs there: words of somebody else, who gets them at
 * once, else the nudge, which it answers. At the top it answers the open nudge while something in it is unanswered; with
 * several goals asked about it is kept and one tap files it. Anything else is a draft of its author, who may save it.
 */
export async function recordMessage(context: Context, actor: Actor, message: WrittenMessage): Promise<void> {
  await takeInOnce(context, actor, message);
}

/** Does what a message asked for, once however often it is delivered, so that neither it nor its edit is kept as words. */
export function obeyMessage(
  context: Context,
  { channel, ts }: Placed,
  now: Date,
  work: () => Promise<void>,
): Promise<void> {
  return doOnce(context, saidKey(channel, ts), now, work);
}

/** False when the message was taken in before, under whichever event: its edit may have overtaken it. */
async function takeInOnce({ store, bank }: Context, actor: Actor, message: WrittenMessage): Promise<boolean> {
  const { member, now } = actor;
  return store.transaction(async (within) => {
    const isEmpty = message.text.trim() === '';
    const key = saidKey(message.channel, message.ts);
    if (isEmpty ? await within.events.seen(key) : !(await within.events.claim(key, now))) return false;
    if (!(await within.events.claim(message.eventId, now))) return true;
    if (await within.checkIns.byOrigin(message.channel, message.ts)) return false;
    if (await within.responses.byOrigin(message.channel, message.ts)) return false;
    // Whatever DM we knew of, this is the one.
    if (member.dmChannelId !== message.channel) {
      await within.members.change(member.id, { dmChannelId: message.channel });
    }
    if (isEmpty) {
      await answer(within, member, message, message.hasFiles ? 'file_only' : 'help', null, now);
      return true;
    }
    if (await passedOn(within, actor, message)) return true;
    const nudge = await nudgeFor(within, actor, message);
    const open = nudge ? await openQuestions(within, nudge) : [];
    const ofMentor = nudge && (await openMentorQuestion(within, nudge));
    if (ofMentor && open.length === 0) {
      const question = await within.responses.byId(ofMentor.responseId);
      if (question) await reply(within, actor, message, { words: question, toId: question.fromId });
      return true;
    }
    // When none is open, any of them may be meant.
    const [only, ...others] = open.length === 0 ? (nudge?.questions ?? []) : open;
    const isClear = only !== undefined && others.length === 0 && !ofMentor;
    const goalId = isClear ? only.goalId : null;
    const goal = goalId === null ? null : await within.goals.byId(goalId);
    const checkIn = await within.checkIns.add({
      memberId: member.id,
      goalId,
      nudgeId: nudge?.id ?? null,
      // Perhaps it is for one mentor alone: nobody reads it before that is said.
      state: nudge && !ofMentor ? 'recorded' : 'draft',
      status: 'note',
      text: message.text,
      ...(nudge && !ofMentor ? await sharingOfAnswer(within, member, nudge, goal) : JUST_ME),
      saidAt: now,
      originChannel: message.channel,
      originTs: message.ts,
    });
    if (!nudge) {
      await answer(within, member, message, 'nothing_open', checkIn.id, now);
      return true;
    }
    if (isClear) await keepTypedStep(within, bank, actor, checkIn, nudge);
    await markAnswered(within, member, nudge.id, now);
    await answer(within, member, message, isClear ? 'recorded' : 'which_goal', checkIn.id, now);
    await refreshHomes(within, member.id);
    return true;
  });
}

const JUST_ME: Sharing = { audience: 'self', sharedWith: [] };

/** Whether a message was words to the person with whom its thread goes on. */
async function passedOn(store: WorkspaceStore, actor: Actor, message: WrittenMessage): Promise<boolean> {
  const { threadTs } = message;
  const conversation = threadTs === null ? null : await wordsOfThread(store, actor.member, threadTs);
  if (conversation === null) return false;
  await reply(store, actor, message, conversation);
  return true;
}

/** What was written goes to the other of the conversation, at once. */
async function reply(
  store: WorkspaceStore,
  { member, now }: Actor,
  message: WrittenMessage,
  { words, toId }: Conversation,
): Promise<void> {
  const { text, channel, ts } = message;
  const sent = await passOn(
    store,
    {
      from: member,
      toId,
      kind: words.fromId === member.id ? 'note' : 'reply',
      text,
      after: words,
      origin: { channel, ts },
      onceKey: `reply:${channel}:${ts}`,
    },
    now,
  );
  if (sent !== null) await answer(store, member, message, 'words_sent', sent.id, now);
}

/** An edit in Slack edits what was kept or passed on. One that overtook its message is taken as the message. */
export async function editMessage(context: Context, actor: Actor, message: WrittenMessage): Promise<void> {
  const { store } = context;
  const { member, now } = actor;
  // Nothing is left of what was written, though a file may be: empty means erased.
  if (message.text.trim() === '') return deleteMessage(context, message, now);
  if (await editPassedOn(store, actor, message)) return;
  const before = await store.checkIns.byOrigin(message.channel, message.ts);
  if (!before && (await takeInOnce(context, actor, message))) return;
  const known = before ?? (await store.checkIns.byOrigin(message.channel, message.ts));
  if (known?.memberId !== member.id || known.text === message.text) return;
  await store.transaction(async (within) => {
    if (!(await within.events.claim(message.eventId, now))) return;
    const edited = await within.checkIns.change(known.id, { text: message.text, editedAt: now });
    await editTypedStep(within, actor, known, edited);
    await refreshAbout(within, edited);
    await refreshHomes(within, member.id);
  });
}

/** Whether a message was words to somebody: they read what it says now, while the two are paired. */
async function editPassedOn(
  store: WorkspaceStore,
  { member, now }: Actor,
  { eventId, channel, ts, text }: WrittenMessage,
): Promise<boolean> {
  const words = await store.responses.byOrigin(channel, ts);
  if (words?.fromId !== member.id) return false;
  await store.transaction(async (within) => {
    if (words.text === text || !(await within.events.claim(eventId, now))) return;
    const isRead = words.toId !== null && (await mayWriteTo(within, member.id, words.toId));
    if (isRead) await within.responses.changeText(words.id, text, now);
    await refreshMessages(within, words.id);
  });
  return true;
}

/** A deletion in Slack deletes what was kept, and takes back what was passed on. One that overtook its message is remembered. */
export async function deleteMessage(
  { store }: Context,
  gone: { eventId: string; channel: string; ts: string },
  now: Date,
): Promise<void> {
  await store.transaction(async (within) => {
    if (!(await within.events.claim(gone.eventId, now))) return;
    // Never to be taken in after this; and the words of one that is being taken in are waited for.
    await within.events.claim(saidKey(gone.channel, gone.ts), now);
    const words = await within.responses.byOrigin(gone.channel, gone.ts);
    if (words) {
      await refreshMessages(within, words.id);
      await within.responses.remove(words.id);
    }
    const checkIn = await within.checkIns.byOrigin(gone.channel, gone.ts);
    if (!checkIn) return;
    await refreshAbout(within, checkIn);
    await within.checkIns.remove(checkIn.id);
    await refreshHomes(within, checkIn.memberId);
  });
}

async function nudgeFor(
  store: WorkspaceStore,
  actor: Actor,
  message: WrittenMessage,
): Promise<AskedNudge | null> {
  const { member } = actor;
  const nudge =
    message.threadTs === null
      ? await unansweredNudge(store, member)
      : ((await nudgeOfThread(store, message.channel, message.threadTs)) ??
        (await lostNudge(store, actor, message, message.threadTs)));
  return nudge?.memberId === member.id && nudge.questions.length > 0 ? nudge : null;
}

/** The open nudge, while something that it asks is open. */
async function unansweredNudge(store: WorkspaceStore, member: Member): Promise<AskedNudge | null> {
  const nudge = await store.nudges.openOf(member.id);
  if (nudge === null) return null;
  const isOpen =
    (await openQuestions(store, nudge)).length > 0 || (await openMentorQuestion(store, nudge)) !== null;
  return isOpen ? nudge : null;
}

/** The mentor's question in a nudge, while it waits for an answer. */
async function openMentorQuestion(store: WorkspaceStore, nudge: AskedNudge): Promise<MentorQuestion | null> {
  const question = await mentorQuestionOf(store, nudge);
  return question?.state === 'open' ? question : null;
}

/** The nudge that a thread hangs on, by the nudge's own message or by an answer to it. */
async function nudgeOfThread(
  store: WorkspaceStore,
  channel: string,
  threadTs: string,
): Promise<AskedNudge | null> {
  const nudge = await store.nudges.byMessage(channel, threadTs);
  if (nudge) return nudge;
  const answered = await store.checkIns.byOrigin(channel, threadTs);
  return answered?.nudgeId ? store.nudges.byId(answered.nudgeId) : null;
}

/** A thread under something of ours that was never seen to arrive hangs on the nudge whose send Slack did not answer. */
async function lostNudge(
  store: WorkspaceStore,
  actor: Actor,
  { channel, isUnderOurs }: WrittenMessage,
  ts: string,
): Promise<AskedNudge | null> {
  const nudge = await store.nudges.openOf(actor.member.id);
  if (!isUnderOurs || nudge?.state !== 'sending' || (await store.messages.isAt(channel, ts))) return null;
  await noteArrival(store, actor, nudge, { channel, ts });
  return nudge;
}

async function answer(
  store: WorkspaceStore,
  member: Member,
  message: WrittenMessage,
  kind: 'file_only' | 'help' | 'nothing_open' | 'recorded' | 'which_goal' | 'words_sent',
  subjectId: string | null,
  now: Date,
): Promise<void> {
  await store.messages.say(
    [
      {
        kind,
        memberId: member.id,
        channelId: message.channel,
        threadTs: message.threadTs ?? message.ts,
        ...(subjectId === null ? {} : { subjectId }),
        onceKey: `${kind}:${message.channel}:${message.ts}`,
      },
    ],
    now,
  );
}

/** Claimed by whoever takes in a message or its deletion: at the same moment one waits for the other. */
function saidKey(channel: string, ts: string): string {
  return `said:${channel}:${ts}`;
}
