import type { Channel } from '../channels';
import { botMessage, compose } from '../compose';
import { ApiError } from '../errors';
import { argument, flag, text } from '../json';
import type { Json } from '../json';
import type { SlackMessage } from '../types';
import { addEphemeral, addMessage, openDm, visibleChannel } from '../world';
import type { World } from '../world';
import { method } from './method';
import type { Method } from './method';

/** The methods of the Web API that begin with chat. */

const longestUpdate = 4000;

function target(world: World, args: Json): Channel {
  const id = argument(args['channel']) ?? '';
  if (/^[UW]/.test(id)) {
    try {
      return openDm(world, id).channel;
    } catch {
      throw new ApiError('channel_not_found');
    }
  }
  return visibleChannel(world, id);
}

function writable(world: World, channel: Channel): Channel {
  if (channel.archived) throw new ApiError('is_archived');
  if (channel.kind === 'im' && !world.manifest.messagesTab) throw new ApiError('messages_tab_disabled');
  if (!channel.members.has(world.bot.userId)) throw new ApiError('not_in_channel');
  return channel;
}

/** The parent's ts for a reply; a reply to a reply lands in the same thread, as in Slack. */
function threadOf(world: World, channel: Channel, args: Json): Partial<SlackMessage> {
  const ts = argument(args['thread_ts']);
  if (ts === undefined) return {};
  const found = world.messages.find(channel.id, ts);
  const parent = found?.thread_ts === undefined ? found : world.messages.find(channel.id, found.thread_ts);
  if (!parent) throw new ApiError('thread_not_found');
  return {
    thread_ts: parent.ts,
    parent_user_id: parent.user,
    ...(flag(args['reply_broadcast']) ? { subtype: 'thread_broadcast' } : {}),
  };
}

function own(world: World, args: Json, refusal: string): { channel: Channel; message: SlackMessage } {
  const channel = visibleChannel(world, argument(args['channel']) ?? '');
  const message = world.messages.find(channel.id, argument(args['ts']) ?? '');
  if (!message) throw new ApiError('message_not_found');
  if (message.user !== world.bot.userId) throw new ApiError(refusal);
  return { channel, message };
}

function postMessage(args: Json, world: World): Json {
  const channel = writable(world, target(world, args));
  const thread = threadOf(world, channel, args);
  const message = addMessage(world, { ...botMessage(world, channel.id, compose(world, args)), ...thread });
  return { channel: channel.id, ts: message.ts, message: world.messages.wire(message, true) };
}

function update(args: Json, world: World): Json {
  const { channel, message } = own(world, args, 'cant_update_message');
  if (channel.archived) throw new ApiError('is_archived');
  if (text(args['text']).length > longestUpdate) throw new ApiError('msg_too_long');
  const body = compose(world, args);
  message.text = body.text;
  message.blocks = body.blocks;
  if (args['metadata'] !== undefined) delete message.metadata;
  if (body.metadata) message.metadata = body.metadata;
  if (body.attachments) message.attachments = body.attachments;
  // Slack shows no "edited" mark on messages made of blocks.
  if (body.blocks.length === 0) message.edited = { user: world.bot.userId, ts: world.nextTs() };
  world.changed({ kind: 'message', channel: channel.id });
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: world.messages.wire(message, true),
  };
}

function remove(args: Json, world: World): Json {
  const { channel, message } = own(world, args, 'cant_delete_message');
  world.messages.remove(channel.id, message.ts);
  world.changed({ kind: 'message', channel: channel.id });
  return { channel: channel.id, ts: message.ts };
}

function postEphemeral(args: Json, world: World): Json {
  const user = argument(args['user']) ?? '';
  const channel = writable(world, target(world, args));
  if (!world.people.find(user) || !channel.members.has(user)) throw new ApiError('user_not_in_channel');
  const thread = argument(args['thread_ts']);
  const message = {
    ...botMessage(world, channel.id, compose(world, args)),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  addEphemeral(world, user, message);
  return { message_ts: message.ts };
}

function getPermalink(args: Json, world: World): Json {
  const channel = visibleChannel(world, argument(args['channel']) ?? '');
  const message = world.messages.find(channel.id, argument(args['message_ts']) ?? '');
  if (!message) throw new ApiError('message_not_found');
  const permalink = `https://${world.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  return { channel: channel.id, permalink };
}

export const chat: Record<string, Method> = {
  'chat.postMessage': method('chat:write', postMessage),
  'chat.update': method('chat:write', update),
  'chat.delete': method('chat:write', remove),
  'chat.postEphemeral': method('chat:write', postEphemeral),
  'chat.getPermalink': method(null, getPermalink),
};
