import { isRecord, parseJson, record, text } from '../../../slack/json';
import type { Json } from '../../../slack/json';

/** What the playground said instead of doing it, in words for a person. */
class ControlError extends Error {}

async function read(path: string, init?: RequestInit): Promise<unknown> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(`/control/${path}`, init);
    body = await response.text();
  } catch {
    throw new ControlError('The playground does not answer. Is it still running?');
  }
  const parsed = parseJson(body);
  if (!parsed.ok) throw new ControlError('The playground answered something that is not JSON.');
  if (!response.ok)
    throw new ControlError(text(record(parsed.value)['error']) || `It answered ${response.status}.`);
  return parsed.value;
}

export function get(name: string, query: Record<string, string> = {}): Promise<unknown> {
  const search = new URLSearchParams(query).toString();
  return read(search === '' ? name : `${name}?${search}`);
}

export async function post(name: string, body: Json): Promise<Json> {
  const answer = await read(name, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return isRecord(answer) ? answer : {};
}
