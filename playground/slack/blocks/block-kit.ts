import { checkBlocks } from './blocks';
import { plainText } from './composition';
import { isRecord, records, text } from '../json';
import { anything, boolean, byType, shape, string } from './rules';
import type { Check, Problem } from './rules';

/** Whether Slack would take a message or a view, and if not, why. */

export type { Problem } from './rules';

const messageBlocks = checkBlocks('message', 50);
/** Not documented; seen as `msg_blocks_too_long` at about this many characters. */
const mostBlockText = 13_200;
const mostViewBytes = 250_000;

/** Characters of every text that is shown, wherever it stands. */
function shownText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + shownText(entry), 0);
  if (!isRecord(value)) return 0;
  let sum = 0;
  for (const [name, field] of Object.entries(value)) {
    if (name === 'text' && typeof field === 'string') sum += field.length;
    else if (typeof field === 'object') sum += shownText(field);
  }
  return sum;
}

/** What Slack would refuse in a message; empty when it would take it. */
export function validateMessage(message: {
  text?: unknown;
  blocks?: unknown;
  attachments?: unknown;
}): Problem[] {
  const out: Problem[] = [];
  const { blocks } = message;
  if (blocks !== undefined && blocks !== null) {
    if (!Array.isArray(blocks))
      return [{ pointer: '/blocks', message: 'must be an array', error: 'invalid_blocks_format' }];
    messageBlocks(blocks, '/blocks', out);
    if (shownText(blocks) > mostBlockText)
      out.push({
        pointer: '/blocks',
        message: `must hold less than ${mostBlockText + 1} characters in all`,
        error: 'msg_blocks_too_long',
      });
    const markdown = records(blocks).filter((block) => block['type'] === 'markdown');
    if (markdown.reduce((sum, block) => sum + text(block['text']).length, 0) > 12_000)
      out.push({
        pointer: '/blocks',
        message: 'markdown blocks must hold less than 12001 characters in all',
      });
  }
  const empty =
    text(message.text).trim() === '' &&
    records(blocks).length === 0 &&
    records(message.attachments).length === 0;
  if (empty && out.length === 0) out.push({ pointer: '/text', message: 'no text', error: 'no_text' });
  return out;
}

const type = anything;
const shared = {
  private_metadata: string(0, 3000),
  callback_id: string(0, 255),
  external_id: string(0, 255),
};

const submitWithInput: Check = (value, at, out) => {
  if (!isRecord(value) || isRecord(value['submit'])) return;
  if (records(value['blocks']).some((block) => block['type'] === 'input'))
    out.push({ pointer: at, message: 'missing required field: submit' });
};

const view = byType({
  modal: shape(
    { type, title: plainText(24), blocks: checkBlocks('modal', 100) },
    {
      ...shared,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
    submitWithInput,
  ),
  home: shape({ type, blocks: checkBlocks('home', 100) }, shared),
});

/** What Slack would refuse in a modal or a home tab; empty when it would take it. */
export function validateView(candidate: unknown): Problem[] {
  const out: Problem[] = [];
  view(candidate, '/view', out);
  if (Buffer.byteLength(JSON.stringify(candidate ?? null)) > mostViewBytes)
    out.push({ pointer: '/view', message: 'must be less than 250 KB', error: 'view_too_large' });
  return out;
}

/** The error code of the whole answer: a code of its own where a problem has one. */
export function errorOf(problems: readonly Problem[], usual: string): string {
  return problems.find((problem) => problem.error !== undefined)?.error ?? usual;
}

export function describe(problem: Problem): string {
  return `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`;
}
