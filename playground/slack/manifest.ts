import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { flag, list, record, records, text } from './json';

/** What the app may do, read from its manifest. */

export interface Manifest {
  scopes: Set<string>;
  commands: Map<string, { shouldEscape: boolean }>;
  shortcuts: Map<string, 'global' | 'message'>;
  events: Set<string>;
  homeTab: boolean;
  messagesTab: boolean;
  messagesTabReadOnly: boolean;
}

export function readManifest(path: string): Manifest {
  const source: unknown = parse(readFileSync(path, 'utf8'));
  const features = record(record(source)['features']);
  const scopes = record(record(record(source)['oauth_config'])['scopes']);
  const events = record(record(record(source)['settings'])['event_subscriptions']);
  const home = record(features['app_home']);
  return {
    scopes: new Set([...list(scopes['bot']), ...list(scopes['bot_optional'])].map(text)),
    commands: new Map(
      records(features['slash_commands']).map((command) => [
        text(command['command']),
        { shouldEscape: flag(command['should_escape']) },
      ]),
    ),
    shortcuts: new Map(
      records(features['shortcuts']).map((shortcut) => [
        text(shortcut['callback_id']),
        shortcut['type'] === 'message' ? 'message' : 'global',
      ]),
    ),
    events: new Set(list(events['bot_events']).map(text)),
    homeTab: flag(home['home_tab_enabled']),
    messagesTab: flag(home['messages_tab_enabled']),
    messagesTabReadOnly: flag(home['messages_tab_read_only_enabled']),
  };
}
