import type { WebClient } from '@slack/web-api';
import type { SeesChannel } from './listeners/mentor';
import { errorName } from './slack-errors';

/** Whether the bot may post in a channel. One shared with other companies shows too much to too many. */
export function createSeesChannel(client: WebClient): SeesChannel {
  return async (channelId) => {
    try {
      const { channel } = await client.conversations.info({ channel: channelId });
      if (!channel || channel.is_archived === true || channel.is_ext_shared === true) return 'not_usable';
      return channel.is_member === true ? 'member' : 'not_in_channel';
    } catch (error) {
      const name = errorName(error);
      if (name === null) throw error;
      return name === 'channel_not_found' ? 'not_in_channel' : 'not_usable';
    }
  };
}
