import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type {
  ChannelSeen,
  Gathering,
  Messenger,
  Placed,
  Rendered,
  SendOutcome,
  Where,
} from '../services/ports';
import { classify, errorName } from './slack-errors';
import { wordsFor } from '../words';
import { home } from './home/index';

/** Names our messages in Slack's message metadata: an id, never a word. */
const EVENT_TYPE = 'gentle_nudge_message';
const LOOK_BACK = 100;

/** So many people dnd.teamInfo tells of at once. */
const ASKED_AT_ONCE = 50;

interface Dnd {
  readonly dnd_enabled?: boolean;
  readonly next_dnd_start_ts?: number;
  readonly next_dnd_end_ts?: number;
}

/** The Messenger port on Slack's Web API. @param gather lets the lanes of the outbox ask together */
export function createMessenger(client: WebClient, gather: Gathering): Messenger {
  async function channelOf(where: Where, isStale = false): Promise<string> {
    if (where.kind === 'channel') return where.channelId;
    if (where.dmChannelId !== null && !isStale) return where.dmChannelId;
    const { channel } = await client.conversations.open({ users: where.slackUserId });
    if (channel?.id === undefined) throw new Error('conversations.open gave no channel');
    return channel.id;
  }

  async function seesChannel(channelId: string): Promise<ChannelSeen> {
    try {
      const { channel } = await client.conversations.info({ channel: channelId });
      if (channel?.is_archived === true) return 'is_archived';
      if (channel?.is_ext_shared === true || channel?.is_pending_ext_shared === true) return 'shared_outside';
      return channel?.is_member === true ? 'member' : 'not_in_channel';
    } catch (error) {
      if (classify(error)?.kind !== 'refused') throw error;
      return errorName(error) === 'channel_not_found' ? 'not_in_channel' : 'unreadable';
    }
  }

  /** @param isStale whether the DM that we know is not there any more: it is asked for anew */
  async function sendTo(
    where: Where,
    said: Rendered,
    message: { id: string; threadTs: string | null },
    isStale: boolean,
  ): Promise<SendOutcome> {
    let channel: string;
    try {
      channel = await channelOf(where, isStale);
      const seen = isDm(channel) ? 'member' : await seesChannel(channel);
      if (seen !== 'member') return { kind: 'refused', scope: 'place', error: seen };
    } catch (error) {
      // Opening a DM or looking at a channel says nothing yet: whatever went wrong, no message has left.
      const failure = outcomeOf(error, where.kind === 'person' ? 'conversations.open' : 'conversations.info');
      return failure.kind === 'unknown' ? { kind: 'not_sent', error: failure.error } : failure;
    }
    try {
      const { ts } = await client.chat.postMessage({
        channel,
        ...asBlocks(said),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: EVENT_TYPE, event_payload: { id: message.id } },
        // Of a DM that is gone the thread is gone too.
        ...(message.threadTs === null || isStale ? {} : { thread_ts: message.threadTs }),
      });
      if (ts === undefined) return { kind: 'unknown', error: 'no_ts' };
      return { kind: 'sent', placed: { channel, ts } };
    } catch (error) {
      return outcomeOf(error, 'chat.postMessage');
    }
  }

  async function findIn(
    channel: string,
    messageId: string,
    threadTs: string | null,
  ): Promise<Placed | 'not_there'> {
    const place = { channel, limit: LOOK_BACK, include_all_metadata: true };
    const { messages = [] } =
      threadTs === null
        ? await client.conversations.history(place)
        : await client.conversations.replies({ ...place, ts: threadTs });
    const found = messages.find(({ metadata }) => idIn(metadata?.event_payload) === messageId);
    return found?.ts === undefined ? 'not_there' : { channel, ts: found.ts };
  }

  return {
    async send(where, said, message) {
      const first = await sendTo(where, said, message, false);
      const isStale = knowsDm(where) && isNotThere(first);
      return isStale ? sendTo(where, said, message, true) : first;
    },

    async find(where, messageId, threadTs) {
      try {
        const known = await findIn(await channelOf(where), messageId, threadTs).catch((error: unknown) => {
          if (errorName(error) !== 'channel_not_found' || !knowsDm(where)) throw error;
          return null;
        });
        // Of a DM that is gone the thread is gone too.
        return known ?? (await findIn(await channelOf(where, true), messageId, null));
      } catch (error) {
        const failure = classify(error);
        if (failure === null) throw error;
        return failure.kind === 'refused' ? 'unreadable' : 'no_answer';
      }
    },

    async update({ channel, ts }: Placed, said: Rendered) {
      try {
        await client.chat.update({ channel, ts, ...asBlocks(said) });
        return true;
      } catch (error) {
        if (classify(error)?.kind === 'refused') return false;
        throw error;
      }
    },

    async remove(placed) {
      try {
        await client.chat.delete({ ...placed });
      } catch (error) {
        if (classify(error)?.kind !== 'refused') throw error;
      }
    },

    seesChannel,

    async showHome(slackUserId, facts) {
      try {
        await client.views.publish({ user_id: slackUserId, view: home(wordsFor(facts.locale), facts) });
      } catch (error) {
        // A home that a person cannot have (Home tab off, account gone) is no reason to try for ever.
        if (classify(error)?.kind !== 'refused') throw error;
      }
    },

    secondsHeld(error) {
      const failure = classify(error);
      return failure?.kind === 'not_sent' ? (failure.seconds ?? null) : null;
    },

    // One call for many: asked one by one, Slack's limit is fifty people a minute.
    doNotDisturb: gather(async (slackUserIds: readonly string[]) => {
      const known = new Map<string, Dnd>();
      for (let from = 0; from < slackUserIds.length; from += ASKED_AT_ONCE) {
        const asked = slackUserIds.slice(from, from + ASKED_AT_ONCE);
        try {
          const { users = {} } = await client.dnd.teamInfo({ users: asked.join(',') });
          for (const [id, dnd] of Object.entries(users)) known.set(id, dnd);
        } catch (error) {
          // The scope is optional, and a missing answer never stops a nudge; one whom Slack does not know stops no other's.
          const isAboutOne = slackUserIds.length > 1 && errorName(error) === 'user_not_found';
          if (isAboutOne || classify(error) === null) throw error;
        }
      }
      return slackUserIds.map((id) => timesOf(known.get(id)));
    }),
  };
}

