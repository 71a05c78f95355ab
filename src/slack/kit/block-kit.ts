import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import type { ACTIONS } from './ids';
import { escape, oneLine, plainFit } from '../../words/mrkdwn';

/** `text` holds the whole message: screen readers and notifications read it, not the blocks. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

type Action = (typeof ACTIONS)[keyof typeof ACTIONS];

const SECTION_LIMIT = 3000;
const CONTEXT_LIMIT = 2000;
const LABEL_LIMIT = 75;
/** Slack refuses to update a message whose text is longer than 4,000 characters. */
export const UPDATABLE_TEXT = 3900;

export function plain(text: string, limit = LABEL_LIMIT): PlainTextElement {
  return { type: 'plain_text', text: plainFit(text, limit), emoji: false };
}

/** For text that is escaped already: never cut within an entity or a mention. */
function cutMrkdwn(mrkdwn: string, limit: number): string {
  if (mrkdwn.length <= limit) return mrkdwn;
  const cut = mrkdwn.slice(0, limit - 1).replace(/(?:&\w{0,4}|<[^<>]*|[\uD800-\uDBFF])$/, '');
  return `${cut.trimEnd()}…`;
}

/** @param mrkdwn made by words/: escaped where it holds what a person wrote */
export function section(mrkdwn: string, accessory?: Button | Overflow | StaticSelect): SectionBlock {
  const text = { type: 'mrkdwn', text: cutMrkdwn(mrkdwn, SECTION_LIMIT), verbatim: true } as const;
  return accessory === undefined ? { type: 'section', text } : { type: 'section', text, accessory };
}

export function context(mrkdwn: string): ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: cutMrkdwn(mrkdwn, CONTEXT_LIMIT), verbatim: true }],
  };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

export function actions(elements: ActionsBlockElement[], blockId?: string): ActionsBlock {
  return blockId === undefined
    ? { type: 'actions', elements }
    : { type: 'actions', elements, block_id: blockId };
}

export interface ButtonParts {
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says, where the label alone would not tell buttons apart. */
  readonly label?: string;
  readonly confirm?: ConfirmationDialog;
}

export function button(
  text: string,
  action: Action,
  { value, style, label, confirm }: ButtonParts = {},
): Button {
  return {
    type: 'button',
    text: plain(text),
    action_id: action,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(label === undefined ? {} : { accessibility_label: plainFit(label, LABEL_LIMIT) }),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

export function option(text: string, value: string, description?: string): PlainTextOption {
  // An empty label is refused, and a title of zero-width signs is as good as empty.
  const label = plain(oneLine(text) === '' ? '…' : text);
  return description === undefined
    ? { text: label, value }
    : { text: label, value, description: plain(description) };
}

export function overflow(action: Action, options: PlainTextOption[], confirm?: ConfirmationDialog): Overflow {
  return { type: 'overflow', action_id: action, options, ...(confirm === undefined ? {} : { confirm }) };
}

/** The whole of what the blocks say, as top-level text. */
export function textOf(blocks: readonly KnownBlock[]): string {
  return blocks
    .flatMap(saidBy)
    .filter((line) => line !== '')
    .join('\n');
}

function saidBy(block: KnownBlock): string[] {
  switch (block.type) {
    case 'header':
      return [escape(block.text.text)];
    case 'section':
      return block.text === undefined ? [] : [block.text.text];
    case 'context':
      return block.elements.map((element) => ('text' in element ? element.text : ''));
    default:
      return [];
  }
}

/** @param limit of the top-level text; the default lets the message be updated later */
export function message(blocks: readonly KnownBlock[], limit = UPDATABLE_TEXT): SlackMessage {
  return { text: cutMrkdwn(textOf(blocks), limit), blocks: [...blocks] };
}
