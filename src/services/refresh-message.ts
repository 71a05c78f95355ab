import type { Delivery } from './deliver-message';

/** A message that was said already, brought up to date. */

/** Something that is being said at this moment, or that Slack wants later: the queue tries again, with growing patience. */
export class TryAgain extends Error {
  override name = 'TryAgain';
}

const SAID_WITHIN = 30_000;

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
  if (message.state === 'sending') {
    // In doubt for minutes: it is brought up to date when it is found.
    if (now.getTime() - (message.sendingSince?.getTime() ?? 0) > SAID_WITHIN) return;
    throw new TryAgain('still being said');
  }
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
