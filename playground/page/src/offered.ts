import { parse } from 'yaml';
import manifest from '../../../manifest.yml?raw';
import { record, records, text } from '../../slack/json';

/** The commands and shortcuts that the manifest offers. */

export interface Command {
  name: string;
  does: string;
  hint: string;
}

export interface Shortcut {
  id: string;
  name: string;
  does: string;
  on: 'global' | 'message';
}

// What the page offers is what the manifest names, so that neither can drift from the other.
const source: unknown = parse(manifest);
const features = record(record(source)['features']);

export const commands: readonly Command[] = records(features['slash_commands']).map((command) => ({
  name: text(command['command']),
  does: text(command['description']),
  hint: text(command['usage_hint']),
}));

export const shortcuts: readonly Shortcut[] = records(features['shortcuts']).map((shortcut) => ({
  id: text(shortcut['callback_id']),
  name: text(shortcut['name']),
  does: text(shortcut['description']),
  on: shortcut['type'] === 'message' ? 'message' : 'global',
}));
