import { flag, isRecord, text } from './json';
import type { Json } from './json';

/** Who would be notified by a message: the mentions that Slack rings for. */

const ping = /<!(?:channel|here|everyone|subteam\^)/;
const typed = /@(?:channel|here|everyone)\b/;

function search(value: unknown, found: string[]): void {
  if (Array.isArray(value)) value.forEach((entry) => search(entry, found));
  if (!isRecord(value)) return;
  const type = text(value['type']);
  if (type === 'broadcast' || type === 'usergroup') found.push(JSON.stringify(value));
  if (type === 'mrkdwn' || type === 'markdown') {
    if (ping.test(text(value['text']))) found.push(text(value['text']));
    return;
  }
  Object.values(value).forEach((entry) => search(entry, found));
}

/** The texts of a message that ping a whole channel or group; plain_text is not read for mentions. */
export function broadcastsIn(message: Json): string[] {
  const found: string[] = [];
  const words = text(message['text']);
  const expands = flag(message['link_names']) || message['parse'] === 'full';
  if (ping.test(words) || (expands && typed.test(words))) found.push(words);
  search(message['blocks'], found);
  search(message['attachments'], found);
  return found;
}
