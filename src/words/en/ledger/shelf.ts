import type { Named } from '../../../domain/facts';
import type { ShelfItem } from '../../../domain/ledger/shelf';
import { linked, nameShown, oneLine, safe } from '../../mrkdwn';
import { counted, listed, people, who } from '../phrases';

/** The shelf of a pair: what is worth reading. */

const LINES_SHOWN = 3;
const LINES_IN_FORM = 15;
const NAMES_SHOWN = 2;

/** "• example.org/talks · Short, and it made me laugh (from @Ada)" */
function shelfLine({ name, line, by }: ShelfItem): string {
  const words = line === null ? '' : ` · ${safe(oneLine(line), 120)}`;
  return `• ${linked(name, 80)}${words} (from ${who(by)})`;
}

function lines(items: readonly ShelfItem[], most: number): string {
  const more = items.length - most;
  const shown = items.slice(0, most).map(shelfLine);
  return [...shown, ...(more > 0 ? [`and ${counted(more, 'other')}`] : [])].join('\n');
}

/** In a question or a digest, once, beside the way to it: "New on your shelf from @Ada: The art of asking and one other." */
export function shelfNews(items: readonly ShelfItem[]): string {
  const by = [...new Map(items.map((item) => [item.by.slackUserId, item.by])).values()];
  const more = items.length - NAMES_SHOWN;
  const names = items.slice(0, NAMES_SHOWN).map(({ name }) => nameShown(name, 60));
  return `New on your shelf from ${people(by)}: ${listed(more > 0 ? [...names, counted(more, 'other')] : names)}.`;
}

/** In App Home. */
export function shelfWords(items: readonly ShelfItem[]): string {
  return items.length === 0
    ? '*Shelf*\nNothing stands there yet. A link or a name of something worth reading is enough.'
    : `*Shelf*\n${lines(items, LINES_SHOWN)}`;
}

/** Above the form. @param others with whom there is a shelf */
export function shelfReaders(others: readonly Named[]): string {
  return others.length === 1
    ? `You and ${people(others)} see what stands here, and nobody else. They hear of it with what comes to them next.`
    : 'Only the two of you see what stands here. They hear of it with what comes to them next.';
}

/** In the form. */
export function shelfWhole(items: readonly ShelfItem[]): string {
  return lines(items, LINES_IN_FORM);
}

export function shelfPut(other: Named): string {
  return `It stands on your shelf with ${who(other)}, who hears of it with what comes to them next.`;
}

export function shelfTaken(count: number): string {
  return `I took ${counted(count, 'thing')} away.`;
}
