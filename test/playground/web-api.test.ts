/** The methods of the local Web API, and what they refuse. */

import type { WebClient } from '@slack/web-api';
import type { LocalSlack } from '../../playground/slack';
import { clientOf, errorOf, startSlack, unheard } from './bolt';
import type { Clock } from './bolt';

let slack: LocalSlack;
let clock: Clock;
let client: WebClient;

beforeEach(async () => {
  ({ slack, clock } = await startSlack({ connectTimeoutMs: 1 }));
  client = clientOf(slack);
});
afterEach(() => slack.close());

describe('A message', () => {
  test('goes to a DM by its id or by the person, in order of a rising ts', async () => {
    const opened = await client.conversations.open({ users: 'UANA', return_im: true });
    expect(opened.channel).toMatchObject({ id: slack.dmOf('UANA'), is_im: true, user: 'UANA' });

    const first = await client.chat.postMessage({ channel: slack.dmOf('UANA'), text: 'one' });
    const second = await client.chat.postMessage({ channel: 'UANA', text: 'two' });

    expect(second.channel).toBe(first.channel);
    expect(String(second.ts) > String(first.ts)).toBe(true);
    expect(first.ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(slack.messages({ dm: 'UANA' }).map(({ text }) => text)).toEqual(['one', 'two']);
  });

  test('is refused where the bot may not write', async () => {
    slack.addChannel({ id: 'CSECRET', name: 'secret', isPrivate: true, members: ['UANA'] });
    slack.addChannel({ id: 'COLD', name: 'old', isArchived: true, members: ['UBOT'] });
    const post = (channel: string): Promise<unknown> =>
      errorOf(client.chat.postMessage({ channel, text: 'x' }));

    expect(await post('CNONE')).toBe('channel_not_found');
    expect(await post('CSECRET')).toBe('channel_not_found');
    expect(await post('CMENTORS')).toBe('not_in_channel');
    expect(await post('COLD')).toBe('is_archived');
    expect(await post('UNOBODY')).toBe('channel_not_found');
    expect(await post(slack.dmOf('UBEN'))).toBe('channel_not_found');
  });

  test('cannot open a DM with someone who left, a bot or a stranger; an open DM still takes it', async () => {
    await client.conversations.open({ users: 'UANA' });
    slack.addUser({ id: 'UOTHERBOT', name: 'robot', isBot: true });
    slack.addUser({ id: 'UAWAY', name: 'away', isStranger: true, teamId: 'TOTHER' });
    await unheard(slack.changeUser('UANA', { deleted: true }));
    const open = (users: string): Promise<unknown> => errorOf(client.conversations.open({ users }));

    expect(await open('UANA')).toBe('user_disabled');
    expect(await open('UOTHERBOT')).toBe('cannot_dm_bot');
    expect(await open('UAWAY')).toBe('user_not_visible');
    expect(await open('UNOBODY')).toBe('user_not_found');
    expect(await errorOf(client.chat.postMessage({ channel: slack.dmOf('UANA'), text: 'x' }))).toBe(
      'no error',
    );
  });

  test('with bad blocks is refused with a pointer to each of them', async () => {
    const refused = await client.chat
      .postMessage({
        channel: 'UANA',
        text: 'x',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: '' } }],
      })
      .catch((error: unknown) => error);

    expect(refused).toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
    expect(slack.messages({ dm: 'UANA' })).toEqual([]);
  });

  test('of the bot is changed and deleted by the bot only', async () => {
    const posted = await client.chat.postMessage({
      channel: 'UANA',
      text: 'one',
      blocks: [{ type: 'divider' }],
      metadata: { event_type: 'nudge', event_payload: { id: 'n1' } },
    });
    const channel = String(posted.channel);
    const ts = String(posted.ts);

    await client.chat.update({ channel, ts, text: 'two' });
    expect(slack.messages({ channel })).toMatchObject([
      { text: 'two', blocks: [], edited: { user: 'UBOT' }, metadata: { event_payload: { id: 'n1' } } },
    ]);
    expect(await errorOf(client.chat.update({ channel: 'UANA', ts, text: 'x' }))).toBe('channel_not_found');
    expect(await errorOf(client.chat.update({ channel, ts: '1.000001', text: 'x' }))).toBe(
      'message_not_found',
    );
    expect(await errorOf(client.chat.update({ channel, ts, text: 'x'.repeat(4001) }))).toBe('msg_too_long');
    await client.chat.delete({ channel, ts });
    expect(slack.messages({ channel })).toEqual([]);
    expect(await errorOf(client.chat.delete({ channel, ts }))).toBe('message_not_found');
  });

  test('that would ping a whole channel is remembered', async () => {
    await client.chat.postMessage({ channel: 'UANA', text: 'Hello <!channel>' });
    await client.chat.postMessage({
      channel: 'UANA',
      text: 'safe &lt;!here&gt;',
      blocks: [
        { type: 'section', text: { type: 'plain_text', text: 'plain <!here>' } },
        { type: 'section', text: { type: 'mrkdwn', text: 'loud <!here>' } },
      ],
    });
    expect(slack.broadcasts()).toEqual(['Hello <!channel>', 'loud <!here>']);
  });

  test('for one person only is shown to nobody else', async () => {
    await unheard(slack.joinChannel('CMENTORS', 'UBOT'));
    await client.chat.postEphemeral({ channel: 'CMENTORS', user: 'UANA', text: 'psst' });
    slack.addUser({ id: 'UCYD', name: 'cyd' });

    expect(slack.ephemerals('UANA')).toMatchObject([{ text: 'psst', channel: 'CMENTORS' }]);
    expect(slack.messages({ channel: 'CMENTORS' })).toEqual([]);
    expect(await errorOf(client.chat.postEphemeral({ channel: 'CMENTORS', user: 'UCYD', text: 'x' }))).toBe(
      'user_not_in_channel',
    );
  });
});

