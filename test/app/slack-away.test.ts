import {
  click,
  closeStages,
  command,
  dm,
  HOUR,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  pass,
  say,
  type TestStage,
} from '../support/stage';

/** Slack refuses, keeps silent, or posts late: nothing is said twice, what is late comes, and an end is an end. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let stage: TestStage;
let due: Date;

beforeEach(async () => {
  stage = await openTestStage({ mayFail: true });
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  due = (await stage.nextDue()) ?? due;
  await stage.advance(new Date(due.getTime() - HOUR));
  stage.slack.clearCalls();
});
afterEach(closeStages);

const posts = () => stage.slack.calls('chat.postMessage').length;
const message = () => stage.database.prisma.message.findFirstOrThrow({ where: { kind: 'nudge' } });

it('what cannot be found is not sent again before it could have shown', async () => {
  // Slack answers with an error, and may post it all the same.
  stage.slack.arm({ kind: 'http_500', method: 'chat.postMessage' });
  await stage.advance(due);
  expect(posts()).toBe(1);
  await pass(stage, 2 * MINUTE);
  expect(stage.slack.calls('conversations.history').length).toBeGreaterThan(0);
  expect(posts()).toBe(1);
  await pass(stage, 2 * MINUTE);
  expect(posts()).toBe(2);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it('what was posted late is found, and not said again', async () => {
  stage.slack.arm({ kind: 'timeout_after_accept', method: 'chat.postMessage' });
  stage.slack.arm({ kind: 'http_500', method: 'conversations.history', times: 3 });
  await stage.advance(due);
  await pass(stage, 10 * MINUTE);
  expect(posts()).toBe(1);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it('one process alone sends again what both find lost', async () => {
  stage.slack.arm({ kind: 'http_500', method: 'chat.postMessage' });
  await stage.advance(due);
  const { id, sendingSince } = await message();
  const { messages } = stage.store;
  const now = new Date(due.getTime() + 5 * MINUTE);
  const claims = [messages.claimAgain(id, sendingSince, now), messages.claimAgain(id, sendingSince, now)];
  expect((await Promise.all(claims)).toSorted()).toEqual([false, true]);
});

it('after twelve hours in vain it is over: the record says so, and the next is asked all the same', async () => {
  await command(stage, 'UMENTEE', '/nudge budget 1');
  stage.slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'internal_error', times: 10_000 });
  await stage.advance(new Date(due.getTime() + 13 * HOUR));
  stage.slack.disarm();
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'undeliverable', reason: 'slack_away' }]);
  expect(await message()).toMatchObject({ state: 'failed', tryAt: null });
  expect(await command(stage, 'UMENTEE', '/nudge why')).toContain('Slack would not take it for twelve hours');
  // It was never said, and so it is no part of what may be said in a week.
  await command(stage, 'UMENTEE', '/nudge every day at 9:00');
  await pass(stage, 24 * HOUR);
  expect(await nudges(stage)).toHaveLength(1);
});

it('the pauses between tries grow', async () => {
  stage.slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'internal_error', times: 10_000 });
  await stage.advance(new Date(due.getTime() + 2 * HOUR));
  expect(posts()).toBeGreaterThan(8);
  expect(posts()).toBeLessThan(25);
});

it('for as long as Slack said, nothing is sent in this workspace, and then it is', async () => {
  await logGoals(stage, 'UMENTOR', ['Write a book']);
  stage.slack.arm({ kind: 'rate_limited', method: 'chat.postMessage', retryAfter: 600 });
  await stage.advance(due);
  const before = posts();
  await say(stage, 'UMENTOR', 'Two chapters written');
  await pass(stage, 5 * MINUTE);
  expect(posts()).toBe(before);
  await pass(stage, 10 * MINUTE);
  expect(posts()).toBeGreaterThan(before + 1);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it('a redraw waits for as long as Slack said, in every process, and is shown then', async () => {
  await stage.advance(due);
  stage.slack.arm({ kind: 'rate_limited', method: 'chat.update', retryAfter: 2 });
  await click(stage, 'UMENTEE', 'answer_on_track');
  const { heldUntil } = await stage.database.prisma.workspace.findFirstOrThrow();
  const held = new Date(due.getTime() + 2 * SECOND).toISOString().slice(0, 19);
  expect(JSON.stringify(heldUntil)).toContain(`"chat.update":"${held}`);
  // Held by the first, the second is not tried before.
  const tries = stage.slack.calls('chat.update').length;
  await stage.database.prisma.$executeRaw`UPDATE pgboss.job SET start_after = now()`;
  await stage.bot.drain();
  expect(stage.slack.calls('chat.update')).toHaveLength(tries);
  await pass(stage, MINUTE);
  await stage.database.prisma.$executeRaw`UPDATE pgboss.job SET start_after = now()`;
  await stage.settled();
  expect(stage.slack.calls('chat.update').at(-1)?.answer).toMatchObject({ ok: true });
});

it('a Home that was opened while Slack holds it back is drawn when Slack wants it', async () => {
  stage.slack.arm({ kind: 'rate_limited', method: 'views.publish', retryAfter: 2, times: 2 });
  await stage.slack.openHome('UMENTEE');
  await stage.settled();
  expect(stage.slack.home('UMENTEE')).toBeNull();
  await pass(stage, MINUTE);
  await stage.database.prisma.$executeRaw`UPDATE pgboss.job SET start_after = now()`;
  await stage.settled();
  expect(JSON.stringify(stage.slack.home('UMENTEE'))).toContain('Become certified');
});

it('a DM that is not there any more is asked for anew, and remembered', async () => {
  await stage.database.prisma.member.updateMany({ data: { dmChannelId: 'D0GONE' } });
  stage.slack.clearCalls();
  await stage.advance(due);
  expect(await nudges(stage)).toHaveLength(1);
  expect(stage.slack.calls('conversations.open')).toHaveLength(1);
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ dmChannelId: stage.slack.dmOf('UMENTEE') });
});

it('what is looked for in a DM that is not there any more is looked for where the DM is now', async () => {
  stage.slack.arm({ kind: 'timeout_after_accept', method: 'chat.postMessage' });
  await stage.advance(due);
  await stage.database.prisma.member.updateMany({ data: { dmChannelId: 'D0GONE' } });
  await pass(stage, 10 * MINUTE);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
  expect(posts()).toBe(1);
});

it('a DM that is written in is the one to write in', async () => {
  await stage.database.prisma.member.updateMany({ data: { dmChannelId: 'D0GONE' } });
  await say(stage, 'UMENTEE', 'Hello again');
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ dmChannelId: stage.slack.dmOf('UMENTEE') });
});

it('a message whose job was lost is said all the same', async () => {
  stage.jump(due);
  await stage.bot.sweep();
  await stage.database.prisma.$executeRaw`DELETE FROM pgboss.job`;
  await stage.settled();
  expect(await nudges(stage)).toEqual([]);
  await pass(stage, 2 * HOUR);
  expect(await nudges(stage)).toHaveLength(1);
  expect(dm(stage, 'UMENTEE').length).toBeGreaterThan(0);
});
