import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readManifest } from '../../playground/slack/manifest';
import { list, record, text } from '../../playground/slack/json';

const root = join(__dirname, '..', '..');
const socket = join(root, 'manifest.yml');
const http = join(root, 'docs', 'manifest.http.yml');

test('The HTTP manifest asks for the same as the one for sockets, and adds addresses only', () => {
  expect(readManifest(http)).toEqual(readManifest(socket));
  const lines = new Set(readFileSync(socket, 'utf8').split('\n'));
  const added = readFileSync(http, 'utf8')
    .split('\n')
    .filter((line) => !lines.has(line) && !line.startsWith('#'));
  expect(added).toEqual([
    ...Array.from({ length: 4 }, () => '      url: https://example.com/slack/events'),
    ...Array.from({ length: 2 }, () => '    request_url: https://example.com/slack/events'),
    '  socket_mode_enabled: false',
  ]);
});

test('Every scope and every event has its reason beside it', () => {
  const source = readFileSync(socket, 'utf8');
  const manifest = record(parse(source));
  const scopes = record(record(manifest['oauth_config'])['scopes']);
  const events = record(record(manifest['settings'])['event_subscriptions'])['bot_events'];
  const asked = [...list(scopes['bot']), ...list(scopes['bot_optional']), ...list(events)].map(text);

  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((name) => !source.includes(`- ${name} # `))).toEqual([]);
});
