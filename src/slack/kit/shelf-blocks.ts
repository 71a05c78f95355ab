import type { KnownBlock } from '@slack/types';
import type { ShelfItem } from '../../domain/ledger/shelf';
import type { Words } from '../../words';
import { button, section } from './block-kit';
import { ACTIONS } from './ids';

/** What is new on somebody's shelf, with the way to it. */
export function shelfNews(words: Words, items: readonly ShelfItem[]): KnownBlock[] {
  if (items.length === 0) return [];
  return [section(words.shelfNews(items), button(words.BUTTONS.shelf, ACTIONS.home_shelf))];
}
