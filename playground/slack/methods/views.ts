import { ApiError } from '../errors';
import { argument } from '../json';
import type { Json } from '../json';
import { personOf } from '../world';
import type { World } from '../world';
import { method, required } from './method';
import type { Method } from './method';

/** The methods of the Web API that begin with views. */

function open(args: Json, world: World): Json {
  const { user } = world.triggers.redeem(argument(args['trigger_id']) ?? '');
  return { view: world.views.open(user, args['view']) };
}

function push(args: Json, world: World): Json {
  const { user, viewId } = world.triggers.redeem(argument(args['trigger_id']) ?? '');
  if (viewId === null)
    throw new ApiError('invalid_arguments', {
      response_metadata: {
        messages: ['[ERROR] trigger_id was not issued by a modal [json-pointer:/trigger_id]'],
      },
    });
  return { view: world.views.push(user, args['view']) };
}

function update(args: Json, world: World): Json {
  const viewId = argument(args['view_id']);
  const externalId = argument(args['external_id']);
  const hash = argument(args['hash']);
  if (viewId === undefined && externalId === undefined) throw new ApiError('not_found');
  const by = {
    ...(viewId === undefined ? {} : { viewId }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(hash === undefined ? {} : { hash }),
  };
  return { view: world.views.update(by, args['view']) };
}

function publish(args: Json, world: World): Json {
  const user = personOf(world, required(args, 'user_id')).id;
  return { view: world.views.publish(user, args['view'], argument(args['hash'])) };
}

export const views: Record<string, Method> = {
  'views.open': method(null, open),
  'views.push': method(null, push),
  'views.update': method(null, update),
  'views.publish': method(null, publish),
};
