import { botMessage, compose } from '../compose';
import type { Body } from '../compose';
import { ApiError } from '../errors';
import { readArguments } from './http-body';
import { argument, flag, isRecord, parseJson, text } from '../json';
import type { Json } from '../json';
import type { ResponseOrigin } from './response-urls';
import type { SlackMessage } from '../types';
import { addEphemeral, addMessage } from '../world';
import type { World } from '../world';
import type { Handler } from './web-api';

/** What the bot posts to a response URL. */

function original(world: World, origin: ResponseOrigin): SlackMessage | undefined {
  if (origin.ts === null) return undefined;
  if (!origin.ephemeral) return world.messages.find(origin.channel, origin.ts);
  return world.ephemerals.get(origin.user)?.find((message) => message.ts === origin.ts);
}

function removeOriginal(world: World, origin: ResponseOrigin): void {
  if (origin.ts === null) return;
  if (origin.ephemeral) {
    const shown = world.ephemerals.get(origin.user) ?? [];
    world.ephemerals.set(
      origin.user,
      shown.filter((message) => message.ts !== origin.ts),
    );
    world.changed({ kind: 'ephemeral', user: origin.user, channel: origin.channel });
    return;
  }
  if (original(world, origin)?.user !== world.bot.userId) throw new ApiError('cant_delete_message');
  world.messages.remove(origin.channel, origin.ts);
  world.changed({ kind: 'message', channel: origin.channel });
}

function replaceOriginal(world: World, origin: ResponseOrigin, body: Body): boolean {
  const message = original(world, origin);
  if (!message) return false;
  if (message.user !== world.bot.userId) throw new ApiError('cant_update_message');
  message.text = body.text;
  message.blocks = body.blocks;
  world.changed({
    kind: origin.ephemeral ? 'ephemeral' : 'message',
    user: origin.user,
    channel: origin.channel,
  });
  return true;
}

function respond(world: World, origin: ResponseOrigin, args: Json): void {
  if (flag(args['delete_original'])) {
    removeOriginal(world, origin);
    return;
  }
  const body = compose(world, args);
  if (flag(args['replace_original']) && replaceOriginal(world, origin, body)) return;
  const thread = argument(args['thread_ts']);
  const message = {
    ...botMessage(world, origin.channel, body),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  if (args['response_type'] === 'in_channel') {
    addMessage(world, message);
    if (origin.ts === null) Object.assign(origin, { ts: message.ts, ephemeral: false });
    return;
  }
  addEphemeral(world, origin.user, message);
  // A command's URL has no message behind it; what it showed first is what "the original" means from then on.
  if (origin.ts === null) origin.ts = message.ts;
}

/** Answers posted to a response_url. */
export function createResponseRoute(world: World): Handler {
  return async (req, res, path) => {
    const form = await readArguments(req, '');
    const wrapped = parseJson(text(form['payload']));
    const args = wrapped.ok && isRecord(wrapped.value) ? wrapped.value : form;
    const use = world.responseUrls.use(path.slice('/response/'.length));
    if (!use.ok) {
      res.writeHead(404, { 'content-type': 'text/plain' }).end(use.error);
      return;
    }
    try {
      respond(world, use.origin, args);
      res.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const answer = { ok: false, error: error.code, ...error.extra };
      res.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }
  };
}
