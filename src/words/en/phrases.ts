import type { Named } from '../../domain/facts';
import { mention, oneLine, safe } from '../mrkdwn';
import { english } from './english';

/** Parts of sentences that several sentences share. */

const TITLE_SHOWN = 150;

/** "A, B and C" */
export function listed(items: readonly string[]): string {
  return english().list(items);
}

/** "one goal", "3 goals" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return english().plural(count, { one: `one ${one}`, other: `${count} ${many}` });
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The title of a goal as it stands in a sentence. */
export function titled(title: string, limit = TITLE_SHOWN): string {
  return `*${safe(oneLine(title), limit)}*`;
}

/** A person named to someone for whom the mention pings nobody. */
export function who(named: Named): string {
  return mention(named.slackUserId);
}

/** A person named where a mention would ping them. */
export function nameOf(named: Named): string {
  return safe(oneLine(named.name), 80);
}

const PEOPLE_NAMED = 5;

/** "Grace and Alan"; a crowd is shortened. */
export function people(names: readonly Named[], say: (named: Named) => string = who): string {
  const shown = names.slice(0, PEOPLE_NAMED).map(say);
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, counted(more, 'other')] : shown);
}

/** What a person typed, given back in quotation marks. */
export function heard(text: string, limit = 200): string {
  return `“${safe(oneLine(text), limit)}”`;
}
