import { randomId, secondsOf } from './ids';
import type { Json } from './json';
import type { NewChannel } from './types';

/** Channels and DMs: who is in them, and how Slack shows them. */

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  archived: boolean;
  shared: boolean;
  members: Set<string>;
  created: number;
  /** The person on the other side of a DM with the bot. */
  person?: string;
  /** The bot opened the DM, or the person wrote to it first. */
  open: boolean;
}

export interface Channels {
  add(channel: NewChannel): void;
  find(id: string): Channel | undefined;
  byName(name: string): Channel | undefined;
  all(): Channel[];
  dm(person: string): Channel;
  wire(channel: Channel, bot: string): Json;
}

export function channelType(channel: Channel): 'im' | 'channel' | 'group' {
  if (channel.kind === 'im') return 'im';
  return channel.kind === 'public' ? 'channel' : 'group';
}

export function createChannels(now: () => Date, bot: string): Channels {
  const channels = new Map<string, Channel>();
  const names = new Map<string, Channel>();
  const dms = new Map<string, Channel>();

  return {
    add(given) {
      const channel: Channel = {
        id: given.id,
        name: given.name,
        kind: given.isPrivate ? 'private' : 'public',
        archived: given.isArchived ?? false,
        shared: given.isShared ?? false,
        members: new Set(given.members ?? []),
        created: secondsOf(now()),
        open: true,
      };
      channels.set(channel.id, channel);
      names.set(channel.name, channel);
    },
    find: (id) => channels.get(id),
    byName: (name) => names.get(name),
    all: () => [...channels.values()].filter((channel) => channel.kind !== 'im'),
    dm(person) {
      const known = dms.get(person);
      if (known) return known;
      const channel: Channel = {
        id: randomId('D'),
        name: 'directmessage',
        kind: 'im',
        archived: false,
        shared: false,
        members: new Set([person, bot]),
        created: secondsOf(now()),
        person,
        open: false,
      };
      channels.set(channel.id, channel);
      dms.set(person, channel);
      return channel;
    },
    wire(channel, self) {
      if (channel.kind === 'im')
        return {
          id: channel.id,
          created: channel.created,
          is_im: true,
          user: channel.person,
          is_archived: false,
        };
      return {
        id: channel.id,
        name: channel.name,
        name_normalized: channel.name,
        is_channel: channel.kind === 'public',
        is_group: channel.kind === 'private',
        is_im: false,
        is_mpim: false,
        is_private: channel.kind === 'private',
        is_archived: channel.archived,
        is_general: false,
        is_shared: channel.shared,
        is_ext_shared: channel.shared,
        is_org_shared: false,
        is_member: channel.members.has(self),
        created: channel.created,
        num_members: channel.members.size,
        topic: { value: '', creator: '', last_set: 0 },
        purpose: { value: '', creator: '', last_set: 0 },
      };
    },
  };
}
