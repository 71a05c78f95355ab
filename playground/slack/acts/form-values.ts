import { isRecord, list, record, records, text } from '../json';
import type { Json } from '../json';
import type { World } from '../world';

/** Slack's own client would not take this value. */
export class Refusal extends Error {}

type Enter = (element: Json, value: unknown, world: World) => Json;

function typed(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new Refusal('This field takes text');
}

function enterText(element: Json, value: unknown): Json {
  const words = typed(value);
  const max = typeof element['max_length'] === 'number' ? element['max_length'] : 3000;
  const min = typeof element['min_length'] === 'number' ? element['min_length'] : 0;
  if (words !== null && words.length > max) throw new Refusal(`At most ${max} characters`);
  if (words !== null && words.length < min) throw new Refusal(`At least ${min} characters`);
  return { value: words };
}

function enterMatching(shape: RegExp, called: string): Enter {
  return (_element, value) => {
    const words = typed(value);
    if (words !== null && !shape.test(words)) throw new Refusal(`This is not ${called}`);
    return { value: words };
  };
}

function enterNumber(element: Json, value: unknown): Json {
  const words = typed(value);
  if (words === null) return { value: null };
  const amount = Number(words);
  if (words.trim() === '' || Number.isNaN(amount)) throw new Refusal('This is not a number');
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(amount))
    throw new Refusal('Whole numbers only');
  const min = text(element['min_value']);
  const max = text(element['max_value']);
  if (min !== '' && amount < Number(min)) throw new Refusal(`At least ${min}`);
  if (max !== '' && amount > Number(max)) throw new Refusal(`At most ${max}`);
  return { value: words };
}

export function optionsOf(element: Json): Json[] {
  return [
    ...records(element['options']),
    ...records(element['option_groups']).flatMap((group) => records(group['options'])),
  ];
}

function optionBy(element: Json, value: unknown): Json {
  if (isRecord(value) && text(element['type']).includes('external')) return value;
  const option = optionsOf(element).find((candidate) => candidate['value'] === value);
  if (option) return option;
  const known = optionsOf(element).map((candidate) => text(candidate['value']));
  throw new Refusal(`There is no option ${JSON.stringify(value)}; there are: ${known.join(', ')}`);
}

function several(element: Json, value: unknown): unknown[] {
  const chosen = Array.isArray(value)
    ? list(value)
    : value === null || value === undefined || value === ''
      ? []
      : [value];
  const most = element['max_selected_items'];
  if (typeof most === 'number' && chosen.length > most) throw new Refusal(`At most ${most} choices`);
  return chosen;
}

function person(value: unknown, world: World): string {
  if (!world.people.find(text(value))) throw new Refusal(`There is no user ${JSON.stringify(value)}`);
  return text(value);
}

function conversation(value: unknown, world: World): string {
  const id = text(value);
  if (!world.channels.find(id) && !world.people.find(id))
    throw new Refusal(`There is no conversation ${JSON.stringify(value)}`);
  return id;
}

function publicChannel(value: unknown, world: World): string {
  if (world.channels.find(text(value))?.kind !== 'public')
    throw new Refusal(`There is no public channel ${JSON.stringify(value)}`);
  return text(value);
}

function one(field: string, pick: (value: unknown, world: World, element: Json) => unknown): Enter {
  return (element, value, world) => ({
    [field]: value === null || value === undefined || value === '' ? null : pick(value, world, element),
  });
}

function many(field: string, pick: (value: unknown, world: World, element: Json) => unknown): Enter {
  return (element, value, world) => ({
    [field]: several(element, value).map((entry) => pick(entry, world, element)),
  });
}

function matching(shape: RegExp, called: string): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'string' || !shape.test(value)) throw new Refusal(`This is not ${called}`);
    return value;
  };
}

function instant(value: unknown): number {
  const seconds = Number(value);
  if (!Number.isInteger(seconds)) throw new Refusal('This is not a time in Unix seconds');
  return seconds;
}

function richText(value: unknown): unknown {
  if (isRecord(value)) return value;
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: text(value) }] };
  return { type: 'rich_text', elements: [section] };
}

const option = (value: unknown, _world: World, element: Json): Json => optionBy(element, value);

const entering: Record<string, Enter> = {
  plain_text_input: enterText,
  email_text_input: enterMatching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address'),
  url_text_input: enterMatching(/^https?:\/\/\S+$/, 'a link'),
  number_input: enterNumber,
  rich_text_input: one('rich_text_value', richText),
  file_input: many('files', (value) => record(value)),
  static_select: one('selected_option', option),
  external_select: one('selected_option', option),
  radio_buttons: one('selected_option', option),
  overflow: one('selected_option', option),
  users_select: one('selected_user', person),
  conversations_select: one('selected_conversation', conversation),
  channels_select: one('selected_channel', publicChannel),
  datepicker: one('selected_date', matching(/^\d{4}-\d\d-\d\d$/, 'a date (YYYY-MM-DD)')),
  timepicker: one('selected_time', matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time (HH:mm)')),
  datetimepicker: one('selected_date_time', instant),
  multi_static_select: many('selected_options', option),
  multi_external_select: many('selected_options', option),
  checkboxes: many('selected_options', option),
  multi_users_select: many('selected_users', person),
  multi_conversations_select: many('selected_conversations', conversation),
  multi_channels_select: many('selected_channels', publicChannel),
};

/** The entry of `state.values` after a person put this value in; throws a Refusal where the client would. */
export function enter(element: Json, value: unknown, world: World): Json {
  const type = text(element['type']);
  const act = entering[type];
  if (!act) throw new Refusal(`A ${type} takes no value`);
  return { type, ...act(element, value, world) };
}

export function isEmpty(entry: Json): boolean {
  return Object.entries(entry).every(
    ([name, value]) => name === 'type' || value === null || (Array.isArray(value) && value.length === 0),
  );
}
