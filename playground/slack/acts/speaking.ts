import { randomUUID } from 'node:crypto';
import { channelType } from '../channels';
import type { Channel } from '../channels';
import { DriverError } from '../errors';
import type { Events } from '../carriers/events';
import { copy } from '../json';
import type { Json } from '../json';
import { actor, placeOf } from './payloads';
import type { SlackMessage } from '../types';
import { escapeTyped } from './typed-text';
import { addMessage } from '../world';
import type { World } from '../world';

/** A person writes, edits and deletes messages, and types commands. */

export interface Place {
  channel?: string;
  threadTs?: string;
  files?: { id: string; name: string }[];
}

export interface Speaking {
  say(user: string, text: string, place?: Place): Promise<{ channel: string; ts: string }>;
  edit(user: string, channel: string, ts: string, text: string): Promise<void>;
  delete(user: string, channel: string, ts: string): Promise<void>;
  mention(user: string, channel: string, text: string): Promise<void>;
}

const subscriptions = { im: 'message.im', channel: 'message.channels', group: 'message.groups' };

function fileOf(
  { id, name }: { id: string; name: string },
  user: string,
): { id: string; name: string } & Json {
  return {
    id,
    name,
    title: name,
    mimetype: 'application/octet-stream',
    filetype: 'binary',
    user,
    mode: 'hosted',
  };
}

export function createSpeaking(world: World, events: Events): Speaking {
  function heard(channel: Channel): boolean {
    return channel.members.has(world.bot.userId);
  }

  async function emitMessage(channel: Channel, event: Json): Promise<void> {
    const type = channelType(channel);
    if (heard(channel))
      await events.emit(subscriptions[type], {
        type: 'message',
        channel: channel.id,
        channel_type: type,
        ...event,
      });
  }

  /** Mentions reach the bot in channels it is in; in its own DM they are ordinary messages. */
  async function emitMention(channel: Channel, message: SlackMessage): Promise<void> {
    if (channel.kind === 'im' || !heard(channel) || !message.text.includes(`<@${world.bot.userId}`)) return;
    await events.emit('app_mention', {
      ...world.messages.wire(message, false),
      type: 'app_mention',
      channel: channel.id,
      event_ts: message.ts,
    });
  }

  function threadOf(channel: Channel, threadTs: string | undefined): Partial<SlackMessage> {
    if (threadTs === undefined) return {};
    const parent = world.messages.find(channel.id, threadTs);
    if (!parent) throw new DriverError(`There is no message ${threadTs} in ${channel.id} to reply to`);
    const root = parent.thread_ts ?? parent.ts;
    return { thread_ts: root, parent_user_id: world.messages.find(channel.id, root)?.user ?? parent.user };
  }

  function ownMessage(
    user: string,
    channelId: string,
    ts: string,
  ): { channel: Channel; message: SlackMessage } {
    actor(world, user);
    const channel = placeOf(world, user, channelId);
    const message = world.messages.find(channelId, ts);
    if (!message) throw new DriverError(`There is no message ${ts} in ${channelId}`);
    if (message.user !== user)
      throw new DriverError(`${user} did not write ${ts}; only its author may change it`);
    return { channel, message };
  }

  async function say(
    user: string,
    typed: string,
    place: Place = {},
  ): Promise<{ channel: string; ts: string }> {
    const person = actor(world, user);
    const channel =
      place.channel === undefined ? world.channels.dm(person.id) : placeOf(world, user, place.channel);
    if (channel.archived) throw new DriverError(`${channel.id} is archived`);
    if (channel.kind === 'im' && (!world.manifest.messagesTab || world.manifest.messagesTabReadOnly))
      throw new DriverError('The app takes no messages: its Messages tab is off or read-only');
    const files = (place.files ?? []).map((file) => fileOf(file, user));
    if (typed.trim() === '' && files.length === 0) throw new DriverError('Slack sends no empty messages');
    channel.open = true;
    const message = addMessage(world, {
      type: 'message',
      channel: channel.id,
      ts: world.nextTs(),
      user,
      text: escapeTyped(typed),
      blocks: [],
      team: person.teamId ?? world.team.id,
      client_msg_id: randomUUID(),
      ...threadOf(channel, place.threadTs),
      ...(files.length > 0 ? { subtype: 'file_share', files } : {}),
    });
    await emitMessage(channel, { ...world.messages.wire(message, false), event_ts: message.ts });
    await emitMention(channel, message);
    return { channel: channel.id, ts: message.ts };
  }

  async function edit(user: string, channelId: string, ts: string, typed: string): Promise<void> {
    const { channel, message } = ownMessage(user, channelId, ts);
    if (typed.trim() === '') throw new DriverError('Slack keeps no empty messages; delete it instead');
    const before = copy(world.messages.wire(message, false));
    message.text = escapeTyped(typed);
    message.edited = { user, ts: world.nextTs() };
    world.changed({ kind: 'message', channel: channelId, user });
    await emitChange(channel, before, world.messages.wire(message, false));
  }

  async function emitChange(channel: Channel, before: Json, after: Json): Promise<void> {
    const ts = world.nextTs();
    await emitMessage(channel, {
      subtype: 'message_changed',
      message: after,
      previous_message: before,
      hidden: true,
      ts,
      event_ts: ts,
    });
  }

  async function remove(user: string, channelId: string, ts: string): Promise<void> {
    const { channel, message } = ownMessage(user, channelId, ts);
    const before = copy(world.messages.wire(message, false));
    if (world.messages.replies(channelId, ts).length > 0) {
      await bury(channel, message, before);
      return;
    }
    world.messages.remove(channelId, ts);
    world.changed({ kind: 'message', channel: channelId, user });
    const eventTs = world.nextTs();
    await emitMessage(channel, {
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: before,
      hidden: true,
      ts: eventTs,
      event_ts: eventTs,
    });
  }

  /** A message with a thread leaves a tombstone, and Slack tells of it as a change and not as a deletion. */
  async function bury(channel: Channel, message: SlackMessage, before: Json): Promise<void> {
    message.subtype = 'tombstone';
    message.text = 'This message was deleted.';
    message.user = 'USLACKBOT';
    message.blocks = [];
    delete message.files;
    delete message.client_msg_id;
    world.changed({ kind: 'message', channel: channel.id });
    await emitChange(channel, before, { ...world.messages.wire(message, false), hidden: true });
  }

  return {
    say,
    edit,
    delete: remove,
    async mention(user, channelId, typed) {
      const channel = placeOf(world, user, channelId);
      if (!heard(channel))
        throw new DriverError(`The bot is not in ${channelId}; Slack would offer to invite it`);
      const words = typed.includes(`<@${world.bot.userId}`) ? typed : `<@${world.bot.userId}> ${typed}`;
      await say(user, words, { channel: channelId });
    },
  };
}
