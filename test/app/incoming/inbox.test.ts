import { createApp, type Bot } from '../../../src/app';
import { createBoltLogger } from '../../../src/slack/bolt-logger';
import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  dm,
  fillIn,
  openTestStage,
  pair,
  DAY,
  pass,
  textWith,
  wordsOf,
  type TestStage,
} from '../../support/stage';
import { postInteraction } from './post';

/** What Slack was told "ok" for is kept and done, whatever is away or dies meanwhile; and done once. */

const MINUTE = 60_000;
const nothing = () => undefined;

let stage: TestStage;
afterEach(closeStages);

async function open(mode: 'socket' | 'http' = 'socket'): Promise<void> {
  stage = await openTestStage({ mode, mayFail: true });
  await pair(stage);
}

const arrivals = () => stage.database.prisma.arrival.findMany();
const goalTitles = async () =>
  (await stage.database.prisma.goal.findMany({ orderBy: { number: 'asc' } })).map(({ title }) => title);

/** Does something while every call of Slack's Web API fails in this way. */
async function withoutSlack(
  fault: { kind: 'error'; error: string } | { kind: 'http_500' } | { kind: 'timeout_after_accept' },
  work: () => Promise<unknown>,
): Promise<void> {
  stage.slack.arm({ ...fault, method: '*', times: 10_000 });
  await work();
  await stage.bot.idle();
  stage.slack.disarm();
}

/** Does something while a table is away, so that the work on it breaks. */
async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  const { prisma } = stage.database;
  await prisma.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "Away"`);
  await work();
  await stage.bot.idle();
  await prisma.$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "${table}"`);
}

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  beforeEach(() => open(mode));

  it('nothing stays in the inbox once it is done', async () => {
    await ask(stage);
    await click(stage, 'UMENTEE', 'answer_on_track');
    await stage.slack.say('UMENTEE', 'I passed the mock exam');
    await command(stage, 'UMENTEE', '/goal add Become certified');
    await command(stage, 'UMENTEE', '/goal add');
    await fillIn(stage, 'UMENTEE', { title: '   ' });
    expect(await checkInsOf(stage)).not.toEqual([]);
    expect(await arrivals()).toEqual([]);
  });

  it('no call to Slack stands before the ack', async () => {
    stage.slack.clearCalls();
    await stage.slack.openHome('UMENTEE');
    await stage.slack.say('UMENTEE', 'I passed the mock exam');
    await stage.settled();
    expect(stage.slack.calls('auth.test')).toEqual([]);
  });

  it.each([
    [{ kind: 'error', error: 'internal_error' }],
    [{ kind: 'error', error: 'ratelimited' }],
    [{ kind: 'http_500' }],
    [{ kind: 'timeout_after_accept' }],
  ] as const)('a DM, a button and a form are recorded while Slack fails with %j', async (fault) => {
    await ask(stage);
    await command(stage, 'UMENTEE', '/checkin');
    await withoutSlack(fault, async () => {
      await click(stage, 'UMENTEE', 'answer_on_track');
      await stage.slack.say('UMENTEE', 'I passed the mock exam');
      await stage.slack.submit('UMENTEE', { text: { value: 'And I slept well' } });
    });
    const texts = (await checkInsOf(stage)).map(({ text, status }) => text ?? status);
    expect(texts.toSorted()).toEqual(['And I slept well', 'I passed the mock exam', 'on_track']);
    const before = dm(stage, 'UMENTEE').length;
    await pass(stage, 10 * MINUTE);
    expect(dm(stage, 'UMENTEE').length).toBeGreaterThan(before);
    expect(await arrivals()).toEqual([]);
    expect(await checkInsOf(stage)).toHaveLength(3);
  });
});

it('what could not be kept is not acked, and counts once when it is sent again', async () => {
  await open('http');
  const keep = jest.spyOn(stage.database.prisma.arrival, 'createMany');
  keep.mockRejectedValueOnce(new Error('The database is away'));
  await stage.slack.say('UMENTEE', 'I passed the mock exam');
  await stage.settled();
  keep.mockRestore();
  expect(stage.errors).toMatchObject([{ name: 'NotKept' }]);
  expect(await stage.database.prisma.checkIn.findMany()).toMatchObject([{ text: 'I passed the mock exam' }]);
});

