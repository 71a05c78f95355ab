import { createChannels } from './channels';
import type { Channel, Channels } from './channels';
import { ApiError } from './errors';
import { createTsMaker, randomHex } from './ids';
import type { Manifest } from './manifest';
import { createMessageStore } from './message-store';
import type { MessageStore } from './message-store';
import { createPeople } from './people';
import type { People, Updated } from './people';
import { createResponseUrls } from './routes/response-urls';
import type { ResponseUrls } from './routes/response-urls';
import { createTriggers } from './triggers';
import type { Triggers } from './triggers';
import type { Change, SharedFile, SlackMessage } from './types';
import { createViewStore } from './view-store';
import type { ViewStore } from './view-store';

/** Everything that the local Slack holds, in one place. */

export const appId = 'ALOCAL';
export const botId = 'BLOCAL';
export const verificationToken = 'local-verification-token';

export interface Upload {
  id: string;
  name: string;
  length: number;
  content: Buffer | null;
}

/** Everything the local workspace knows. */
export interface World {
  now: () => Date;
  manifest: Manifest;
  team: { id: string; name: string; domain: string };
  bot: { userId: string; token: string; appToken: string; name: string };
  /** Why the bot's token is refused, if it is. */
  tokenState: 'valid' | 'token_revoked' | 'account_inactive';
  base: () => string;
  nextTs: () => string;
  people: People;
  channels: Channels;
  messages: MessageStore;
  /** By person, in the order shown. */
  ephemerals: Map<string, SlackMessage[]>;
  views: ViewStore;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  uploads: Map<string, Upload>;
  shared: SharedFile[];
  broadcasts: string[];
  changed: (change: Change) => void;
}

export interface WorldOptions {
  now: () => Date;
  manifest: Manifest;
  base: () => string;
  changed: (change: Change) => void;
}

export function createWorld({ now, manifest, base, changed }: WorldOptions): World {
  const team = { id: 'TLOCAL', name: 'Local', domain: 'local' };
  const bot = {
    userId: 'UBOT',
    name: 'gentle-nudge',
    token: `xoxb-local-${randomHex(8)}`,
    appToken: `xapp-local-${randomHex(8)}`,
  };
  const people = createPeople(now, team.id);
  people.add({ id: bot.userId, name: bot.name, realName: 'Gentle Nudge', isBot: true });
  return {
    now,
    manifest,
    team,
    bot,
    tokenState: 'valid',
    base,
    nextTs: createTsMaker(now),
    people,
    channels: createChannels(now, bot.userId),
    messages: createMessageStore(),
    ephemerals: new Map(),
    views: createViewStore({
      now,
      team: team.id,
      app: appId,
      botId,
      homeTab: manifest.homeTab,
      changed: (kind, user) => changed({ kind, user }),
    }),
    triggers: createTriggers(now),
    responseUrls: createResponseUrls(now, base),
    uploads: new Map(),
    shared: [],
    broadcasts: [],
    changed,
  };
}

export function addMessage(world: World, message: SlackMessage): SlackMessage {
  world.messages.add(message);
  world.changed({ kind: 'message', channel: message.channel, user: message.user });
  return message;
}

export function addEphemeral(world: World, user: string, message: SlackMessage): void {
  const shown = world.ephemerals.get(user);
  if (shown) shown.push(message);
  else world.ephemerals.set(user, [message]);
  world.changed({ kind: 'ephemeral', user, channel: message.channel });
}

export function personOf(world: World, id: string): Updated {
  const person = world.people.find(id);
  if (!person) throw new ApiError('user_not_found');
  return person;
}

/** The DM between the bot and a person, opened as conversations.open opens it. */
export function openDm(world: World, userId: string): { channel: Channel; already: boolean } {
  const person = personOf(world, userId);
  if (person.deleted) throw new ApiError('user_disabled');
  if (person.isBot || person.id === 'USLACKBOT') throw new ApiError('cannot_dm_bot');
  if (person.isStranger) throw new ApiError('user_not_visible');
  const channel = world.channels.dm(person.id);
  const already = channel.open;
  channel.open = true;
  return { channel, already };
}

/** The channel the bot may see: unknown, other people's and private ones it is not in do not exist for it. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels.find(id);
  const hidden = channel?.kind === 'private' && !channel.members.has(world.bot.userId);
  if (!channel || hidden || (channel.kind === 'im' && !channel.open)) throw new ApiError('channel_not_found');
  return channel;
}
