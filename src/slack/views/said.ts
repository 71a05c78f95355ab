import type { Said } from '../../domain/message';
import type { SlackMessage } from './block-kit';

/** What the bot says, as messages ready to be posted: one, except for a digest that is too long for one. */
export function said(said: Said): SlackMessage[] {
  return [{ text: said.kind, blocks: [] }];
}
