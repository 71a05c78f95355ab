import { TEXT_LIMIT } from '../../domain/goal';
import { named, type Named } from '../../domain/facts';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Response, ResponseKind } from '../../store/responses';
import type { Actor, Context, Placed } from '../ports';
import { mayWriteTo } from '../reads/readers';
import { refreshAsk, refreshHome } from '../refresh';
import { markAnswered } from './record-check-in';

/** Words from one person to another, who are paired: passed on at once, to nobody else, and kept with their conversation. */

interface PassedOn {
  readonly id?: string;
  readonly from: Member;
  readonly toId: string;
  /** Whatever answers a mentor's question is an answer. */
  readonly kind: Exclude<ResponseKind, 'answer' | 'mentor_question'>;
  /** Null of an ask alone: it is for a word, and says no more. */
  readonly text: string | null;
  readonly goalId?: string;
  readonly checkInId?: string;
  /** In whose thread a conversation begins. */
  readonly below?: Placed | null;
  /** What it replies to; null where a conversation begins. */
  readonly after: Response | null;
  readonly origin: Placed | null;
  readonly onceKey: string;
}

/** Null when these very words were passed on before. */
export async function passOn(
  store: WorkspaceStore,
  { id, from, toId, kind, text, goalId, checkInId, below = null, after, origin, onceKey }: PassedOn,
  now: Date,
): Promise<Response | null> {
  if (await store.responses.hasKey(onceKey)) return null;
  const threadId = after && (after.threadId ?? after.id);
  const isAnswer = after?.kind === 'mentor_question';
  const response = await store.responses.add({
    ...(id === undefined ? {} : { id }),
    fromId: from.id,
    toId,
    kind: isAnswer ? 'answer' : kind,
    text,
    at: now,
    onceKey,
    ...(threadId === null ? {} : { threadId }),
    ...(goalId === undefined ? {} : { goalId }),
    ...(checkInId === undefined ? {} : { checkInId }),
    ...(origin === null ? {} : { originChannel: origin.channel, originTs: origin.ts }),
  });
  if (!response) throw new Refused({ code: 'already_answered', state: 'other' });
  if (isAnswer && after.nudgeId !== null) {
    await markAnswered(store, from, after.nudgeId, now);
    await refreshHome(store, from.id);
  }
  if (threadId !== null && (await store.asks.answer(threadId, from.id, now)))
    await refreshAsk(store, threadId);
  const thread = threadId === null ? below : await threadOf(store, threadId, toId);
  await store.messages.say(
    [
      {
        kind: 'words',
        memberId: toId,
        subjectId: response.id,
        ...(thread === null ? {} : { channelId: thread.channel, threadTs: thread.ts }),
        onceKey: `words:${response.id}`,
      },
    ],
    now,
  );
  return response;
}

/** Where this person reads the conversation. */
async function threadOf(store: WorkspaceStore, threadId: string, toId: string): Promise<Placed | null> {
  const ids = await store.responses.inThread(threadId);
  const said = (await store.messages.about(ids)).filter(
    ({ memberId, ts }) => memberId === toId && ts !== null,
  );
  const [first] = said.toSorted((one, other) => one.plannedAt.getTime() - other.plannedAt.getTime());
  const ts = first?.threadTs ?? first?.ts;
  return first?.channel && ts ? { channel: first.channel, ts } : null;
}

/** What a thread of this person's goes on from, and with whom: the newest words, while the two may write to each other. */
export async function wordsOfThread(
  store: WorkspaceStore,
  member: Member,
  threadTs: string,
): Promise<Conversation | null> {
  const words = await store.responses.lastInThread(member.id, threadTs);
  const toId = words?.fromId === member.id ? words.toId : (words?.fromId ?? null);
  return words !== null && toId !== null && (await mayWriteTo(store, member.id, toId))
    ? { words, toId }
    : null;
}

export interface Conversation {
  readonly words: Response;
  readonly toId: string;
}

/** A reply by form to words that this person was sent. Answers to whom it went. */
export async function replyTo(
  context: Context,
  actor: Actor,
  responseId: string,
  text: string,
  onceKey: string,
): Promise<Named> {
  const { words, to } = await wordsToReplyTo(context, actor, responseId);
  return send(context, actor, to, { kind: 'reply', text, after: words, onceKey });
}

/** Words to the other of a pair, of one's own accord. */
export async function writeTo(
  context: Context,
  actor: Actor,
  mentorshipId: string,
  text: string,
  onceKey: string,
): Promise<Named> {
  const to = await otherOf(context, actor, mentorshipId);
  return send(context, actor, to, { kind: 'note', text, after: null, onceKey });
}

/** Whom this person is about to write to, by name. Refused unless they are paired. */
export async function personToWriteTo(context: Context, actor: Actor, mentorshipId: string): Promise<Named> {
  return named(await otherOf(context, actor, mentorshipId));
}

async function otherOf(context: Context, actor: Actor, mentorshipId: string): Promise<Member> {
  const pair = await context.store.mentorships.byId(mentorshipId);
  if (!pair || ![pair.mentorId, pair.menteeId].includes(actor.member.id))
    throw new Refused({ code: 'not_paired_with' });
  return pairedWith(context, actor, pair.mentorId === actor.member.id ? pair.menteeId : pair.mentorId);
}

/** What this person is about to reply to, and to whom. Refused unless they are paired. */
export async function wordsToAnswer(
  context: Context,
  actor: Actor,
  responseId: string,
): Promise<{ readonly to: Named; readonly after: string | null }> {
  const { words, to } = await wordsToReplyTo(context, actor, responseId);
  return { to: named(to), after: words.text };
}

async function wordsToReplyTo(context: Context, actor: Actor, responseId: string) {
  const words = await context.store.responses.byId(responseId);
  if (!words) throw new Refused({ code: 'gone', what: 'words' });
  if (words.toId !== actor.member.id) throw new Refused({ code: 'not_yours' });
  return { words, to: await pairedWith(context, actor, words.fromId) };
}

/** The other of two who are paired. */
export async function pairedWith({ store }: Context, { member }: Actor, otherId: string): Promise<Member> {
  const isPaired = await mayWriteTo(store, member.id, otherId);
  const other = isPaired ? await store.members.byId(otherId) : null;
  if (!other) throw new Refused({ code: 'not_paired_with' });
  return other;
}

async function send(
  { store }: Context,
  { member: from, now }: Actor,
  to: Member,
  { kind, text, after, onceKey }: Pick<PassedOn, 'kind' | 'after' | 'onceKey'> & { readonly text: string },
): Promise<Named> {
  const { length } = [...text];
  if (length > TEXT_LIMIT) throw new Refused({ code: 'text_too_long', limit: TEXT_LIMIT, length });
  const words: PassedOn = {
    from,
    toId: to.id,
    kind,
    text,
    after,
    origin: null,
    onceKey: `${kind}:${from.id}:${onceKey}`,
  };
  await store.transaction((within) => passOn(within, words, now));
  return named(to);
}
