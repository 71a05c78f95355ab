import { nextDue } from '../domain/cadence';
import { decideNudge } from '../domain/life';
import type { Member } from '../domain/member';
import { addWorkingDays, isPaused, lifeOf } from '../domain/member-life';
import type { SendError, Undeliverable } from '../domain/reasons';
import type { WorkspaceStore } from '../store';
import type { OutgoingMessage, SentNudge } from '../store/messages';
import { outcome } from './asking/plan-nudges';
import { tellOfChannel } from './people/lose-channel';
import type { Compose, Composed, Messenger, Placed, SendOutcome, Where } from './ports';

/** How long an unanswered nudge waits for its one follow-up, in working days. */
const FOLLOW_UP_AFTER = 2;

/** A send that may be tried again later: the queue does, with growing patience. */
export class TryAgain extends Error {
  override name = 'TryAgain';
}

export interface Delivery {
  readonly store: WorkspaceStore;
  readonly messenger: Messenger;
  readonly compose: Compose;
  /** Called with a message that this process cannot make; once a kind is enough. */
  readonly onUnknown: (message: OutgoingMessage) => void;
  readonly now: Date;
  /** Called when Slack will not let us into this workspace any more. */
  readonly stopWorkspace: (reason: string) => Promise<void>;
}

/** Says one message of the outbox, exactly once: claimed before it is spoken, looked up when in doubt. */
export async function deliverMessage(delivery: Delivery, messageId: string): Promise<void> {
  const { store, compose } = delivery;
  const message = await store.messages.byId(messageId);
  if (!message) return;
  // Of a newer version, or of a much older one: it stays planned for a process that can make it.
  if (!compose.knows(message)) return delivery.onUnknown(message);
  const to = message.memberId === null ? null : await store.members.byId(message.memberId);
  const where = whereTo(message, to);
  if (message.state === 'sending') {
    if (!(await isLost(delivery, message, where, to))) return;
  } else {
    if (message.state !== 'planned') return;
    if (!(await store.messages.claim(message.id))) return;
  }
  if (to?.goneAt) return fail(delivery, message, 'user_gone');
  if (compose.asks(message.kind) && to && !(await mayStillAsk(delivery, message, to))) return;
  const said = await compose.say(store, message, to);
  if (said === 'unknown') return;
  const part = said === 'no_longer_true' ? undefined : said.parts[message.part];
  if (said === 'no_longer_true' || part === undefined) {
    return store.messages.finish(message.id, { state: 'dropped', reason: 'no_longer_true' });
  }
  if (said.readers !== null && message.subjectId !== null) {
    await store.nudges.startSending({ id: message.subjectId, ...said.readers });
  }
  const sent = await delivery.messenger.send(where, part, { id: message.id, threadTs: message.threadTs });
  await settle(delivery, message, to, said, sent);
}

function whereTo(message: OutgoingMessage, to: Member | null): Where {
  if (message.channelId !== null) return { kind: 'channel', channelId: message.channelId };
  return { kind: 'person', slackUserId: to?.slackUserId ?? '', dmChannelId: to?.dmChannelId ?? null };
}

/** A message found in `sending`: true when it certainly never arrived, and may be sent. */
async function isLost(
  delivery: Delivery,
  message: OutgoingMessage,
  where: Where,
  to: Member | null,
): Promise<boolean> {
  const found = await delivery.messenger.find(where, message.id, message.threadTs);
  if (found === 'not_there') return true;
  // Where nobody can tell, silence is better than saying it twice; the record says so.
  if (found === 'unreadable') await fail(delivery, message, 'unknown_send');
  else {
    const said = await delivery.compose.say(delivery.store, message, to);
    await markSent(delivery, message, to, typeof said === 'string' ? null : said, found);
  }
  return false;
}

/** Between planning and sending a person may have gone on vacation or switched do-not-disturb on: asked again here. */
async function mayStillAsk(delivery: Delivery, message: OutgoingMessage, to: Member): Promise<boolean> {
  const { store, messenger, now } = delivery;
  const nudge = await store.nudges.byId(message.subjectId ?? '');
  if (nudge?.state !== 'planned' && nudge?.state !== 'sending') {
    await store.messages.finish(message.id, { state: 'dropped', reason: 'nudge_closed' });
    return false;
  }
  if (nudge.origin === 'asked_for') return true;
  const dnd = await messenger.doNotDisturb(to.slackUserId);
  const absences = await store.life.allAbsences(to.id);
  const decision = decideNudge({
    due: message.plannedAt,
    now,
    life: { ...lifeOf(to, absences), dnd },
    paused: isPaused(to, now),
    sentThisWeek: 0,
    weeklyBudget: to.weeklyBudget,
    nextDue: null,
  });
  // The five taps are not put off: put off, they would come back as an ordinary question.
  const isGoodMoment =
    decision.kind === 'ask' || (decision.kind === 'postpone' && message.kind === 'silence');
  if (to.stoppedAt === null && isGoodMoment) return true;
  const { state, ...change } =
    to.stoppedAt === null ? outcome(decision) : ({ state: 'void', reason: 'stopped', sendAt: null } as const);
  await store.transaction(async (within) => {
    // Found in `sending`, it certainly never arrived: it is decided anew like any other.
    await within.nudges.move(nudge.id, ['planned', 'sending'], state, change);
    await within.messages.putOff(message.id);
  });
  return false;
}

