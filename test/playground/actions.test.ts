import type { BlockAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { MINUTE, anyText, startHttpBot, startSocketBot } from './bolt';
import type { Running } from './bolt';

let running: Running;
let actions: BlockAction[];
afterEach(() => running.stop());

const question: KnownBlock[] = [
  { type: 'section', block_id: 'words', text: { type: 'mrkdwn', text: '*How is it going?*' } },
  {
    type: 'input',
    block_id: 'note',
    label: { type: 'plain_text', text: 'A word' },
    element: { type: 'plain_text_input', action_id: 'text' },
  },
  {
    type: 'actions',
    block_id: 'answers',
    elements: [
      { type: 'button', action_id: 'answer', text: { type: 'plain_text', text: 'Well' }, value: 'well' },
      {
        type: 'button',
        action_id: 'answer_stuck',
        text: { type: 'plain_text', text: 'Stuck' },
        value: 'stuck',
      },
      {
        type: 'overflow',
        action_id: 'more',
        options: [{ text: { type: 'plain_text', text: 'Snooze' }, value: 'snooze' }],
      },
      { type: 'users_select', action_id: 'who' },
    ],
  },
];

async function start(
  with_ = startSocketBot,
  act?: (given: { body: BlockAction; respond: Respond }) => Promise<unknown>,
) {
  actions = [];
  running = await with_((app) => {
    app.action(/.*/, async ({ ack, body, respond }) => {
      await ack();
      if (body.type !== 'block_actions') return;
      actions.push(body);
      await act?.({ body, respond });
    });
  });
  return running.slack;
}

type Respond = (message: {
  text: string;
  replace_original?: boolean;
  delete_original?: boolean;
}) => Promise<unknown>;

async function ask(): Promise<{ channel: string; ts: string }> {
  const posted = await running.app.client.chat.postMessage({
    channel: 'UANA',
    text: 'How is it going?',
    blocks: question,
  });
  return { channel: String(posted.channel), ts: String(posted.ts) };
}

describe.each([
  ['sockets', startSocketBot],
  ['HTTP', startHttpBot],
])('A click over %s', (_name, with_) => {
  test('carries the message, its place and everything entered in it', async () => {
    const slack = await start(with_);
    const { channel, ts } = await ask();

    await slack.click('UANA', { ts, actionId: 'text', value: 'fine, thanks' });
    expect(actions).toEqual([]);
    await slack.click('UANA', { ts, actionId: 'answer' });
    await slack.click('UANA', { channel, ts, actionId: 'who', value: 'UBEN' });
    await slack.click('UANA', { ts, actionId: 'more', value: 'snooze' });

    expect(actions).toMatchObject([
      {
        type: 'block_actions',
        user: { id: 'UANA', username: 'ana', team_id: 'TLOCAL' },
        team: { id: 'TLOCAL' },
        channel: { id: channel, name: 'directmessage' },
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
        message: { ts, user: 'UBOT', bot_id: 'BLOCAL', text: 'How is it going?' },
        state: {
          values: { note: { text: { value: 'fine, thanks' } }, answers: { who: { selected_user: null } } },
        },
        response_url: anyText,
        trigger_id: anyText,
        actions: [{ type: 'button', action_id: 'answer', block_id: 'answers', value: 'well' }],
      },
      {
        state: { values: { answers: { who: { selected_user: 'UBEN' } } } },
        actions: [{ type: 'users_select', selected_user: 'UBEN' }],
      },
      { actions: [{ type: 'overflow', selected_option: { value: 'snooze' } }] },
    ]);
  });
});

test('A person cannot click what is not there, or what they do not see', async () => {
  const slack = await start();
  const { channel, ts } = await ask();

  await expect(slack.click('UANA', { ts, actionId: 'stop' })).rejects.toThrow(
    'There is no stop in message ' + ts + '; there are: text, answer=well, answer_stuck=stuck, more, who',
  );
  await expect(slack.click('UANA', { ts, actionId: 'answer', value: 'badly' })).rejects.toThrow(
    'no answer=badly',
  );
  await expect(slack.click('UBEN', { channel, ts, actionId: 'answer' })).rejects.toThrow('UBEN is not in');
  await expect(slack.click('UANA', { actionId: 'answer' })).rejects.toThrow(
    'neither an open modal nor a home tab',
  );
  expect(actions).toEqual([]);
});

test('A stale button, or one made up by someone else, reaches the bot as such', async () => {
  const slack = await start();
  const { ts } = await ask();

  await slack.clickForged('UANA', { ts, action: { action_id: 'answer', value: 'forged', type: 'button' } });

  expect(actions[0]?.actions).toMatchObject([{ action_id: 'answer', value: 'forged' }]);
});

test('The home tab is published for one person, clicked in, and guarded by its hash', async () => {
  const slack = await start();
  running.app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: question } });
  });
  await slack.openHome('UANA');
  await running.settled();

  await slack.click('UANA', { actionId: 'answer_stuck' });

  const home = slack.home('UANA');
  expect(slack.home('UBEN')).toBeNull();
  expect(actions[0]).toMatchObject({
    container: { type: 'view', view_id: home?.id },
    view: { type: 'home', id: home?.id, state: { values: { note: { text: { value: null } } } } },
    actions: [{ value: 'stuck' }],
  });
  expect(actions[0]).not.toHaveProperty('response_url');
  const republish = (hash: string): Promise<unknown> =>
    running.app.client.views.publish({ user_id: 'UANA', hash, view: { type: 'home', blocks: [] } });
  await republish(home?.hash ?? '');
  await expect(republish(home?.hash ?? '')).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
});

