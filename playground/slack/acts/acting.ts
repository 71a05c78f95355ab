import type { Carrier } from '../carriers/carrier';
import { compose, botMessage } from '../compose';
import { DriverError } from '../errors';
import { list, text } from '../json';
import type { Json } from '../json';
import { actor, channelName, interaction, member, placeOf } from './payloads';
import type { CommandAnswer } from '../types';
import { escapeCommand } from './typed-text';
import { addEphemeral, addMessage, appId, verificationToken } from '../world';
import type { World } from '../world';

/** What people can do, put together. */

export interface Acting {
  command(user: string, command: string, text: string, channel?: string): Promise<CommandAnswer>;
  shortcut(user: string, callbackId: string): Promise<void>;
  messageShortcut(user: string, callbackId: string, channel: string, ts: string): Promise<void>;
}

export function createActing(world: World, carrier: Carrier): Acting {
  /** Shows what the acknowledgement of a command carried, as an answer to the person. */
  function showAck(answer: Json, user: string, channel: string): CommandAnswer {
    if (text(answer['text']) === '' && list(answer['blocks']).length === 0) return { ack: null };
    const message = botMessage(world, channel, compose(world, answer));
    const inChannel = answer['response_type'] === 'in_channel';
    if (inChannel) addMessage(world, message);
    else addEphemeral(world, user, message);
    const { text: words, blocks } = message;
    return { ack: { text: words, blocks, responseType: inChannel ? 'in_channel' : 'ephemeral' } };
  }

  async function command(
    user: string,
    name: string,
    typed: string,
    channelId?: string,
  ): Promise<CommandAnswer> {
    const person = member(world, user);
    const known = world.manifest.commands.get(name);
    if (!known) throw new DriverError(`${name} is not a valid command: the manifest does not have it`);
    const channel = channelId === undefined ? world.channels.dm(user) : placeOf(world, user, channelId);
    const payload = {
      token: verificationToken,
      team_id: world.team.id,
      team_domain: world.team.domain,
      channel_id: channel.id,
      channel_name: channelName(channel),
      user_id: user,
      user_name: person.name,
      command: name,
      text: known.shouldEscape ? escapeCommand(typed, world.people, world.channels) : typed.trim(),
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: world.responseUrls.issue({ user, channel: channel.id, ts: null, ephemeral: true }),
      trigger_id: world.triggers.issue(user),
    };
    const answer = await carrier.send({ type: 'slash_commands', payload, acceptsAnswer: true });
    return showAck(answer, user, channel.id);
  }

  function declared(callbackId: string, kind: 'global' | 'message'): void {
    if (world.manifest.shortcuts.get(callbackId) !== kind)
      throw new DriverError(`The manifest has no ${kind} shortcut ${callbackId}`);
  }

  return {
    command,
    async shortcut(user, callbackId) {
      const person = member(world, user);
      declared(callbackId, 'global');
      const payload = {
        type: 'shortcut',
        callback_id: callbackId,
        action_ts: world.nextTs(),
        trigger_id: world.triggers.issue(user),
        ...interaction(world, person),
      };
      await carrier.send({ type: 'interactive', payload, acceptsAnswer: false });
    },
    async messageShortcut(user, callbackId, channelId, ts) {
      const person = member(world, actor(world, user).id);
      declared(callbackId, 'message');
      const channel = placeOf(world, user, channelId);
      const message = world.messages.find(channelId, ts);
      if (!message) throw new DriverError(`There is no message ${ts} in ${channelId}`);
      const payload = {
        type: 'message_action',
        callback_id: callbackId,
        action_ts: world.nextTs(),
        trigger_id: world.triggers.issue(user),
        response_url: world.responseUrls.issue({ user, channel: channelId, ts, ephemeral: false }),
        message_ts: ts,
        channel: { id: channelId, name: channelName(channel) },
        message: world.messages.wire(message, true),
        ...interaction(world, person),
      };
      await carrier.send({ type: 'interactive', payload, acceptsAnswer: false });
    },
  };
}
