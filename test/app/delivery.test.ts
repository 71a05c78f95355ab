import { createHmac } from 'node:crypto';
import {
  aDate,
  aText,
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  DAY,
  dm,
  fillIn,
  HOUR,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  say,
  textWith,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** Nothing is lost, and nothing is said twice, whatever Slack and the power do. */

afterEach(closeStages);

async function upToTheNudge(options: { mayFail?: boolean } = {}): Promise<{ stage: TestStage; due: Date }> {
  const stage = await openTestStage(options);
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  const due = await stage.nextDue();
  if (!due) throw new Error('Nothing is due');
  await stage.advance(new Date(due.getTime() - HOUR));
  stage.slack.clearCalls();
  return { stage, due };
}

/** Long enough for every doubt: what Slack took may show minutes later. */
const retried = (stage: TestStage) => pass(stage, 10 * 60_000);

it('a nudge that Slack would not take for now is sent a little later, once', async () => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  stage.slack.arm({ kind: 'rate_limited', method: 'chat.postMessage', retryAfter: 1 });
  await stage.advance(due);
  await retried(stage);
  expect(await nudges(stage)).toHaveLength(1);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it.each([
  ['Slack breaks before the message is posted', { kind: 'http_500', method: 'chat.postMessage' }],
  [
    'the line breaks after the message was posted',
    { kind: 'timeout_after_accept', method: 'chat.postMessage' },
  ],
] as const)('exactly one nudge arrives when %s', async (_case, fault) => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  stage.slack.arm(fault);
  await stage.advance(due);
  // What changes meanwhile stands in it once it is known to be there.
  await command(stage, 'UMENTEE', '/goal edit 1');
  await fillIn(stage, 'UMENTEE', { title: 'Become a fellow' });
  await retried(stage);
  expect((await nudges(stage)).map(wordsOf)).toEqual([textWith('*Become a fellow*')]);
  expect(
    dm(stage, 'UMENTEE').filter(({ blocks }) => JSON.stringify(blocks).includes('answer_on_track')),
  ).toHaveLength(1);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it('where the history may not be read, silence is better than asking twice, and the record says so', async () => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  stage.slack.arm({ kind: 'timeout_after_accept', method: 'chat.postMessage' });
  stage.slack.arm({ kind: 'error', method: 'conversations.history', error: 'missing_scope', times: 9 });
  await stage.advance(due);
  await retried(stage);
  expect(stage.slack.calls('chat.postMessage')).toHaveLength(1);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'undeliverable', reason: 'unknown_send' }]);
  expect(await command(stage, 'UMENTEE', '/nudge why')).toContain('did not want to ask twice');
});

it.each([[true], [false]])('a crash in the middle of sending is healed (arrived: %s)', async (arrived) => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  await stage.advance(due);
  const [row] = await stage.database.prisma.message.findMany({ where: { kind: 'nudge' } });
  const [nudge] = await nudges(stage);
  if (!row || !nudge) throw new Error('Nothing was sent');
  // As the power left it: claimed, perhaps spoken, and nothing written down of it.
  await stage.database.prisma.message.updateMany({
    where: { id: row.id },
    data: { state: 'sending', ts: null, channel: null, sentAt: null, tryAt: stage.clock.now() },
  });
  await stage.database.prisma.nudge.updateMany({
    data: { state: 'sending', sentAt: null, followUpAt: null },
  });
  if (!arrived)
    await stage.slack.delete(stage.slack.bot.userId, nudge.channel, nudge.ts).catch(() => undefined);
  const gone = !dm(stage, 'UMENTEE').some(({ ts }) => ts === nudge.ts);
  await stage.store.enqueue([
    { do: 'deliver', workspaceId: row.workspaceId, lane: row.id, messageId: row.id },
  ]);
  await retried(stage);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
  const asked = dm(stage, 'UMENTEE').filter(({ blocks }) =>
    JSON.stringify(blocks).includes('answer_on_track'),
  );
  expect(asked).toHaveLength(1);
  expect(asked[0]?.ts === nudge.ts).toBe(!gone);
});

it('two sweeps at the same moment ask once', async () => {
  const { stage, due } = await upToTheNudge();
  stage.jump(due);
  await Promise.all([stage.bot.sweep(), stage.bot.sweep(), stage.bot.sweep()]);
  await Promise.all([stage.bot.drain(), stage.bot.drain()]);
  await stage.settled();
  expect(await nudges(stage)).toHaveLength(1);
});

it('two workers with a job for the same message say it once', async () => {
  const { stage, due } = await upToTheNudge();
  stage.jump(due);
  await stage.bot.sweep();
  const message = await stage.database.prisma.message.findFirstOrThrow({ where: { kind: 'nudge' } });
  await stage.store.enqueue(
    ['one', 'two', 'three'].map((lane) => ({
      do: 'deliver',
      workspaceId: message.workspaceId,
      lane,
      messageId: message.id,
    })),
  );
  await stage.settled();
  expect(stage.slack.calls('chat.postMessage')).toHaveLength(1);
});

it('a token that was revoked stops the workspace; with a new one what waited is said, once', async () => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  await stage.slack.revokeToken();
  await stage.advance(due);
  await retried(stage);
  const workspace = await stage.database.prisma.workspace.findFirstOrThrow();
  expect(workspace).toMatchObject({ stoppedAt: aDate, stoppedReason: aText });
  const calls = stage.slack.calls('chat.postMessage').length;
  await stage.advance(new Date(due.getTime() + 2 * HOUR));
  expect(stage.slack.calls('chat.postMessage')).toHaveLength(calls);

  stage.slack.reinstall();
  await stage.bot.open();
  await stage.advance(new Date(due.getTime() + 3 * HOUR));
  await retried(stage);
  expect(await nudges(stage)).toHaveLength(1);
  expect((await nudgeRecords(stage)).map(({ state }) => state)).toEqual(['sent']);
});