test('History comes newest first, in pages, without replies, with metadata when asked', async () => {
  const { channel } = await client.conversations.open({ users: 'UANA' });
  const id = String(channel?.id);
  const posted: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    clock.move(1000);
    const metadata = { event_type: 'nudge', event_payload: { index } };
    posted.push(String((await client.chat.postMessage({ channel: id, text: `${index}`, metadata })).ts));
  }
  await client.chat.postMessage({ channel: id, text: 'reply', thread_ts: posted[2] ?? '' });

  const first = await client.conversations.history({ channel: id, limit: 3, include_all_metadata: true });
  expect(first.messages?.map(({ text }) => text)).toEqual(['4', '3', '2']);
  expect(first.messages?.[2]).toMatchObject({ reply_count: 1, metadata: { event_payload: { index: 2 } } });
  expect(first.has_more).toBe(true);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.history({ channel: id, limit: 3, cursor });
  expect(second.messages?.map(({ text }) => text)).toEqual(['1', '0']);
  expect(second.messages?.[0]).not.toHaveProperty('metadata');
  expect(second.has_more).toBe(false);

  const range = { channel: id, oldest: posted[1] ?? '', latest: posted[3] ?? '' };
  const between = await client.conversations.history(range);
  expect(between.messages?.map(({ text }) => text)).toEqual(['2']);
  const around = await client.conversations.history({ ...range, inclusive: true });
  expect(around.messages?.map(({ text }) => text)).toEqual(['3', '2', '1']);
  const thread = await client.conversations.replies({ channel: id, ts: posted[2] ?? '' });
  expect(thread.messages?.map(({ text }) => text)).toEqual(['2', 'reply']);
  expect(await errorOf(client.conversations.replies({ channel: id, ts: '1.000001' }))).toBe(
    'thread_not_found',
  );
});

test('People are described with their zone at that time, and quiet hours', async () => {
  slack.setDnd('UANA', {
    enabled: true,
    nextStart: new Date('2027-03-01T22:00:00Z'),
    nextEnd: new Date('2027-03-02T07:00:00Z'),
  });
  const info = await client.users.info({ user: 'UBEN', include_locale: true });
  expect(info.user).toMatchObject({
    tz: 'America/New_York',
    tz_offset: -18_000,
    locale: 'en-US',
    real_name: 'Ben Okoro',
  });
  clock.move(30 * 24 * 3600 * 1000);
  expect((await client.users.info({ user: 'UBEN' })).user).toMatchObject({ tz_offset: -14_400 });
  expect(await client.dnd.info({ user: 'UANA' })).toMatchObject({
    dnd_enabled: true,
    next_dnd_start_ts: 1_803_938_400,
    next_dnd_end_ts: 1_803_970_800,
  });
  const page = await client.users.list({ limit: 2 });
  expect(page.members?.map(({ id }) => id)).toEqual(['UBOT', 'UANA']);
  const next = await client.users.list({ limit: 2, cursor: page.response_metadata?.next_cursor ?? '' });
  expect(next.members?.map(({ id }) => id)).toEqual(['UBEN']);
});

test('Channels are listed with their members; private ones only from inside', async () => {
  slack.addChannel({ id: 'CSECRET', name: 'secret', isPrivate: true, members: ['UANA'] });
  const types = 'public_channel,private_channel';
  expect((await client.conversations.list({ types })).channels?.map(({ id }) => id)).toEqual(['CMENTORS']);
  await unheard(slack.joinChannel('CSECRET', 'UBOT'));
  expect((await client.conversations.list({ types })).channels).toMatchObject([
    { id: 'CMENTORS', is_member: false, is_private: false },
    { id: 'CSECRET', is_member: true, is_private: true },
  ]);
  expect((await client.conversations.members({ channel: 'CMENTORS' })).members).toEqual(['UANA', 'UBEN']);
  expect((await client.users.conversations({ types })).channels?.map(({ id }) => id)).toEqual(['CSECRET']);
});

test('A file is uploaded and shared in a DM', async () => {
  const { channel } = await client.conversations.open({ users: 'UANA' });

  await client.filesUploadV2({
    channel_id: String(channel?.id),
    filename: 'record.json',
    content: '{"goals":[]}',
    initial_comment: 'Your record',
  });

  expect(slack.files()).toMatchObject([{ name: 'record.json', content: Buffer.from('{"goals":[]}') }]);
  expect(slack.messages({ dm: 'UANA' })).toMatchObject([
    { text: 'Your record', subtype: 'file_share', files: [{ name: 'record.json' }] },
  ]);
});

test('Every call is remembered with what it was answered, and never with the token', async () => {
  await client.chat.postMessage({ channel: 'UANA', text: 'hi' });
  await errorOf(client.chat.postMessage({ channel: 'CNONE', text: 'hi', token: slack.bot.token }));

  expect(slack.calls('chat.postMessage')).toMatchObject([
    { args: { channel: 'UANA', text: 'hi' }, answer: { ok: true } },
    { args: { channel: 'CNONE' }, answer: { ok: false, error: 'channel_not_found' } },
  ]);
  expect(JSON.stringify(slack.calls())).not.toContain(slack.bot.token);
  slack.clearCalls();
  expect(slack.calls()).toEqual([]);
});
