import { ApiError } from '../errors';
import { argument, flag, record } from '../json';
import { personOf } from '../world';
import { method, page, required } from './method';
import type { Method } from './method';

/** The methods of the Web API that begin with users. */

export const users: Record<string, Method> = {
  'users.info': method('users:read', (args, world) => {
    const person = personOf(world, required(args, 'user'));
    return { user: world.people.wire(person, flag(args['include_locale'])) };
  }),
  'users.list': method('users:read', (args, world) => {
    const { entries, response_metadata } = page(world.people.all(), args, 1000);
    const withLocale = flag(args['include_locale']);
    return { members: entries.map((person) => world.people.wire(person, withLocale)), response_metadata };
  }),
  'users.profile.get': method('users.profile:read', (args, world) => {
    const person = personOf(world, argument(args['user']) ?? world.bot.userId);
    return { profile: record(world.people.wire(person, false)['profile']) };
  }),
  'dnd.info': method('dnd:read', (args, world) =>
    world.people.dnd(personOf(world, required(args, 'user')).id),
  ),
  'dnd.teamInfo': method('dnd:read', (args, world) => {
    const ids = required(args, 'users').split(',');
    if (ids.length > 50) throw new ApiError('too_many_users');
    return { users: Object.fromEntries(ids.map((id) => [id, world.people.dnd(personOf(world, id).id)])) };
  }),
};
