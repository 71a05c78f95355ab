import type { IncomingMessage } from 'node:http';
import { readBody } from '../slack/routes/http-body';
import { argument, isRecord, parseJson } from '../slack/json';
import type { Json } from '../slack/json';

/** Something the caller can mend; `status` says whose hands it is in. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

const mostBody = 1024 * 1024;
const localNames = new Set(['127.0.0.1', 'localhost']);

export function need(input: Json, field: string): string {
  const value = argument(input[field]);
  if (value === undefined) throw new Refused(`"${field}" is missing: give it as text.`);
  return value;
}

/** The field under the name the driver uses, when it was given. */
export function given<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>>;
export function given(name: string, value: unknown): Partial<Record<string, string>> {
  const words = argument(value);
  return words === undefined ? {} : { [name]: words };
}

/** Web pages elsewhere must not drive a bot on this machine, whatever name they reach it by. */
export function checkCaller(req: IncomingMessage): void {
  const host = req.headers.host ?? '';
  const name = host.replace(/:\d+$/, '');
  if (!localNames.has(name))
    throw new Refused(`The control API answers on 127.0.0.1 and localhost only.`, 403);
  const { origin } = req.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refused(`Requests from ${origin} are refused; only this playground's own page may call.`, 403);
}

export async function inputOf(req: IncomingMessage, query: string): Promise<Json> {
  if (req.method === 'GET') return Object.fromEntries(new URLSearchParams(query));
  const body = (await readBody(req, mostBody)).toString('utf8');
  if (body === '') return {};
  const parsed = parseJson(body);
  if (!parsed.ok) throw new Refused('The body is not JSON.');
  if (!isRecord(parsed.value)) throw new Refused('The body must be a JSON object.');
  return parsed.value;
}