it('what Slack refuses in the middle of sending because of the token waits for the next one', async () => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  stage.slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'token_revoked' });
  await stage.advance(due);
  await retried(stage);
  expect(await stage.database.prisma.workspace.findFirstOrThrow()).toMatchObject({
    stoppedReason: 'token_revoked',
  });
  await stage.bot.open();
  await stage.advance(new Date(due.getTime() + HOUR));
  await retried(stage);
  expect(await nudges(stage)).toHaveLength(1);
});

it('somebody whose account is closed is not written to, and the record says so', async () => {
  const { stage, due } = await upToTheNudge({ mayFail: true });
  stage.slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'user_disabled' });
  await stage.advance(due);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'undeliverable', reason: 'user_gone' }]);
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ goneAt: aDate });
  await stage.advance(new Date(due.getTime() + 8 * DAY));
  expect(
    stage.slack
      .calls('chat.postMessage')
      .filter(({ args }) => JSON.stringify(args).includes('answer_on_track')),
  ).toHaveLength(1);
});

it('an outage of fifteen hours voids the nudge and says so once, in kind words', async () => {
  const { stage, due } = await upToTheNudge();
  stage.jump(new Date(due.getTime() + 15 * HOUR));
  await stage.bot.sweep();
  await stage.settled();
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'void', reason: 'late', detail: '15' }]);
  const words = await said(stage, 'UMENTEE', 'outage');
  expect(words).toHaveLength(1);
  expect(wordsOf(words[0] ?? null)).not.toMatch(/miss|overdue|late again/i);
  await stage.bot.sweep();
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'outage')).toHaveLength(1);
  expect(await nudges(stage)).toEqual([]);
});

it('an outage of three hours delays the nudge, and it comes once', async () => {
  const { stage, due } = await upToTheNudge();
  stage.jump(new Date(due.getTime() + 3 * HOUR));
  await stage.bot.sweep();
  await stage.settled();
  expect(await nudges(stage)).toHaveLength(1);
  expect(await said(stage, 'UMENTEE', 'outage')).toEqual([]);
});

it('a month of outage is no burst: at most one message about it', async () => {
  const { stage, due } = await upToTheNudge();
  const before = dm(stage, 'UMENTEE').length;
  stage.jump(new Date(due.getTime() + 30 * DAY + 15 * HOUR));
  await stage.bot.sweep();
  await stage.settled();
  expect(dm(stage, 'UMENTEE').length - before).toBeLessThanOrEqual(1);
});

it('a socket that drops comes back, and what is said meanwhile is taken in', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await ask(stage);
  stage.slack.arm({ kind: 'drop_socket', reason: 'refresh_requested' });
  await say(stage, 'UMENTEE', 'Passed the mock exam');
  await stage.settled();
  expect(await checkInsOf(stage)).toHaveLength(1);
});

describe('over HTTP', () => {
  it('a whole turn works: command, click, form, words in the DM, App Home', async () => {
    const stage = await openTestStage({ mode: 'http' });
    await stage.slack.urlVerification();
    await pair(stage);
    await ask(stage);
    await click(stage, 'UMENTEE', 'answer_on_track');
    await say(stage, 'UMENTEE', 'Passed the mock exam');
    await stage.slack.openHome('UMENTEE');
    await stage.settled();
    expect(await checkInsOf(stage)).toHaveLength(2);
    expect(wordsOf(stage.slack.home('UMENTEE'))).toContain('Become certified');
  });

  it('a wrong signature and an old timestamp are refused, and nothing is recorded', async () => {
    const stage = await openTestStage({ mode: 'http' });
    const { url, secret } = stage.http;
    const body = JSON.stringify({ type: 'url_verification', challenge: 'hello' });
    const post = (timestamp: number, key: string) =>
      fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}`,
        },
      });
    const now = Math.floor(Date.now() / 1000);
    expect((await post(now, secret)).status).toBe(200);
    expect((await post(now, 'another secret')).status).toBe(401);
    expect((await post(now - 600, secret)).status).toBe(401);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
  });
});

it('ten answers at once redraw a Home once', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await openHome(stage, 'UMENTOR');
  await ask(stage);
  stage.slack.clearCalls();
  for (let n = 1; n <= 10; n += 1) await stage.slack.say('UMENTEE', `Step ${n}`);
  await stage.settled();
  const drawn = stage.slack.calls('views.publish').filter(({ args }) => args['user_id'] === 'UMENTOR');
  expect(drawn).toHaveLength(1);
  expect(wordsOf(stage.slack.home('UMENTOR'))).toMatch(/Step \d/);
});

it('a Home that nobody has opened is not drawn, and one that was opened once stays true', async () => {
  const stage = await openTestStage();
  await pair(stage);
  const { ts } = await ask(stage);
  await say(stage, 'UMENTEE', 'Before it was opened');
  expect(stage.slack.home('UMENTOR')).toBeNull();
  expect(await openHome(stage, 'UMENTOR')).toContain('Before it was opened');
  await say(stage, 'UMENTEE', 'And after', ts);
  expect(wordsOf(stage.slack.home('UMENTOR'))).toContain('And after');
});
