import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import schema from './manifest.schema.json';

const root = resolve(__dirname, '../..');

interface Manifest {
  features: { shortcuts?: unknown[]; slash_commands?: { command: string }[] };
  oauth_config: { scopes: { bot: string[]; bot_optional?: string[] } };
  settings: { event_subscriptions: { bot_events?: string[] } };
}

const text = readFileSync(join(root, 'manifest.yml'), 'utf8');
const manifest = parse(text) as Manifest;
const overHttp = parse(readFileSync(join(root, 'docs/manifest.http.yml'), 'utf8')) as Manifest;
const { scopes: asked } = manifest.oauth_config;
const scopes = [...asked.bot, ...(asked.bot_optional ?? [])];

/** One of the scopes beside a name is enough: which one Slack wants depends on the kind of conversation. */
const METHOD_SCOPES: Record<string, string[]> = {
  'apps.connections.open': [],
  'auth.test': [],
  'bots.info': ['users:read'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read'],
  'conversations.list': ['channels:read', 'groups:read', 'im:read'],
  'conversations.members': ['channels:read', 'groups:read', 'im:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history'],
  'dnd.info': ['dnd:read'],
  'dnd.teamInfo': ['dnd:read'],
  'files.uploadV2': ['files:write'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'team.info': ['team:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const EVENT_SCOPES: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  dnd_updated_user: ['dnd:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  team_join: ['users:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
};

function sources(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
}

/** `client.chat.postMessage(` however it is broken over lines, and `apiCall('chat.postMessage'`. */
function methodsIn(code: string): string[] {
  const families = [...new Set(Object.keys(METHOD_SCOPES).map((method) => method.split('.')[0]))].join('|');
  const direct = code.matchAll(/\b(?:client|web|api)\s*\??\.\s*([a-z]\w*)\s*\.\s*([a-z]\w*)\s*\(/gi);
  const familiar = code.matchAll(
    new RegExp(`\\.\\s*(${families})\\s*\\.\\s*([a-z]\\w*)\\s*\\(\\s*\\{`, 'gi'),
  );
  const named = code.matchAll(/\bapiCall\(\s*['"](\w+)\.([\w.]+)['"]/g);
  const found = [...direct, ...familiar, ...named].map(([, family, method]) => `${family}.${method}`);
  return [...new Set(found)].sort();
}

/** What each method, event and command asks for; one of the scopes in a row is enough. */
function needs(): { what: string; anyOf: string[] }[] {
  const methods = methodsIn(sources('src/slack')).map((what) => ({
    what,
    anyOf: METHOD_SCOPES[what] ?? ['(not in METHOD_SCOPES)'],
  }));
  const events = (manifest.settings.event_subscriptions.bot_events ?? []).map((what) => ({
    what,
    anyOf: EVENT_SCOPES[what] ?? ['(not in EVENT_SCOPES)'],
  }));
  const { slash_commands: commands = [], shortcuts = [] } = manifest.features;
  const byHand = commands.length + shortcuts.length > 0 ? [{ what: 'commands', anyOf: ['commands'] }] : [];
  return [...methods, ...events, ...byHand].filter(({ anyOf }) => anyOf.length > 0);
}

test.each([
  ['Socket Mode', manifest],
  ['HTTP', overHttp],
])('Slack accepts the manifest for %s', (_mode, candidate) => {
  const accepts = new Ajv({ allErrors: true }).compile(schema);
  accepts(candidate);
  expect(accepts.errors).toBeNull();
});

test('the bot may do the same over HTTP as in Socket Mode', () => {
  expect(overHttp.oauth_config.scopes).toEqual(manifest.oauth_config.scopes);
  expect(overHttp.settings.event_subscriptions.bot_events).toEqual(
    manifest.settings.event_subscriptions.bot_events,
  );
});

test('a manifest that Slack would refuse is found here', () => {
  const accepts = new Ajv().compile(schema);
  expect(accepts({ ...manifest, setings: {} })).toBe(false);
  const nameless = { ...manifest, display_information: { name: 'n'.repeat(36), description: 'd' } };
  expect(accepts(nameless)).toBe(false);
});

test('people can write to the bot', () => {
  expect(manifest.features).toMatchObject({
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
  });
});

test('a call to Slack is seen however it is written', () => {
  const code = `
    await client.chat.postMessage({ channel, text });
    await this.#client.conversations
      .open({ users });
    await slack.views.publish({ user_id, view });
    await client.apiCall('dnd.info', { user });
    await client.newfangled.thing({});
    words.join('.');`;
  expect(methodsIn(code)).toEqual([
    'chat.postMessage',
    'conversations.open',
    'dnd.info',
    'newfangled.thing',
    'views.publish',
  ]);
});

test('the bot calls Slack at all, and the scan sees it', () => {
  expect(methodsIn(sources('src/slack'))).toEqual(expect.arrayContaining(['chat.postMessage', 'views.open']));
});

test('every method, event and command has the scope it needs', () => {
  const wanting = needs().filter(({ anyOf }) => !anyOf.some((scope) => scopes.includes(scope)));
  expect(wanting).toEqual([]);
});

test('no scope is required that nothing needs', () => {
  const needed = new Set(needs().flatMap(({ anyOf }) => anyOf));
  expect(asked.bot.filter((scope) => !needed.has(scope))).toEqual([]);
});

test('whoever installs the bot finds a reason beside each scope', () => {
  const explained = [...text.matchAll(/^\s*-\s*['"]?([a-z_:.]+)['"]?\s+#\s*\S.{9,}$/gm)].map(
    ([, scope]) => scope,
  );
  expect(scopes.filter((scope) => !explained.includes(scope))).toEqual([]);
});

test('no permission reaches beyond what the bot is for', () => {
  const tooFar =
    /^(admin|channels:history|groups:history|mpim:|users\.profile:write|chat:write\.(public|customize))/;
  expect(scopes.filter((scope) => tooFar.test(scope))).toEqual([]);
});
