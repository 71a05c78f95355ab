import type { ModalView } from '@slack/types';
import type { Words } from '../../words';
import { plain, section } from './block-kit';

/** Forms that only say something: one that waits, one with words. */

const TITLE_LIMIT = 24;
const SECTION_TARGET = 2900;
const SECTIONS_SHOWN = 90;

/** A note with nothing to fill in; a long one is split at the ends of lines. @param text mrkdwn */
export function messageModal(words: Words, title: string, text: string): ModalView {
  const parts = splitLines(text).slice(0, SECTIONS_SHOWN);
  return blocksModal(
    words,
    title,
    parts.map((part) => section(part)),
  );
}

/** The same with buttons. */
export function blocksModal({ BUTTONS }: Words, title: string, blocks: ModalView['blocks']): ModalView {
  return { type: 'modal', title: plain(title, TITLE_LIMIT), close: plain(BUTTONS.close), blocks };
}

function splitLines(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split('\n').flatMap(inPieces)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length < SECTION_TARGET)
      parts.splice(-1, 1, `${last}\n${line}`);
    else parts.push(line);
  }
  return parts.filter((part) => part.trim() !== '');
}

/** A line that is too long for a section, cut between characters, never within one or within an entity such as `&amp;`. */
function inPieces(line: string): string[] {
  if (line.length < SECTION_TARGET) return [line];
  const pieces = [''];
  for (const [unit] of line.matchAll(/&(?:amp|lt|gt);|[^&]|&/gsu)) {
    const last = pieces.at(-1) ?? '';
    if (last.length + unit.length < SECTION_TARGET) pieces.splice(-1, 1, last + unit);
    else pieces.push(unit);
  }
  return pieces;
}

/** Opened at once, while the trigger is fresh; replaced by `views.update` when the facts are there. */
export function loadingModal(words: Words, title: string): ModalView {
  return messageModal(words, title, words.oneMoment());
}
