import type { Channel } from '../channels';
import { ApiError } from '../errors';
import { argument, flag, list, text } from '../json';
import type { Json } from '../json';
import type { Page } from '../message-store';
import { openDm, personOf, visibleChannel } from '../world';
import type { World } from '../world';
import { limitOf, method, page, required } from './method';
import type { Method } from './method';

/** The methods of the Web API that begin with conversations. */

const readScope = { public: 'channels:read', private: 'groups:read', im: 'im:read' };
const historyScope = { public: 'channels:history', private: 'groups:history', im: 'im:history' };
const types: Record<string, Channel['kind'] | 'mpim'> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

function scopeByChannel(scopes: Record<Channel['kind'], string>): Method['scope'] {
  return (args, world) => {
    const id = argument(args['channel']) ?? '';
    return scopes[world.channels.find(id)?.kind ?? (id.startsWith('D') ? 'im' : 'public')];
  };
}

function kindsOf(args: Json): (Channel['kind'] | 'mpim')[] {
  const names = (argument(args['types']) ?? 'public_channel').split(',').map((name) => name.trim());
  return names.map((name) => {
    const kind = types[name];
    if (!kind) throw new ApiError('invalid_types');
    return kind;
  });
}

/** Every type asked for needs its scope; the first one lacking is named. */
function scopeByTypes(args: Json, world: World): string | null {
  const scopes = kindsOf(args).map((kind) => (kind === 'mpim' ? 'mpim:read' : readScope[kind]));
  return scopes.find((scope) => !world.manifest.scopes.has(scope)) ?? scopes[0] ?? null;
}

function peopleNamed(args: Json): string[] {
  const given = args['users'];
  const names = Array.isArray(given) ? list(given).map(text) : (argument(given) ?? '').split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function open(args: Json, world: World): Json {
  const users = peopleNamed(args);
  const known = argument(args['channel']);
  const first = known === undefined ? users[0] : visibleChannel(world, known).person;
  if (first === undefined) throw new ApiError(known === undefined ? 'not_enough_users' : 'channel_not_found');
  if (users.length > 8) throw new ApiError('too_many_users');
  const { channel, already } = openDm(world, first);
  const full = flag(args['return_im']) ? world.channels.wire(channel, world.bot.userId) : { id: channel.id };
  return { ...(already ? { no_op: true, already_open: true } : {}), channel: full };
}

function openScope(args: Json): string {
  return peopleNamed(args).length > 1 ? 'mpim:write' : 'im:write';
}

function info(args: Json, world: World): Json {
  const channel = visibleChannel(world, required(args, 'channel'));
  const { num_members: members, ...rest } = world.channels.wire(channel, world.bot.userId);
  return {
    channel: {
      ...rest,
      ...(flag(args['include_num_members']) ? { num_members: members } : {}),
      ...(flag(args['include_locale']) ? { locale: 'en-US' } : {}),
    },
  };
}

function readable(args: Json, world: World): Channel {
  const channel = visibleChannel(world, required(args, 'channel'));
  if (!channel.members.has(world.bot.userId)) throw new ApiError('not_in_channel');
  return channel;
}

function answer(found: Page, args: Json, world: World): Json {
  const withMetadata = flag(args['include_all_metadata']);
  const next = found.next === null ? '' : Buffer.from(`next_ts:${found.next}`).toString('base64');
  return {
    messages: found.messages.map((message) => world.messages.wire(message, withMetadata)),
    has_more: found.next !== null,
    ...(found.next === null ? {} : { response_metadata: { next_cursor: next } }),
  };
}

function history(args: Json, world: World): Json {
  const channel = readable(args, world);
  const cursor = argument(args['cursor']);
  const from = cursor === undefined ? undefined : Buffer.from(cursor, 'base64').toString();
  if (from !== undefined && !from.startsWith('next_ts:')) throw new ApiError('invalid_cursor');
  const found = world.messages.history(channel.id, {
    oldest: argument(args['oldest']),
    latest: from === undefined ? argument(args['latest']) : from.slice('next_ts:'.length),
    inclusive: from !== undefined || flag(args['inclusive']),
    limit: limitOf(args, 100),
  });
  return answer(found, args, world);
}

function replies(args: Json, world: World): Json {
  const channel = readable(args, world);
  const found = world.messages.find(channel.id, required(args, 'ts'));
  const parent = found?.thread_ts === undefined ? found : world.messages.find(channel.id, found.thread_ts);
  if (!parent) throw new ApiError('thread_not_found');
  const thread = [parent, ...world.messages.replies(channel.id, parent.ts)];
  const { entries, response_metadata } = page(thread, args, 1000);
  const withMetadata = flag(args['include_all_metadata']);
  return {
    messages: entries.map((message) => world.messages.wire(message, withMetadata)),
    has_more: response_metadata.next_cursor !== '',
    response_metadata,
  };
}

function members(args: Json, world: World): Json {
  const channel = visibleChannel(world, required(args, 'channel'));
  const { entries, response_metadata } = page([...channel.members], args, 100);
  return { members: entries, response_metadata };
}

function listing(args: Json, world: World, mayList: (channel: Channel) => boolean): Json {
  const kinds = kindsOf(args);
  const skipArchived = flag(args['exclude_archived']);
  const all = world.channels
    .all()
    .filter(
      (channel) => kinds.includes(channel.kind) && mayList(channel) && !(skipArchived && channel.archived),
    );
  const { entries, response_metadata } = page(all, args, 100);
  return {
    channels: entries.map((channel) => world.channels.wire(channel, world.bot.userId)),
    response_metadata,
  };
}

function listAll(args: Json, world: World): Json {
  return listing(
    args,
    world,
    (channel) => channel.kind === 'public' || channel.members.has(world.bot.userId),
  );
}

function ofUser(args: Json, world: World): Json {
  const user = personOf(world, argument(args['user']) ?? world.bot.userId).id;
  const self = world.bot.userId;
  return listing(
    args,
    world,
    (channel) => channel.members.has(user) && (channel.kind === 'public' || channel.members.has(self)),
  );
}

export const conversations: Record<string, Method> = {
  'conversations.open': { scope: openScope, run: open },
  'conversations.info': { scope: scopeByChannel(readScope), run: info },
  'conversations.history': { scope: scopeByChannel(historyScope), run: history },
  'conversations.replies': { scope: scopeByChannel(historyScope), run: replies },
  'conversations.members': { scope: scopeByChannel(readScope), run: members },
  'conversations.list': { scope: scopeByTypes, run: listAll },
  'users.conversations': { scope: scopeByTypes, run: ofUser },
  'conversations.join': method('channels:join', (args, world) => {
    const channel = visibleChannel(world, required(args, 'channel'));
    channel.members.add(world.bot.userId);
    return { channel: world.channels.wire(channel, world.bot.userId) };
  }),
};