/** @param method the call that failed @throws what is not Slack's nor the network's */
function outcomeOf(error: unknown, method: string): Exclude<SendOutcome, { readonly kind: 'sent' }> {
  const failure = classify(error);
  if (failure === null) throw error;
  if (failure.kind !== 'not_sent' || failure.seconds === undefined) return failure;
  return { kind: 'not_sent', error: failure.error, held: { method, seconds: failure.seconds } };
}

function timesOf({ dnd_enabled, next_dnd_start_ts, next_dnd_end_ts }: Dnd = {}): {
  from: Date;
  to: Date;
} | null {
  if (!dnd_enabled || !next_dnd_start_ts || !next_dnd_end_ts) return null;
  return { from: new Date(next_dnd_start_ts * 1000), to: new Date(next_dnd_end_ts * 1000) };
}

function isNotThere(outcome: SendOutcome): boolean {
  return outcome.kind === 'refused' && outcome.error === 'channel_not_found';
}

function knowsDm(where: Where): boolean {
  return where.kind === 'person' && where.dmChannelId !== null;
}

function isDm(channel: string): boolean {
  return channel.startsWith('D');
}

/** What the registry rendered is Slack's own: the services only carried it. */
function asBlocks({ text, blocks }: Rendered) {
  return { text, blocks: blocks.filter(isBlock) };
}

function isBlock(block: unknown): block is KnownBlock {
  return typeof block === 'object' && block !== null && 'type' in block;
}

function idIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('id' in payload)) return null;
  return typeof payload.id === 'string' ? payload.id : null;
}
