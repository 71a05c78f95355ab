import type { Channel } from '../channels';
import { DriverError } from '../errors';
import type { Json } from '../json';
import type { Updated } from '../people';
import { appId, verificationToken } from '../world';
import type { World } from '../world';

/** A person who can act in the workspace; says clearly why not, if not. */
export function actor(world: World, id: string): Updated {
  const person = world.people.find(id);
  if (!person) throw new DriverError(`There is no user ${id}`);
  if (person.deleted) throw new DriverError(`${id} is deactivated and can do nothing`);
  return person;
}

/** Commands, shortcuts and forms work for members of the workspace that installed the app only. */
export function member(world: World, id: string): Updated {
  const person = actor(world, id);
  const team = person.teamId ?? world.team.id;
  if (team !== world.team.id)
    throw new DriverError(`${id} belongs to ${team}, where the app is not installed`);
  return person;
}

/** A channel in which the person is. */
export function placeOf(world: World, user: string, channelId: string): Channel {
  const channel = world.channels.find(channelId);
  if (!channel) throw new DriverError(`There is no channel ${channelId}`);
  if (!channel.members.has(user)) throw new DriverError(`${user} is not in ${channelId}`);
  return channel;
}

export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** What every interactive payload says about who acted, where and for which app. */
export function interaction(world: World, person: Updated): Json {
  return {
    user: {
      id: person.id,
      username: person.name,
      name: person.name,
      team_id: person.teamId ?? world.team.id,
    },
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: appId,
    token: verificationToken,
  };
}