describe('a process that died or froze right after its ack', () => {
  beforeEach(() => open());

  /** Another process on the same database, at which Slack sends nothing. */
  async function anotherProcess(): Promise<Bot> {
    const { slack, database } = stage;
    const bot = createApp({
      config: {
        slack: {
          botToken: slack.bot.token,
          apiUrl: slack.apiUrl,
          mode: { kind: 'http', signingSecret: 'unused', port: 0 },
        },
        coordinators: ['UCOORD'],
      },
      database,
      clock: () => stage.clock.now(),
      logger: createBoltLogger({ debug: nothing, info: nothing, warn: nothing, error: nothing }),
      onError: (error) => void stage.errors.push(error),
    });
    await bot.open();
    return bot;
  }

  it('leaves its work to another, which does it once', async () => {
    const another = await anotherProcess();
    // Somebody whom the bot has not met, so that it asks Slack who they are, and hangs there.
    stage.slack.arm({ kind: 'latency', method: 'users.info', ms: 2000 });
    await stage.slack.command('UMENTEE2', '/goal', 'add Become certified');
    expect(await arrivals()).toHaveLength(1);
    await another.takeUp();
    expect(await goalTitles()).toEqual([]);
    stage.jump(new Date(stage.clock.now().getTime() + 2 * MINUTE));
    await another.takeUp();
    expect(await goalTitles()).toEqual(['Become certified']);
    expect(await arrivals()).toEqual([]);
    await stage.settled();
    expect(await goalTitles()).toEqual(['Become certified']);
    expect(stage.errors).toEqual([]);
  });
});

describe('a form that is sent twice', () => {
  it('logs one goal, with the later words', async () => {
    await open();
    await command(stage, 'UMENTEE', '/goal add');
    const send = (title: string) => stage.slack.submit('UMENTEE', { title: { value: title } });
    // The form stays open until the ack, and whoever waits taps again.
    await Promise.all([send('Become certified'), send('Become certified in Rust').catch(nothing)]);
    await stage.settled();
    expect(await goalTitles()).toEqual(['Become certified in Rust']);
    expect(await arrivals()).toEqual([]);
    expect(stage.errors).toEqual([]);
  });

  it('changes the goal, where the first was done and its ack was lost', async () => {
    await open('http');
    await command(stage, 'UMENTEE', '/goal add');
    const view = stage.slack.view('UMENTEE');
    for (const [trigger, title] of [
      ['1.1', 'Become certified'],
      ['1.2', 'Become certified in Rust'],
    ]) {
      const values = { ...view?.state.values, title: { value: { type: 'plain_text_input', value: title } } };
      await postInteraction(stage.http, {
        type: 'view_submission',
        team: { id: stage.slack.team.id },
        user: { id: 'UMENTEE' },
        trigger_id: trigger,
        view: { ...view, state: { values } },
      });
      await stage.bot.idle();
    }
    expect(await goalTitles()).toEqual(['Become certified in Rust']);
  });
});

it('work that breaks is told once and not tried again', async () => {
  await open();
  await without('Goal', () => stage.slack.command('UMENTEE', '/goal', 'add Become certified'));
  expect(stage.slack.ephemerals('UMENTEE').map(wordsOf).join()).toContain('Something went wrong on my side');
  await pass(stage, 10 * MINUTE);
  expect(stage.errors).toHaveLength(1);
  expect(await arrivals()).toEqual([]);
  expect(await goalTitles()).toEqual([]);
});

it('what nobody could do for a week is let go of, and said in the log', async () => {
  await open();
  stage.slack.arm({ kind: 'error', method: 'users.info', error: 'internal_error', times: 10_000 });
  await stage.slack.command('UMENTEE2', '/goal', 'add Become certified');
  await pass(stage, 6 * DAY);
  await stage.bot.tidy();
  expect(await arrivals()).toHaveLength(1);
  const told = [...stage.slack.ephemerals('UMENTEE2'), ...dm(stage, 'UMENTEE2')].map(wordsOf);
  expect(told.filter((words) => words.includes('I have what you sent'))).toHaveLength(1);
  await pass(stage, 2 * DAY);
  await stage.bot.tidy();
  expect(await arrivals()).toEqual([]);
  expect(stage.warnings).toContainEqual(textWith('could not be done for a week'));
});
