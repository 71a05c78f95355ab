/** Who may call the Web API: tokens, and the scopes of the manifest. */

import type { WebClient } from '@slack/web-api';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalSlack } from '../../playground/slack';
import { clientOf, containing, errorOf, startSlack, unheard } from './bolt';

let slack: LocalSlack;
let client: WebClient;

beforeEach(async () => {
  ({ slack } = await startSlack({ connectTimeoutMs: 1 }));
  client = clientOf(slack);
});
afterEach(() => slack.close());

test('auth.test names the bot and the team', async () => {
  expect(await client.auth.test()).toMatchObject({
    ok: true,
    team_id: 'TLOCAL',
    user_id: 'UBOT',
    bot_id: 'BLOCAL',
    is_enterprise_install: false,
  });
});

test('Calls without a token, with a wrong one, or with one of the other kind are refused', async () => {
  expect(await errorOf(clientOf(slack, null).auth.test())).toBe('not_authed');
  expect(await errorOf(clientOf(slack, 'xoxb-other').auth.test())).toBe('invalid_auth');
  expect(await errorOf(clientOf(slack, slack.bot.appToken).auth.test())).toBe('not_allowed_token_type');
  expect(await errorOf(client.apps.connections.open())).toBe('not_allowed_token_type');
  expect(await errorOf(client.apiCall('chat.shout'))).toBe('unknown_method');
});

test('A revoked token and an uninstalled app are told apart', async () => {
  await unheard(slack.revokeToken());
  expect(await errorOf(client.auth.test())).toBe('token_revoked');
  slack.reinstall();
  expect(await client.auth.test()).toMatchObject({ ok: true });
  await unheard(slack.uninstall());
  expect(await errorOf(client.auth.test())).toBe('account_inactive');
});

test('A scope the manifest lacks is named', async () => {
  await client.chat.postMessage({ channel: 'UANA', text: 'hi' });
  const refused = await client
    .apiCall('reactions.add', { channel: slack.dmOf('UANA'), timestamp: '1.1', name: 'eyes' })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({
    data: {
      error: 'missing_scope',
      needed: 'reactions:write',
      provided: containing('chat:write'),
    },
  });
  expect(await errorOf(client.conversations.info({ channel: slack.dmOf('UANA') }))).toBe('missing_scope');
  expect(await errorOf(client.conversations.open({ users: 'UANA,UBEN' }))).toBe('missing_scope');
});

test('A manifest without a scope refuses the calls that need it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  const path = join(folder, 'manifest.yml');
  const whole = readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8');
  writeFileSync(path, whole.replace(/- im:write.*/, ''));
  await slack.close();
  ({ slack } = await startSlack({ manifest: path }));
  rmSync(folder, { recursive: true });

  expect(await errorOf(clientOf(slack).conversations.open({ users: 'UANA' }))).toBe('missing_scope');
});
