import { nextDue } from '../domain/cadence';
import { decideNudge } from '../domain/life';
import { agreedOf } from './reads/agreed';
import type { Member } from '../domain/member';
import { addWorkingDays, isPaused, lifeOf } from '../domain/member-life';
import type { SendError, Undeliverable } from '../domain/reasons';
import type { WorkspaceStore } from '../store';
import type { OutgoingMessage, SentNudge } from '../store/messages';
import { outcome } from './asking/plan-nudges';
import { tellOfChannel } from './people/lose-channel';
import type { Compose, Composed, Messenger, Placed, SendOutcome, Where } from './ports';
import { refreshMessages } from './refresh';

/** How long an unanswered nudge waits for its one follow-up, in working days. */
const FOLLOW_UP_AFTER = 2;

export interface Delivery {
  readonly store: WorkspaceStore;
  readonly messenger: Messenger;
  readonly compose: Compose;
  /** Called with a message that this process cannot make; once a kind is enough. */
  readonly onUnknown: (message: OutgoingMessage) => void;
  readonly now: Date;
  /** Called when Slack will not let us into this workspace any more. */
  readonly stopWorkspace: (reason: string) => Promise<void>;
  /** When the next message may be said in this workspace and at this place: now, or later where there are many. */
  readonly pace: (message: OutgoingMessage) => Date;
  /** Until when Slack wants no more calls of this method; null where it has not said so. */
  readonly heldUntil: (method: string) => Date | null;
  /** Slack wants no more calls of this method for so many seconds. */
  readonly hold: (method: string, seconds: number) => Promise<void>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A message that Slack took may show only so much later: until then, not to find it tells nothing. */
const MAY_STILL_APPEAR = 3 * MINUTE;
/** Where an answer was lost, the message is mostly there a moment later. */
const LOOK_SOON = 15 * SECOND;
/** What could not be said for so long is of no use any more. */
const USEFUL_FOR = 12 * 60 * MINUTE;
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 15 * MINUTE;
/** Less than this is no reason to put a message off. */
const SOON = SECOND;

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
    const free = freeAt(delivery, message);
    if (free > delivery.now) return void (await store.messages.wait({ id: message.id, until: free }));
    if (!(await store.messages.claim({ id: message.id, now: delivery.now }))) return;
  }
  if (message.tries > 0 && isTooOld(message, delivery.now)) return fail(delivery, message, 'slack_away');
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

/** When Slack will take this message: held back by its own word, or by the pace that we keep so that it need not say it. */
function freeAt({ heldUntil, pace, now }: Delivery, message: OutgoingMessage): Date {
  const held = heldUntil('chat.postMessage');
  if (held !== null && held > now) return held;
  const at = pace(message);
  return at.getTime() - now.getTime() > SOON ? at : now;
}

/** A message found in `sending`: true when it certainly never arrived, and is ours to send again. */
async function isLost(
  delivery: Delivery,
  message: OutgoingMessage,
  where: Where,
  to: Member | null,
): Promise<boolean> {
  const { store, messenger, now } = delivery;
  const found = await messenger.find(where, message.id, message.threadTs);
  switch (found) {
    case 'not_there': {
      const since = message.sendingSince ?? message.plannedAt;
      const certainAt = new Date(since.getTime() + MAY_STILL_APPEAR);
      if (certainAt <= now) return store.messages.claimAgain(message.id, message.sendingSince, now);
      await store.messages.lookLater(message.id, certainAt);
      return false;
    }
    case 'no_answer':
      if (isTooOld(message, now)) await fail(delivery, message, 'unknown_send');
      else await store.messages.lookLater(message.id, afterPause(message, now));
      return false;
    case 'unreadable':
      // Where nobody can tell, silence is better than saying it twice; the record says so.
      await fail(delivery, message, 'unknown_send');
      return false;
    default: {
      const said = await delivery.compose.say(store, message, to);
      await markSent(delivery, message, to, typeof said === 'string' ? null : said, found);
      // What has changed meanwhile could not be shown in what nobody was sure of.
      await refreshMessages(store, message.subjectId ?? message.id);
      return false;
    }
  }
}

function isTooOld({ plannedAt }: OutgoingMessage, now: Date): boolean {
  return now.getTime() - plannedAt.getTime() >= USEFUL_FOR;
}

/** The next try, after a pause that doubles with each. */
function afterPause({ tries }: OutgoingMessage, now: Date): Date {
  return new Date(now.getTime() + Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
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
  // It was counted when it was planned.
  const agreed = { ...(await agreedOf(store, to)), lastAsked: null };
  const decision = decideNudge({
    due: message.plannedAt,
    now,
    life: { ...lifeOf(to, absences, agreed), dnd },
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
  const { store, now } = delivery;
  switch (sent.kind) {
    case 'sent':
      return markSent(delivery, message, to, said, sent.placed);
    case 'unknown':
      // Left in `sending`: the next try looks before it speaks.
      return store.messages.lookLater(message.id, new Date(now.getTime() + LOOK_SOON));
    case 'not_sent': {
      const { method, seconds = 0 } = sent.held ?? {};
      if (method !== undefined) await delivery.hold(method, seconds);
      const allowed = new Date(now.getTime() + seconds * SECOND);
      const patient = afterPause(message, now);
      return store.messages.tryLater(
        message.id,
        `error:${sent.error}`,
        allowed > patient ? allowed : patient,
      );
    }
    case 'refused':
      if (sent.scope === 'workspace') {
        await store.messages.tryLater(message.id, `error:${sent.error}`, afterPause(message, now));
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
