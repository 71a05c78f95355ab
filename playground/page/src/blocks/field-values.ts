import { record, records, text } from '../../../slack/json';
import type { Json } from '../api/model';

/** What stands in a field, and what Slack would send of it. */

export type FieldValue = string | readonly string[];

const single = [
  'value',
  'selected_date',
  'selected_time',
  'selected_user',
  'selected_channel',
  'selected_conversation',
];
const many = ['selected_users', 'selected_channels', 'selected_conversations'];
const initial = [
  'initial_value',
  'initial_date',
  'initial_time',
  'initial_user',
  'initial_channel',
  'initial_conversation',
];
const initialMany = ['initial_users', 'initial_channels', 'initial_conversations'];

export function holdsMany(element: Json): boolean {
  const type = text(element['type']);
  return type === 'checkboxes' || type.startsWith('multi_');
}

function firstOf(source: Json, names: readonly string[]): string {
  return names.map((name) => text(source[name])).find((value) => value !== '') ?? '';
}

function listOf(source: Json, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = source[name];
    return Array.isArray(value) ? value.map(text) : [];
  });
}

function optionValues(options: unknown): string[] {
  return records(options).map((option) => text(option['value']));
}

/** What an element starts with, as its blocks say. */
export function initialValue(element: Json): FieldValue {
  if (holdsMany(element))
    return [...optionValues(element['initial_options']), ...listOf(element, initialMany)];
  return text(record(element['initial_option'])['value']) || firstOf(element, initial);
}

/** The same from an entry of `view.state.values`. */
export function stateValue(element: Json, entry: Json): FieldValue {
  if (holdsMany(element)) return [...optionValues(entry['selected_options']), ...listOf(entry, many)];
  return text(record(entry['selected_option'])['value']) || firstOf(entry, single);
}

export function isOn(value: FieldValue, option: string): boolean {
  return typeof value !== 'string' && value.includes(option);
}

export function toggled(value: FieldValue, option: string): string[] {
  const before = typeof value === 'string' ? [] : [...value];
  return before.includes(option) ? before.filter((each) => each !== option) : [...before, option];
}
