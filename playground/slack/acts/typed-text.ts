import type { Channels } from '../channels';
import type { People } from '../people';

/** Typed text as Slack passes it on: escaped, with names made ids. */

function escapePlain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const mention = /<[@#][UWC][A-Z0-9]*(?:\|[^<>]*)?>|<!(?:here|channel|everyone)>|<https?:\/\/[^<>\s]+>/;
const link = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"\]]/;
const email = /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/;
const token = new RegExp(`${mention.source}|${link.source}|${email.source}`, 'g');

/**
 * What a person typed, as Slack stores it: & < > escaped, links and addresses in angle brackets, mentions left alone.
 */
export function escapeTyped(typed: string): string {
  let out = '';
  let from = 0;
  for (const match of typed.matchAll(token)) {
    const found = match[0];
    out += escapePlain(typed.slice(from, match.index));
    if (found.startsWith('<')) out += found;
    else if (found.startsWith('http')) out += `<${found.replaceAll('&', '&amp;')}>`;
    else out += `<mailto:${found}|${found}>`;
    from = match.index + found.length;
  }
  return out + escapePlain(typed.slice(from));
}

/** The text of a command with `should_escape`: people and channels by name become `<@U…|name>` and `<#C…|name>`. */
export function escapeCommand(typed: string, people: People, channels: Channels): string {
  const named = typed.replaceAll(
    /(^|[\s(])([@#])([A-Za-z0-9._-]*[A-Za-z0-9_])/g,
    (whole: string, before: string, sign: string, name: string) => {
      if (sign === '@') {
        const person = people.find(name) ?? people.byName(name);
        return person ? `${before}<@${person.id}|${person.name}>` : whole;
      }
      const channel = channels.find(name) ?? channels.byName(name);
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole;
    },
  );
  return escapeTyped(named).trim();
}
