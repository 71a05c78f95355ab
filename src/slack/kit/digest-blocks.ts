import type { Button, KnownBlock } from '@slack/types';
import type { CheckInInWords, MenteeInDigest } from '../../domain/facts';
import type { Words } from '../../words';
import { ACTIONS, idValue } from './ids';
import { actions, button, message, section, textOf, UPDATABLE_TEXT, type SlackMessage } from './block-kit';

/** Of each kind, for each person. */
const LINES_SHOWN = 8;
const SECTION_TARGET = 1800;
/** Well below Slack's limits for blocks and their text; the text stays short enough to be updated. */
const BLOCKS_IN_MESSAGE = 38;
const TEXT_IN_MESSAGE = UPDATABLE_TEXT - 300;

export type Shared = Pick<MenteeInDigest, 'moved' | 'stuck' | 'reached' | 'newGoals'>;

function listLines<T>(words: Words, label: string, items: readonly T[], line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  return [`_${label}_`, ...firstLines(words, items, line).map((text) => `• ${text}`)];
}

function firstLines<T>(words: Words, items: readonly T[], line: (item: T) => string): string[] {
  const more = items.length - LINES_SHOWN;
  return [...items.slice(0, LINES_SHOWN).map(line), ...(more > 0 ? [words.moreLines(more)] : [])];
}

/** One person in a digest, as sections under a heading. */
export function sharedBlocks(
  words: Words,
  heading: string,
  { reached, newGoals, moved, stuck }: Shared,
): KnownBlock[] {
  const { DIGEST_LABELS, reachedLine, newGoalLine } = words;
  const line = (checkIn: CheckInInWords) => words.checkInLine(checkIn);
  const lines = [
    ...listLines(words, DIGEST_LABELS.reached, reached, reachedLine),
    ...firstLines(words, newGoals, newGoalLine),
    ...listLines(words, DIGEST_LABELS.moved, moved, line),
    ...listLines(words, DIGEST_LABELS.stuck, stuck, line),
  ];
  return inSections([heading, ...lines]);
}

function inSections(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '' && text.length + line.length > SECTION_TARGET) {
      texts.push(text);
      text = line;
    } else text = text === '' ? line : `${text}\n${line}`;
  }
  return [...texts, text].map((part) => section(part));
}

/** Check-ins as a mentor meets them in the digest: one tap, or a word; and a further word to what is answered. */
export function answerableBlocks(words: Words, checkIns: readonly CheckInInWords[]): KnownBlock[] {
  const { DIGEST_LABELS, BUTTONS } = words;
  return firstOf(words, checkIns, LINES_SHOWN, (checkIn) => {
    const said = words.checkInLine(checkIn);
    if (checkIn.acknowledged) {
      const addWord = tap(words, BUTTONS.addWord, ACTIONS.encourage, checkIn);
      return [section(`${DIGEST_LABELS.answered}: ${said}`, addWord)];
    }
    const reply = tap(words, BUTTONS.encourage, ACTIONS.encourage, checkIn);
    return checkIn.status === 'on_track'
      ? [
          section(`${DIGEST_LABELS.moved}: ${said}`),
          actions([tap(words, BUTTONS.wellDone, ACTIONS.well_done, checkIn), reply]),
        ]
      : [
          section(`${DIGEST_LABELS.awaiting}: ${said}`),
          actions([reply, tap(words, BUTTONS.seen, ACTIONS.seen, checkIn)]),
        ];
  });
}

function tap(
  words: Words,
  text: string,
  action: Parameters<typeof button>[1],
  { id, member, goal }: CheckInInWords,
): Button {
  const label = words.labelFor(`${text} ${member.name}`, goal?.title ?? null);
  return button(text, action, { value: idValue(id), label });
}

/** The first of them, and how many there are besides. */
function firstOf<T>(
  words: Words,
  items: readonly T[],
  shown: number,
  blocks: (item: T) => KnownBlock[],
): KnownBlock[] {
  const more = items.length - shown;
  return [...items.slice(0, shown).flatMap(blocks), ...(more > 0 ? [section(words.moreLines(more))] : [])];
}

/** Splits a long digest into messages, each opened and closed by what `frame` gives. Buttons stay with their line. */
export function inMessages(
  blocks: readonly KnownBlock[],
  frame: (part: number, parts: number) => { top: KnownBlock[]; bottom: KnownBlock[] },
): SlackMessage[] {
  const parts: KnownBlock[][] = [];
  let part: KnownBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    const size = textOf([block]).length + 1;
    const isFull = part.length >= BLOCKS_IN_MESSAGE - 4 || length + size > TEXT_IN_MESSAGE;
    if (part.length > 0 && isFull && block.type !== 'actions') {
      parts.push(part);
      part = [];
      length = 0;
    }
    part.push(block);
    length += size;
  }
  parts.push(part);
  return parts.map((body, index) => {
    const { top, bottom } = frame(index + 1, parts.length);
    return message([...top, ...body, ...bottom]);
  });
}
