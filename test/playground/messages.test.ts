import type { KnownEventFromType } from '@slack/bolt';
import { anyText, startHttpBot, startSocketBot } from './bolt';
import type { Running } from './bolt';

let running: Running;
let heard: KnownEventFromType<'message'>[];
afterEach(() => running.stop());

async function start(with_ = startSocketBot): Promise<Running['slack']> {
  heard = [];
  running = await with_((app) => {
    app.event('message', ({ event }) => {
      heard.push(event);
      return Promise.resolve();
    });
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: `You said: ${event.text}`, thread_ts: event.ts });
    });
  });
  return running.slack;
}

describe.each([
  ['sockets', startSocketBot],
  ['HTTP', startHttpBot],
])('What a person writes, over %s,', (_name, with_) => {
  test('reaches the bot, and so do its edit and its deletion', async () => {
    const slack = await start(with_);

    const { channel, ts } = await slack.say('UANA', 'I passed <the> exam & I am glad');
    await slack.edit('UANA', channel, ts, 'I passed the exam');
    await slack.delete('UANA', channel, ts);
    await running.settled();

    expect(channel).toBe(slack.dmOf('UANA'));
    expect(heard).toMatchObject([
      {
        type: 'message',
        channel_type: 'im',
        channel,
        user: 'UANA',
        ts,
        event_ts: ts,
        team: 'TLOCAL',
        text: 'I passed &lt;the&gt; exam &amp; I am glad',
        client_msg_id: anyText,
      },
      {
        subtype: 'message_changed',
        hidden: true,
        channel,
        channel_type: 'im',
        message: { ts, user: 'UANA', text: 'I passed the exam', edited: { user: 'UANA' } },
        previous_message: { ts, text: 'I passed &lt;the&gt; exam &amp; I am glad' },
      },
      { subtype: 'message_deleted', hidden: true, channel, deleted_ts: ts, previous_message: { ts } },
    ]);
    expect(slack.messages({ dm: 'UANA' })).toEqual([]);
  });
});

test('A message with a thread leaves a tombstone when it is deleted, told as a change', async () => {
  const slack = await start();
  const { channel, ts } = await slack.say('UANA', 'private words');
  await running.app.client.chat.postMessage({ channel, text: 'Thank you', thread_ts: ts });

  await slack.delete('UANA', channel, ts);
  await running.settled();

  expect(heard.at(-1)).toMatchObject({
    subtype: 'message_changed',
    message: { subtype: 'tombstone', ts, user: 'USLACKBOT', text: 'This message was deleted.' },
    previous_message: { text: 'private words', user: 'UANA' },
  });
  expect(slack.messages({ channel }).map(({ text }) => text)).toEqual([
    'This message was deleted.',
    'Thank you',
  ]);
});

test('A reply in a thread names its parent, and a file comes as a file_share', async () => {
  const slack = await start();
  const { channel } = await slack.say('UANA', 'hello');
  const parent = await running.app.client.chat.postMessage({ channel, text: 'How is it going?' });

  await slack.say('UANA', 'Well', { threadTs: String(parent.ts) });
  await slack.say('UANA', '', { files: [{ id: 'F1', name: 'certificate.pdf' }] });
  await running.settled();

  expect(heard[1]).toMatchObject({ text: 'Well', thread_ts: parent.ts, parent_user_id: 'UBOT' });
  expect(heard[2]).toMatchObject({
    subtype: 'file_share',
    text: '',
    files: [{ id: 'F1', name: 'certificate.pdf' }],
  });
});

test('Links and addresses arrive in angle brackets, mentions as they were typed', async () => {
  const slack = await start();

  await slack.say('UANA', 'see https://example.org/a?b=1&c=2, ask <@UBEN> or ben@example.org');

  expect(slack.messages({ dm: 'UANA' })[0]?.text).toBe(
    'see <https://example.org/a?b=1&amp;c=2>, ask <@UBEN> or <mailto:ben@example.org|ben@example.org>',
  );
});

test('A mention in a channel is answered in its thread; in a channel without the bot it cannot be made', async () => {
  const slack = await start();
  await expect(slack.mention('UANA', 'CMENTORS', 'help')).rejects.toThrow('The bot is not in CMENTORS');

  await slack.joinChannel('CMENTORS', 'UBOT');
  await slack.mention('UANA', 'CMENTORS', 'help');
  await running.settled();

  const [question, answer] = slack.messages({ channel: 'CMENTORS' });
  expect(question).toMatchObject({ user: 'UANA', text: '<@UBOT> help' });
  expect(answer).toMatchObject({ user: 'UBOT', thread_ts: question?.ts, text: 'You said: <@UBOT> help' });
  expect(heard).toEqual([]);
});

test('Only the author may change a message, and only in a place where they are', async () => {
  const slack = await start();
  const { channel, ts } = await slack.say('UANA', 'mine');
  slack.addChannel({ id: 'CAWAY', name: 'away' });

  await expect(slack.edit('UBEN', channel, ts, 'no')).rejects.toThrow('UBEN is not in');
  await running.app.client.chat.postMessage({ channel, text: 'from the bot' });
  const fromBot = slack.messages({ channel }).at(-1);
  await expect(slack.delete('UANA', channel, fromBot?.ts ?? '')).rejects.toThrow('only its author');
  await expect(slack.say('UANA', 'hi', { channel: 'CAWAY' })).rejects.toThrow('UANA is not in CAWAY');
  await expect(slack.say('UNOBODY', 'hi')).rejects.toThrow('There is no user UNOBODY');
});

test('People who change, join and leave are told of as Slack tells it', async () => {
  const told: Record<string, unknown>[] = [];
  running = await startSocketBot((app) => {
    for (const name of ['user_change', 'member_joined_channel', 'channel_archive'] as const)
      app.event(name, ({ event }) => {
        told.push({ ...event });
        return Promise.resolve();
      });
  });
  const { slack } = running;

  await slack.changeUser('UANA', { tz: 'Asia/Kathmandu' });
  await slack.joinChannel('CMENTORS', 'UBOT');
  await slack.archiveChannel('CMENTORS', 'UBEN');
  await slack.changeUser('UANA', { deleted: true });
  await running.settled();

  expect(told).toMatchObject([
    { type: 'user_change', user: { id: 'UANA', tz: 'Asia/Kathmandu', tz_offset: 20_700, locale: 'en-US' } },
    { type: 'member_joined_channel', user: 'UBOT', channel: 'CMENTORS', channel_type: 'C' },
    { type: 'channel_archive', channel: 'CMENTORS', user: 'UBEN' },
    { type: 'user_change', user: { id: 'UANA', deleted: true } },
  ]);
  await expect(slack.say('UANA', 'still here')).rejects.toThrow('deactivated');
});
