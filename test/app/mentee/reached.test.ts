/** A goal that was reached is its owner's alone for ten minutes: told at once if they like, or taken back by a tap. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  logGoals,
  openTestStage,
  pair,
  pass,
  said,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

const MINUTE = 60_000;

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const news = async () => (await said(stage, 'UMENTOR', 'goal_news')).map(wordsOf);
const receipt = async () => wordsOf((await said(stage, 'UMENTEE', 'goal_reached')).at(-1) ?? null);
const goalState = async () => (await stage.database.prisma.goal.findFirstOrThrow()).state;

it('the mentor hears after ten minutes, at the time that the receipt names', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/goal done 1');
  expect(await receipt()).toMatch(/I tell <@UMENTOR> at \d+:\d\d, unless you undo it before/);
  await pass(stage, 9 * MINUTE);
  expect(await news()).toEqual([]);
  await pass(stage, 2 * MINUTE);
  expect(await news()).toHaveLength(1);
});

it('the mentor hears at once when the mentee says so, and once', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/goal done 1');
  await click(stage, 'UMENTEE', 'goal_tell_now');
  expect(await news()).toHaveLength(1);
  expect(await receipt()).toContain('I have told <@UMENTOR>');
  await pass(stage, 60 * MINUTE);
  expect(await news()).toHaveLength(1);
});

it('one tap takes a tap back: the goal is open, nobody hears, and the question is open again', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_done', { ts });
  expect(await goalState()).toBe('achieved');
  expect(await click(stage, 'UMENTEE', 'goal_undo')).toContain('open again');
  expect(await goalState()).toBe('active');
  expect(await checkInsOf(stage)).toEqual([]);
  expect(await receipt()).toContain('open again');
  await pass(stage, 60 * MINUTE);
  expect(await news()).toEqual([]);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts });
  expect(await checkInsOf(stage)).toMatchObject([{ status: 'on_track' }]);
});

it('what was told, or is ten minutes old, is not taken back by a tap', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/goal done 1');
  const { ts } = (await said(stage, 'UMENTEE', 'goal_reached'))[0] ?? { ts: '' };
  const value = (await stage.database.prisma.goal.findFirstOrThrow()).id;
  const undo = async () => {
    const before = stage.slack.ephemerals('UMENTEE').length;
    const action = { action_id: 'goal_undo', value };
    await stage.slack.clickForged('UMENTEE', { channel: stage.slack.dmOf('UMENTEE'), ts, action });
    await stage.settled();
    return stage.slack.ephemerals('UMENTEE').slice(before).map(wordsOf).join();
  };
  await click(stage, 'UMENTEE', 'goal_tell_now');
  expect(await undo()).toContain('ten minutes are over');
  expect(await goalState()).toBe('achieved');
  await command(stage, 'UMENTEE', '/goal reopen 1');
  await command(stage, 'UMENTEE', '/goal done 1');
  await pass(stage, 11 * MINUTE);
  expect(await undo()).toContain('ten minutes are over');
  expect(await goalState()).toBe('achieved');
});

it('a goal reached for oneself alone is told to nobody, and offers nothing to tell', async () => {
  await logGoals(stage, 'UMENTEE2', ['Learn Go']);
  await command(stage, 'UMENTEE2', '/goal done 1');
  const shown = (await said(stage, 'UMENTEE2', 'goal_reached')).at(-1);
  expect(wordsOf(shown ?? null)).toContain('You reached *Learn Go*');
  expect(JSON.stringify(shown?.blocks)).not.toContain('goal_tell_now');
});

it('ten minutes hold for a goal that nobody else hears of as well', async () => {
  await logGoals(stage, 'UMENTEE2', ['Learn Go']);
  await command(stage, 'UMENTEE2', '/goal done 1');
  const { ts } = (await said(stage, 'UMENTEE2', 'goal_reached'))[0] ?? { ts: '' };
  const value = (await stage.database.prisma.goal.findFirstOrThrow()).id;
  await pass(stage, 11 * MINUTE);
  const action = { action_id: 'goal_undo', value };
  await stage.slack.clickForged('UMENTEE2', { channel: stage.slack.dmOf('UMENTEE2'), ts, action });
  await stage.settled();
  expect(await goalState()).toBe('achieved');
});

it('words that came with it stay when it is taken back', async () => {
  await ask(stage);
  await command(stage, 'UMENTEE', '/checkin');
  const goal = await stage.database.prisma.goal.findFirstOrThrow();
  await stage.slack.submit('UMENTEE', {
    goal: { value: goal.id },
    status: { value: 'done' },
    text: { value: 'Passed today' },
  });
  await stage.settled();
  expect(await goalState()).toBe('achieved');
  await click(stage, 'UMENTEE', 'goal_undo');
  expect(await checkInsOf(stage)).toMatchObject([{ text: 'Passed today', status: 'note' }]);
  expect((await toNextNudge(stage)).ts).toBeDefined();
});