async function settle(
  delivery: Delivery,
  message: OutgoingMessage,
  to: Member | null,
  said: Composed,
  sent: SendOutcome,
): Promise<void> {
  const { store } = delivery;
  switch (sent.kind) {
    case 'sent':
      return markSent(delivery, message, to, said, sent.placed);
    case 'unknown':
      // Left in `sending`: the next try looks before it speaks.
      throw new TryAgain(sent.error);
    case 'not_sent':
      await store.messages.finish(message.id, { state: 'planned', reason: `error:${sent.error}` });
      throw new TryAgain(sent.error);
    case 'refused':
      if (sent.scope === 'workspace') {
        await store.messages.finish(message.id, { state: 'planned', reason: `error:${sent.error}` });
        return delivery.stopWorkspace(sent.error);
      }
      await fail(delivery, message, sent.scope === 'person' ? 'user_gone' : 'refused', `error:${sent.error}`);
      if (sent.scope === 'person' && to) await store.members.change(to.id, { goneAt: delivery.now });
      if (sent.scope === 'place' && message.memberId === null && message.channelId !== null)
        await tellOfChannel(store, message.channelId, sent.error, message.id, delivery.now);
  }
}

async function markSent(
  { store, now }: Delivery,
  message: OutgoingMessage,
  to: Member | null,
  said: Composed | null,
  placed: Placed,
): Promise<void> {
  const nudge = to && said && (await sentNudge(store, message, to, said, placed, now));
  const isNewDm = to !== null && to.dmChannelId !== placed.channel && message.channelId === null;
  const hasMore = message.part + 1 < (said?.parts.length ?? 1);
  if (nudge && !isNewDm && !hasMore) return void (await store.nudgeSent(nudge));
  await store.transaction(async (within) => {
    if (nudge) await within.nudgeSent(nudge);
    else await within.messages.finish(message.id, { state: 'sent', ...placed, sentAt: now });
    if (isNewDm) await within.members.change(to.id, { dmChannelId: placed.channel });
    // The rest of a long digest follows part by part, each with its own record.
    if (hasMore) {
      await within.messages.sayRest(message, placed.ts, now);
    }
  });
}

/** What being said means for the nudge that this message carries; null when it carries none. */
async function sentNudge(
  store: WorkspaceStore,
  message: OutgoingMessage,
  to: Member,
  said: Composed,
  placed: Placed,
  now: Date,
): Promise<SentNudge | null> {
  const nudgeId = message.subjectId;
  if (said.readers === null || nudgeId === null) return null;
  const cadence = message.kind === 'nudge' ? await store.cadences.ofMember(to.id, 'nudge') : null;
  const followUpAt = addWorkingDays(now, FOLLOW_UP_AFTER, lifeOf(to, []));
  const next = cadence?.nextDueAt ?? (cadence && nextDue(cadence, to.zone, now));
  const isWanted = message.kind === 'nudge' && (!next || followUpAt < next);
  return {
    messageId: message.id,
    nudgeId,
    memberId: to.id,
    ...placed,
    sentAt: now,
    followUpAt: isWanted ? followUpAt : null,
  };
}

async function fail(
  { store, compose }: Delivery,
  message: OutgoingMessage,
  reason: Undeliverable,
  error?: SendError,
): Promise<void> {
  await store.messages.finish(message.id, { state: 'failed', reason: error ?? reason });
  if (compose.asks(message.kind)) {
    await store.nudges.move(message.subjectId ?? '', ['planned', 'sending'], 'undeliverable', { reason });
  }
}

/**
 * Brings something already said up to date, because its facts changed. What is being said at this moment is looked at
 * again once it is. Who reads the answers to a nudge is what Slack has accepted, from then on.
 */
export async function refreshMessage(
  { store, messenger, compose, now }: Pick<Delivery, 'store' | 'messenger' | 'compose' | 'now'>,
  messageId: string,
): Promise<void> {
  const message = await store.messages.byId(messageId);
  if (!message || !compose.isRefreshable(message.kind)) return;
  if (message.state === 'sending') throw new TryAgain('still being said');
  if (message.state !== 'sent' || message.channel === null || message.ts === null) return;
  const to = message.memberId === null ? null : await store.members.byId(message.memberId);
  const said = await compose.say(store, message, to);
  if (typeof said === 'string') return;
  const placed = { channel: message.channel, ts: message.ts };
  const part = said.parts[message.part];
  if (part === undefined) {
    // A digest needs fewer parts than it did: what stood in this one is not to be read any more.
    await messenger.remove(placed);
    return store.messages.finish(message.id, { state: 'dropped', reason: 'no_longer_true' });
  }
  const isShown = await messenger.update(placed, part);
  if (message.part + 1 < said.parts.length) await store.messages.sayRest(message, message.ts, now);
  if (isShown && said.readers !== null) await store.nudges.sayWhoReads(message.subjectId ?? '', said.readers);
}