test('A response URL replaces and deletes the message clicked in', async () => {
  let step = 0;
  const slack = await start(startSocketBot, async ({ respond }) => {
    step += 1;
    await respond(
      step === 1 ? { text: 'Noted: well', replace_original: true } : { text: '', delete_original: true },
    );
  });
  const { channel, ts } = await ask();
  await slack.click('UANA', { ts, actionId: 'answer' });
  await running.settled();
  expect(slack.messages({ channel })).toMatchObject([{ ts, text: 'Noted: well', blocks: [] }]);

  await slack.clickForged('UANA', { ts, action: { action_id: 'again' } });
  await running.settled();
  expect(slack.messages({ channel })).toEqual([]);
});

test('A response URL is good for five uses and thirty minutes', async () => {
  const refused: unknown[] = [];
  let uses = 6;
  const slack = await start(startSocketBot, async ({ respond }) => {
    for (let use = 1; use <= uses; use += 1)
      await respond({ text: `answer ${use}` }).catch((error: unknown) => refused.push(error));
  });
  const { ts } = await ask();
  await slack.click('UANA', { ts, actionId: 'answer' });
  await running.settled();

  expect(slack.ephemerals('UANA').map(({ text }) => text)).toEqual(
    [1, 2, 3, 4, 5].map((use) => `answer ${use}`),
  );
  expect(refused).toMatchObject([{ statusCode: 404 }]);

  uses = 0;
  await slack.click('UANA', { ts, actionId: 'answer' });
  const url = actions[1]?.response_url ?? '';
  running.clock.move(30 * MINUTE + 1);
  const late = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'late' }) });
  expect([late.status, await late.text()]).toEqual([404, 'expired_url']);
});

test('Shortcuts bring a trigger, and for a message the message too', async () => {
  const bodies: Record<string, unknown>[] = [];
  running = await startSocketBot((app) => {
    app.shortcut(/.*/, async ({ ack, shortcut }) => {
      await ack();
      bodies.push({ ...shortcut });
    });
  });
  const { slack } = running;
  const { channel, ts } = await slack.say('UANA', 'I did it');

  await slack.shortcut('UANA', 'share_progress');
  await slack.messageShortcut('UANA', 'save_as_check_in', channel, ts);

  expect(bodies).toMatchObject([
    { type: 'shortcut', callback_id: 'share_progress', trigger_id: anyText, user: { id: 'UANA' } },
    {
      type: 'message_action',
      callback_id: 'save_as_check_in',
      message_ts: ts,
      channel: { id: channel },
      message: { ts, text: 'I did it', user: 'UANA' },
      response_url: anyText,
    },
  ]);
  await expect(slack.shortcut('UANA', 'save_as_check_in')).rejects.toThrow('no global shortcut');
  await expect(slack.command('UANA', '/unknown', '')).rejects.toThrow('/unknown is not a valid command');
});
