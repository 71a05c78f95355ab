import { ApiError } from '../errors';
import { argument } from '../json';
import type { Json } from '../json';
import type { World } from '../world';

/** One method of the Web API: its scope, and its arguments. */

export interface Method {
  /** The scope the call needs; null when any token will do. */
  scope: (args: Json, world: World) => string | null;
  token?: 'app';
  run: (args: Json, world: World) => Json;
}

export function method(scope: string | null, run: Method['run']): Method {
  return { scope: () => scope, run };
}

export function required(args: Json, name: string): string {
  const value = argument(args[name]);
  if (value === undefined)
    throw new ApiError('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name} [json-pointer:/${name}]`] },
    });
  return value;
}

/** One page of a list, with Slack's opaque cursor. */
export function page<T>(
  entries: readonly T[],
  args: Json,
  usual: number,
): { entries: T[]; response_metadata: { next_cursor: string } } {
  const cursor = argument(args['cursor']);
  const start =
    cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('at:', ''));
  if (!Number.isInteger(start) || start < 0) throw new ApiError('invalid_cursor');
  const limit = limitOf(args, usual);
  const end = start + limit;
  const next = end < entries.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { entries: entries.slice(start, end), response_metadata: { next_cursor: next } };
}

export function limitOf(args: Json, usual: number): number {
  const limit = Number(argument(args['limit']) ?? usual);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new ApiError('invalid_limit');
  return limit;
}
