import type { IncomingMessage, ServerResponse } from 'node:http';
import { DeliveryError, DriverError } from '../slack';
import type { Json } from '../slack/json';
import { createActions } from './actions';
import type { Action, ControlOptions } from './actions';
import { BodyTooLarge } from '../slack/routes/http-body';
import { checkCaller, inputOf, Refused } from './input';

/** The door through which the page and scripts act: JSON over HTTP. */

export type { ControlOptions } from './actions';

/** Answers what is under /control/; false for every other path. */
export type Control = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

const prefix = '/control/';

function send(res: ServerResponse, status: number, answer: Json | null): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(`${JSON.stringify(answer)}\n`);
}

function statusOf(error: unknown): number | null {
  if (error instanceof Refused) return error.status;
  if (error instanceof DriverError) return 409;
  if (error instanceof BodyTooLarge) return 413;
  return error instanceof DeliveryError ? 502 : null;
}

export function createControl(options: ControlOptions): Control {
  const { reads, acts } = createActions(options);

  function actionFor(req: IncomingMessage, name: string): Action {
    const table = req.method === 'GET' ? reads : acts;
    const other = req.method === 'GET' ? acts : reads;
    if (req.method !== 'GET' && req.method !== 'POST')
      throw new Refused('Only GET and POST are answered here.', 405);
    const action = Object.hasOwn(table, name) ? table[name] : undefined;
    if (action) return action;
    if (Object.hasOwn(other, name) || name === 'events')
      throw new Refused(`${prefix}${name} is not called with ${req.method}.`, 405);
    const known = [...Object.keys(reads), 'events', ...Object.keys(acts)].join(', ');
    throw new Refused(`There is no ${prefix}${name}; there are: ${known}.`, 404);
  }

  /** Server-sent events: one change a line, for as long as the page listens. */
  function stream(req: IncomingMessage, res: ServerResponse): void {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.write(':\n\n');
    const stop = options.slack.onChange((change) => {
      res.write(`data: ${JSON.stringify(change)}\n\n`);
    });
    req.on('close', stop);
  }

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    name: string,
    query: string,
  ): Promise<void> {
    checkCaller(req);
    if (req.method === 'GET' && name === 'events') {
      stream(req, res);
      return;
    }
    const action = actionFor(req, name);
    send(res, 200, await action(await inputOf(req, query)));
  }

  return async (req, res) => {
    const [path = '/', query = ''] = (req.url ?? '/').split('?', 2);
    if (!path.startsWith(prefix)) return false;
    try {
      await answer(req, res, path.slice(prefix.length), query);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send(res, statusOf(error) ?? 500, { error: message });
    }
    return true;
  };
}
