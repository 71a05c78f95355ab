import { list, record, records, text } from '../json';
import type { Json } from '../json';
import type { Block, StateValues } from '../types';

/** The interactive elements of a block, wherever Slack lets them stand. */
export function elementsOf(block: Json): Json[] {
  const found: Json[] = [];
  for (const part of [block['accessory'], block['element']]) {
    const element = record(part);
    if (isInteractive(element)) found.push(element);
  }
  found.push(...records(block['elements']).filter(isInteractive));
  found.push(...records(block['actions']).filter(isInteractive));
  return found;
}

const silent = new Set(['image', 'plain_text', 'mrkdwn', 'card', '']);

function isInteractive(element: Json): boolean {
  const type = text(element['type']);
  return type === 'rich_text_input' || !(silent.has(type) || type.startsWith('rich_text_'));
}

/** Blocks in the order in which they are shown, those inside containers and carousels included. */
export function flatBlocks(blocks: readonly Json[]): Json[] {
  return blocks.flatMap((block) => {
    const cards = block['type'] === 'carousel' ? records(block['elements']) : [];
    return [block, ...flatBlocks([...records(block['child_blocks']), ...cards])];
  });
}

const initial: Record<string, (element: Json) => Json> = {
  plain_text_input: (e) => ({ value: e['initial_value'] ?? null }),
  email_text_input: (e) => ({ value: e['initial_value'] ?? null }),
  url_text_input: (e) => ({ value: e['initial_value'] ?? null }),
  number_input: (e) => ({ value: e['initial_value'] ?? null }),
  rich_text_input: (e) => ({ rich_text_value: e['initial_value'] ?? null }),
  file_input: () => ({ files: [] }),
  static_select: (e) => ({ selected_option: e['initial_option'] ?? null }),
  external_select: (e) => ({ selected_option: e['initial_option'] ?? null }),
  radio_buttons: (e) => ({ selected_option: e['initial_option'] ?? null }),
  users_select: (e) => ({ selected_user: e['initial_user'] ?? null }),
  conversations_select: (e) => ({ selected_conversation: e['initial_conversation'] ?? null }),
  channels_select: (e) => ({ selected_channel: e['initial_channel'] ?? null }),
  multi_static_select: (e) => ({ selected_options: list(e['initial_options']) }),
  multi_external_select: (e) => ({ selected_options: list(e['initial_options']) }),
  checkboxes: (e) => ({ selected_options: list(e['initial_options']) }),
  multi_users_select: (e) => ({ selected_users: list(e['initial_users']) }),
  multi_conversations_select: (e) => ({ selected_conversations: list(e['initial_conversations']) }),
  multi_channels_select: (e) => ({ selected_channels: list(e['initial_channels']) }),
  datepicker: (e) => ({ selected_date: e['initial_date'] ?? null }),
  timepicker: (e) => ({ selected_time: e['initial_time'] ?? null }),
  datetimepicker: (e) => ({ selected_date_time: e['initial_date_time'] ?? null }),
};

/** Whether the element keeps a value in `state.values`; buttons and overflow menus do not. */
export function keepsState(element: Json): boolean {
  return Object.hasOwn(initial, text(element['type']));
}

/** Every stateful element with its first value; a value already given for the same block and action stays. */
export function stateOf(blocks: readonly Block[], before: StateValues = {}): StateValues {
  const values: StateValues = {};
  for (const block of flatBlocks(blocks)) {
    const blockId = text(block['block_id']);
    for (const element of elementsOf(block)) {
      const type = text(element['type']);
      const start = initial[type];
      if (!start) continue;
      const actionId = text(element['action_id']);
      const kept = before[blockId]?.[actionId];
      const entry = kept?.['type'] === type ? kept : { type, ...start(element) };
      values[blockId] = { ...values[blockId], [actionId]: entry };
    }
  }
  return values;
}

function withActionId(part: unknown, make: () => string): unknown {
  const element = record(part);
  return isInteractive(element) && text(element['action_id']) === ''
    ? { ...element, action_id: make() }
    : part;
}

/** Blocks as Slack stores them: with the ids it gives to whatever came without one. */
export function withIds(blocks: readonly unknown[], make: () => string): Block[] {
  return records(blocks).map((source) => {
    const block: Block = {
      ...source,
      type: text(source['type']),
      block_id: text(source['block_id']) || make(),
    };
    for (const name of ['accessory', 'element'])
      if (block[name] !== undefined) block[name] = withActionId(block[name], make);
    for (const name of ['elements', 'actions'])
      if (Array.isArray(block[name])) block[name] = list(block[name]).map((part) => withActionId(part, make));
    if (Array.isArray(block['child_blocks'])) block['child_blocks'] = withIds(block['child_blocks'], make);
    return block;
  });
}
