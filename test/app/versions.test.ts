import type { Json } from '../../src/domain/message';
import {
  ask,
  closeStages,
  command,
  logGoals,
  memberOf,
  openTestStage,
  pair,
  said,
  say,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** Messages that another version of the bot has written down, and messages that were edited in Slack. */

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

/** A row as another version wrote it, with the job that says it. */
async function written(kind: string, payload: Json, subjectId: string | null = null): Promise<void> {
  const { id } = await memberOf(stage, 'UMENTEE');
  await stage.database.prisma.message.create({
    data: {
      workspaceId: stage.slack.team.id,
      memberId: id,
      kind,
      payload: payload ?? {},
      subjectId,
      plannedAt: stage.clock.now(),
      tryAt: stage.clock.now(),
      onceKey: `${kind}:${(await stage.database.prisma.message.count()).toString()}`,
    },
  });
  await stage.store.messages.takeUpAgain();
}

const stateOf = (kind: string) =>
  stage.database.prisma.message.findMany({ where: { kind }, select: { state: true } });

const warned = (kind: string) => stage.warnings.filter((warning) => warning.includes(`'${kind}'`));

it('leaves a kind that it does not know planned, says so once, and says everything else', async () => {
  await written('farewell', { on: 'Friday' });
  await written('farewell', { on: 'Monday' });
  await written('help', {});
  await stage.settled();
  expect(await stateOf('farewell')).toEqual([{ state: 'planned' }, { state: 'planned' }]);
  expect(warned('farewell')).toHaveLength(1);
  expect(await said(stage, 'UMENTEE', 'help')).toHaveLength(1);
});

it('says an older version’s outage, which kept no count', async () => {
  await written('outage', {});
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'outage')).toHaveLength(1);
});

it('says an older version’s invitation, which kept no word of a second asking', async () => {
  // Somebody whom the bot has greeted: it did so in a message of its own then.
  await command(stage, 'UMENTEE2', '/goal');
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE2');
  const [first] = await said(stage, 'UMENTEE2', 'proposal');
  const { id } = await memberOf(stage, 'UMENTEE2');
  await stage.database.prisma.message.updateMany({
    where: { kind: 'proposal', memberId: id },
    data: { payload: {}, state: 'planned', tryAt: stage.clock.now() },
  });
  await stage.store.messages.takeUpAgain();
  await stage.settled();
  const [second] = await said(stage, 'UMENTEE2', 'proposal');
  expect(second?.ts).not.toBe(first?.ts);
  expect(wordsOf(second ?? null)).toBe(wordsOf(first ?? null));
});

it('leaves a payload that it cannot read planned, and says so once', async () => {
  await written('channel_lost', { reason: 'is_archived' });
  await written('channel_lost', {});
  await written('help', {});
  await stage.settled();
  expect(await stateOf('channel_lost')).toEqual([{ state: 'planned' }, { state: 'planned' }]);
  expect(warned('channel_lost')).toHaveLength(1);
  expect(await said(stage, 'UMENTEE', 'help')).toHaveLength(1);
});

it('says at its start what an older version had to leave, once however often it starts', async () => {
  await written('farewell', {});
  await stage.settled();
  // What was unknown to the old process is known to this one.
  await stage.database.prisma.message.updateMany({ where: { kind: 'farewell' }, data: { kind: 'help' } });
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'help')).toHaveLength(0);
  await stage.bot.open();
  await stage.bot.open();
  expect(await stage.database.queue.depth()).toBe(1);
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'help')).toHaveLength(1);
  await stage.bot.open();
  expect(await stage.database.queue.depth()).toBe(0);
});

it('says that a record was changed because its message was', async () => {
  await ask(stage, 'UMENTEE', ['Become certified']);
  const ts = await say(stage, 'UMENTEE', 'Read one chapter');
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, 'Read two chapters');
  await stage.settled();
  const [record] = await said(stage, 'UMENTEE', 'recorded');
  expect(wordsOf(record ?? null)).toContain('Changed, as you changed your message');
});

it('counts truly how many questions fell into an outage', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/nudge every day at 9:00');
  const due = await stage.nextDue();
  // Five mornings, and half of the day after the last.
  stage.jump(new Date((due?.getTime() ?? 0) + 4.6 * 24 * 3_600_000));
  await stage.bot.sweep();
  await stage.settled();
  const [row] = await stage.database.prisma.message.findMany({ where: { kind: 'outage' } });
  expect(row?.payload).toEqual({ count: 5 });
  const [shown] = await said(stage, 'UMENTEE', 'outage');
  expect(wordsOf(shown ?? null)).toMatch(/5|five/);
});
