import { ApiError } from '../errors';
import { argument } from '../json';
import type { Json } from '../json';
import { appId, botId, visibleChannel } from '../world';
import type { World } from '../world';
import { method, required } from './method';
import type { Method } from './method';

/** The methods of the Web API about the team, the app and do-not-disturb. */

function addReaction(args: Json, world: World): Json {
  const name = required(args, 'name');
  const channel = visibleChannel(world, required(args, 'channel'));
  const message = world.messages.find(channel.id, required(args, 'timestamp'));
  if (!message) throw new ApiError('message_not_found');
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new ApiError('invalid_name');
  const reactions = (message.reactions ??= []);
  const known = reactions.find((reaction) => reaction.name === name);
  if (known?.users.includes(world.bot.userId)) throw new ApiError('already_reacted');
  if (known) {
    known.users.push(world.bot.userId);
    known.count += 1;
  } else reactions.push({ name, users: [world.bot.userId], count: 1 });
  world.changed({ kind: 'message', channel: channel.id });
  return {};
}

export const team: Record<string, Method> = {
  'auth.test': method(null, (_args, world) => ({
    url: `https://${world.team.domain}.slack.com/`,
    team: world.team.name,
    user: world.bot.name,
    team_id: world.team.id,
    user_id: world.bot.userId,
    bot_id: botId,
    is_enterprise_install: false,
  })),
  'team.info': method('team:read', (_args, world) => ({ team: { ...world.team, icon: {} } })),
  'bots.info': method('users:read', (args, world) => {
    if ((argument(args['bot']) ?? botId) !== botId) throw new ApiError('bot_not_found');
    return {
      bot: { id: botId, deleted: false, name: world.bot.name, app_id: appId, user_id: world.bot.userId },
    };
  }),
  'reactions.add': method('reactions:write', addReaction),
};
