import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { ChannelSeen, Messenger, Placed, Rendered, SendOutcome, Where } from '../services/ports';
import { classify, errorName } from './slack-errors';
import { wordsFor } from '../words';
import { home } from './home/index';

/** Names our messages in Slack's message metadata: an id, never a word. */
const EVENT_TYPE = 'gentle_nudge_message';
const LOOK_BACK = 100;

/** The Messenger port on Slack's Web API. */
export function createMessenger(client: WebClient): Messenger {
  async function channelOf(where: Where): Promise<string> {
    if (where.kind === 'channel') return where.channelId;
    if (where.dmChannelId !== null) return where.dmChannelId;
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

  return {
    async send(where, said, message): Promise<SendOutcome> {
      let channel: string;
      try {
        channel = await channelOf(where);
        const seen = isDm(channel) ? 'member' : await seesChannel(channel);
        if (seen !== 'member') return { kind: 'refused', scope: 'place', error: seen };
      } catch (error) {
        const failure = classify(error);
        if (failure === null) throw error;
        // Opening a DM or looking at a channel says nothing yet: whatever went wrong, no message has left.
        return failure.kind === 'unknown' ? { kind: 'not_sent', error: failure.error } : failure;
      }
      try {
        const { ts } = await client.chat.postMessage({
          channel,
          ...asBlocks(said),
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: EVENT_TYPE, event_payload: { id: message.id } },
          ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
        });
        if (ts === undefined) return { kind: 'unknown', error: 'no_ts' };
        return { kind: 'sent', placed: { channel, ts } };
      } catch (error) {
        const failure = classify(error);
        if (failure === null) throw error;
        return failure;
      }
    },

    async find(where, messageId, threadTs) {
      try {
        const channel = await channelOf(where);
        const { messages = [] } =
          threadTs === null
            ? await client.conversations.history({ channel, limit: LOOK_BACK, include_all_metadata: true })
            : await client.conversations.replies({
                channel,
                ts: threadTs,
                limit: LOOK_BACK,
                include_all_metadata: true,
              });
        const found = messages.find(({ metadata }) => idIn(metadata?.event_payload) === messageId);
        return found?.ts === undefined ? 'not_there' : { channel, ts: found.ts };
      } catch (error) {
        const failure = classify(error);
        if (failure?.kind === 'refused') return 'unreadable';
        throw error;
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

    async doNotDisturb(slackUserId) {
      try {
        const dnd = await client.dnd.info({ user: slackUserId });
        if (!dnd.dnd_enabled || !dnd.next_dnd_start_ts || !dnd.next_dnd_end_ts) return null;
        return { from: new Date(dnd.next_dnd_start_ts * 1000), to: new Date(dnd.next_dnd_end_ts * 1000) };
      } catch (error) {
        // The scope is optional, and a missing answer never stops a nudge.
        if (classify(error) === null) throw error;
        return null;
      }
    },
  };
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
