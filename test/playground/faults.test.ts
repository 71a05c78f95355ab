import { WebClient } from '@slack/web-api';
import type { KnownEventFromType } from '@slack/bolt';
import type { LocalSlack } from '../../playground/slack';
import { silent, startHttpBot, startSocketBot } from './bolt';
import type { Running } from './bolt';

let running: Running;
let heard: { event: KnownEventFromType<'message'>; id: string; retry: number | undefined }[];
afterEach(() => running.stop());

async function start(
  with_ = startSocketBot,
  options: Parameters<typeof startSocketBot>[1] = {},
): Promise<LocalSlack> {
  heard = [];
  running = await with_((app) => {
    app.event('message', ({ event, body, context }) => {
      heard.push({ event, id: body.event_id, retry: context.retryNum });
      return Promise.resolve();
    });
  }, options);
  return running.slack;
}

function post(slack: LocalSlack, options: ConstructorParameters<typeof WebClient>[1] = {}): Promise<unknown> {
  const client = new WebClient(slack.bot.token, {
    slackApiUrl: slack.apiUrl,
    logger: silent,
    retryConfig: { retries: 0 },
    ...options,
  });
  return client.chat.postMessage({ channel: 'UANA', text: 'hello' });
}

test('Too many requests are answered with 429 and Retry-After, for that method only', async () => {
  const slack = await start();
  slack.arm({ kind: 'rate_limited', method: 'chat.postMessage', retryAfter: 7 });

  await expect(post(slack, { rejectRateLimitedCalls: true })).rejects.toMatchObject({ retryAfter: 7 });
  expect(await running.app.client.auth.test()).toMatchObject({ ok: true });
  expect(await post(slack)).toMatchObject({ ok: true });
  expect(slack.messages({ dm: 'UANA' })).toHaveLength(1);
});

test('Of a budget, so many calls a minute are taken, and the rest are told when to come again', async () => {
  let now = new Date('2027-02-01T15:00:20Z');
  const slack = await start(startSocketBot, { now: () => now });
  slack.arm({ kind: 'budget', method: 'chat.postMessage', perMinute: 2 });
  await post(slack);
  await post(slack);
  await expect(post(slack, { rejectRateLimitedCalls: true })).rejects.toMatchObject({ retryAfter: 40 });
  now = new Date('2027-02-01T15:01:00Z');
  expect(await post(slack)).toMatchObject({ ok: true });
});

test('A fault with a chance meets those calls that are unlucky', async () => {
  const chances = [0.3, 0.1, 0.9];
  const slack = await start(startSocketBot, { random: () => chances.shift() ?? 1 });
  slack.arm({ kind: 'http_500', method: 'chat.postMessage', chance: 0.2, times: 5 });
  expect(await post(slack)).toMatchObject({ ok: true });
  await expect(post(slack)).rejects.toMatchObject({ statusCode: 500 });
  expect(await post(slack)).toMatchObject({ ok: true });
});

test('A server error posts nothing; a client that tries again gets through', async () => {
  const slack = await start();
  slack.arm({ kind: 'http_500', method: 'chat.postMessage', times: 2 });

  await expect(post(slack)).rejects.toMatchObject({ statusCode: 500 });
  expect(slack.messages({ dm: 'UANA' })).toEqual([]);
  await running.app.client.chat.postMessage({ channel: 'UANA', text: 'hello' });
  expect(slack.messages({ dm: 'UANA' })).toHaveLength(1);
});

test('A call that is accepted but never answered was carried out all the same', async () => {
  const slack = await start();
  slack.arm({ kind: 'timeout_after_accept', method: 'chat.postMessage', holdMs: 5 });

  await expect(post(slack)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });

  expect(slack.messages({ dm: 'UANA' })).toMatchObject([{ text: 'hello' }]);
  expect(slack.calls('chat.postMessage')).toMatchObject([{ answer: { ok: true } }]);
});

test('An error of choice and a slow answer can be had', async () => {
  const slack = await start();
  slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'ekm_access_denied' });
  slack.arm({ kind: 'latency', method: 'chat.postMessage', ms: 30 });

  const began = performance.now();
  await expect(post(slack)).rejects.toMatchObject({ data: { error: 'ekm_access_denied' } });
  expect(performance.now() - began).toBeGreaterThanOrEqual(28);
});

describe.each([
  ['sockets', startSocketBot],
  ['HTTP', startHttpBot],
])('Over %s', (_name, with_) => {
  test('an event may come more than once with the same event_id', async () => {
    const slack = await start(with_);
    slack.arm({ kind: 'duplicate_event', times: 2 });

    await slack.say('UANA', 'one');
    await slack.say('UANA', 'two');
    await running.settled();

    expect(heard.map(({ event }) => 'text' in event && event.text)).toEqual(['one', 'one', 'one', 'two']);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
  });

  test('an edit may come before the message it changes', async () => {
    const slack = await start(with_);
    slack.arm({ kind: 'out_of_order' });

    const { channel, ts } = await slack.say('UANA', 'one');
    expect(heard).toEqual([]);
    await slack.edit('UANA', channel, ts, 'two');
    await running.settled();

    expect(heard.map(({ event }) => event.subtype)).toEqual(['message_changed', undefined]);
    expect(heard[1]?.event).toMatchObject({ ts, text: 'one' });
  });
});

test('A socket that is cut is opened anew, and what people do meanwhile waits for it', async () => {
  const slack = await start();
  slack.arm({ kind: 'drop_socket' });
  await slack.say('UANA', 'after the cut');
  slack.arm({ kind: 'drop_socket', reason: 'refresh_requested' });
  await slack.say('UANA', 'after the refresh');
  await running.settled();

  expect(heard.map(({ event }) => 'text' in event && event.text)).toEqual([
    'after the cut',
    'after the refresh',
  ]);
  expect(slack.calls('apps.connections.open')).toHaveLength(3);
});

test('Opening a socket may fail for a while', async () => {
  const slack = await start();
  slack.arm({ kind: 'connections_open_fails', times: 1 });
  slack.arm({ kind: 'drop_socket' });

  await slack.say('UANA', 'at last');
  await running.settled();

  expect(heard).toHaveLength(1);
  expect(slack.calls('apps.connections.open').map(({ answer }) => answer['ok'])).toEqual([true, false, true]);
});
