import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLog } from '../call-log';
import { ApiError } from '../errors';
import type { CallFault, Faults } from '../faults';
import { readArguments } from './http-body';
import { text } from '../json';
import type { Json } from '../json';
import { chat } from '../methods/chat';
import { conversations } from '../methods/conversations';
import { files } from '../methods/files';
import type { Method } from '../methods/method';
import { team } from '../methods/team';
import { users } from '../methods/users';
import { views } from '../methods/views';
import type { Timers } from '../timers';
import type { World } from '../world';

/** The Web API over HTTP: tokens, scopes, faults, and the answer in its envelope. */

export interface WebApiOptions {
  world: World;
  faults: Faults;
  calls: CallLog;
  timers: Timers;
  /** Methods that live elsewhere, such as apps.connections.open. */
  more: Record<string, Method>;
}

export type Handler = (
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: string,
) => Promise<void>;

interface Tokens {
  header: string;
  body: string;
}

function send(res: ServerResponse, status: number, answer: Json, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  res.end(JSON.stringify(answer));
}

function bearer(req: IncomingMessage): string {
  return /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
}

export function createWebApi({ world, faults, calls, timers, more }: WebApiOptions): Handler {
  const methods = new Map<string, Method>(
    Object.entries({ ...chat, ...conversations, ...files, ...team, ...users, ...views, ...more }),
  );
  const provided = [...world.manifest.scopes].join(',');

  function authorise(method: Method, tokens: Tokens, args: Json): void {
    // App-level tokens are taken from the header only, as documented for apps.connections.open.
    const token = tokens.header !== '' || method.token === 'app' ? tokens.header : tokens.body;
    if (token === '') throw new ApiError('not_authed');
    if (token !== world.bot.token && token !== world.bot.appToken) throw new ApiError('invalid_auth');
    if ((token === world.bot.appToken) !== (method.token === 'app'))
      throw new ApiError('not_allowed_token_type');
    if (token === world.bot.token && world.tokenState !== 'valid') throw new ApiError(world.tokenState);
    const needed = method.scope(args, world);
    if (needed !== null && !world.manifest.scopes.has(needed))
      throw new ApiError('missing_scope', { needed, provided });
  }

  function answer(name: string, tokens: Tokens, args: Json, met: readonly CallFault[]): Json {
    try {
      const method = methods.get(name);
      if (!method) throw new ApiError('unknown_method', { req_method: name });
      const forced = met.find((fault) => fault.kind === 'error');
      if (forced) throw new ApiError(forced.error);
      authorise(method, tokens, args);
      return { ok: true, ...method.run(args, world) };
    } catch (error) {
      if (error instanceof ApiError) return { ok: false, error: error.code, ...error.extra };
      throw error;
    }
  }

  return async (req, res, path, query) => {
    const name = path.slice('/api/'.length);
    const { token: inBody, ...args } = await readArguments(req, query);
    const tokens = { header: bearer(req), body: text(inBody) };
    const met = faults.take(name);
    const at = world.now();

    for (const fault of met) if (fault.kind === 'latency') await timers.wait(fault.ms);
    const limited = met.find((fault) => fault.kind === 'rate_limited');
    if (limited) {
      const refusal = { ok: false, error: 'ratelimited' };
      calls.add({ method: name, args, answer: refusal, at });
      send(res, 429, refusal, { 'retry-after': String(limited.retryAfter ?? 1) });
      return;
    }
    if (met.some((fault) => fault.kind === 'http_500')) {
      const refusal = { ok: false, error: 'internal_error' };
      calls.add({ method: name, args, answer: refusal, at });
      send(res, 500, refusal);
      return;
    }
    const result = answer(name, tokens, args, met);
    calls.add({ method: name, args, answer: result, at });
    const hanging = met.find((fault) => fault.kind === 'timeout_after_accept');
    if (hanging) {
      await timers.wait(hanging.holdMs ?? 100);
      res.destroy();
      return;
    }
    send(res, 200, result, { 'x-oauth-scopes': provided });
  };
}
