/** A question that asks for words is let go by with one tap: nobody hears, and words still count. */

import {
  aDate,
  checkInsOf,
  click,
  closeStages,
  command,
  elementsOf,
  fillIn,
  logGoals,
  nudgeRecords,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  DAY,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
  await command(stage, 'UMENTEE', '/nudge question What did you read?');
});
afterEach(closeStages);

const shown = async () => (await nudges(stage)).at(-1) ?? { text: '', blocks: [] };
const pressed = async () => elementsOf((await shown()).blocks).map((element) => element['action_id']);
const questions = async () =>
  stage.database.prisma.nudgeQuestion.findMany({
    orderBy: [{ nudge: { dueAt: 'asc' } }, { position: 'asc' }],
  });

it('one of two is let go by, the other takes what is typed, and words for the first still count', async () => {
  await logGoals(stage, 'UMENTEE', ['Stop procrastinating!', 'Become certified']);
  await toNextNudge(stage);
  expect(wordsOf(await shown())).toContain('About your goal *Stop procrastinating!*\nWhat did you read?');
  // Each question has the buttons of its type: words are asked for, or a tap answers.
  expect(await pressed()).toEqual([
    'answer_words',
    'pass_question',
    'answer_on_track',
    'answer_stuck',
    'answer_done',
    'answer_words',
    'ask_form',
    'nudge_more',
  ]);
  await click(stage, 'UMENTEE', 'pass_question');
  expect(await questions()).toMatchObject([{ passedAt: aDate }, { passedAt: null }]);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent', followUpAt: aDate }]);
  expect(wordsOf(await shown())).toContain('What did you read?\nNot this time, and that is fine.');
  expect(await pressed()).not.toContain('pass_question');

  await say(stage, 'UMENTEE', 'Passed the mock exam');
  const [, second] = await questions();
  expect(await checkInsOf(stage)).toMatchObject([
    { text: 'Passed the mock exam', goalId: second?.goalId, state: 'recorded' },
  ]);
  await say(stage, 'UMENTEE', 'A thought of my own');
  expect((await checkInsOf(stage)).at(-1)).toMatchObject({ text: 'A thought of my own', state: 'draft' });

  const { ts, blocks } = (await nudges(stage)).at(-1) ?? { ts: '', blocks: [] };
  const [words] = elementsOf(blocks).filter((element) => element['action_id'] === 'answer_words');
  await click(stage, 'UMENTEE', 'answer_words', { ts, value: String(words?.['value']) });
  await fillIn(stage, 'UMENTEE', { text: 'Two chapters after all' });
  expect(wordsOf(await shown())).toMatch(/What did you read\?\nYou said: “Two chapters after all”/);
});

it('after one of two answers the other can still be put off, and then let go by', async () => {
  await command(stage, 'UMENTEE', '/nudge question remove 1');
  await logGoals(stage, 'UMENTEE', ['Stop procrastinating!', 'Become certified']);
  const { ts } = await toNextNudge(stage);
  const [nudge] = await nudgeRecords(stage);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts, value: `${nudge?.id}:0` });
  expect(await pressed()).toContain('nudge_more');
  const home = await openHome(stage, 'UMENTEE');
  expect(home).toContain('Open question');
  expect(JSON.stringify(stage.slack.home('UMENTEE')?.blocks)).toContain(`skip:${nudge?.id}`);

  const menu = { channel: stage.slack.dmOf('UMENTEE'), ts };
  const action = { action_id: 'nudge_more', value: `snooze_tomorrow:${nudge?.id}` };
  const tap = () => stage.slack.clickForged('UMENTEE', { ...menu, action });
  await Promise.all([tap(), tap()]);
  await stage.settled();
  const [asked, later, ...others] = await nudgeRecords(stage);
  expect([asked?.state, later?.state, others]).toEqual(['answered', 'planned', []]);
  expect(await questions()).toMatchObject([{ passedAt: null }, { passedAt: aDate }, { position: 1 }]);
  expect(await pressed()).not.toContain('nudge_more');
  expect(await openHome(stage, 'UMENTEE')).not.toContain('Open question');
  expect(await command(stage, 'UMENTEE', '/nudge skip')).toContain('No question is open');

  const again = await toNextNudge(stage);
  expect(wordsOf(again)).toContain('Become certified');
  expect(wordsOf(again)).not.toContain('procrastinating');
  await command(stage, 'UMENTEE', '/goal add why me?');
  await pass(stage, DAY / 24);
  await command(stage, 'UMENTEE', '/nudge now');
  const [open] = (await nudgeRecords(stage)).toReversed();
  await click(stage, 'UMENTEE', 'answer_words', { value: `${open?.id}:0` });
  await fillIn(stage, 'UMENTEE', { text: 'A word' });
  await command(stage, 'UMENTEE', '/nudge skip travelling');
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({
    state: 'answered',
    reason: 'skipped',
    detail: 'travelling',
  });
  expect(await pressed()).not.toContain('nudge_more');
});

it('the only one let go by, twice in one breath, lets the nudge go by: no follow-up, no silence, no word to anyone', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  const { ts } = await toNextNudge(stage);
  const action = { action_id: 'pass_question', value: `${(await nudgeRecords(stage))[0]?.id}:0` };
  const tap = () => stage.slack.clickForged('UMENTEE', { channel: stage.slack.dmOf('UMENTEE'), ts, action });
  await Promise.all([tap(), tap()]);
  await stage.settled();
  expect(await nudgeRecords(stage)).toMatchObject([
    { state: 'skipped', reason: 'skipped', detail: null, followUpAt: null },
  ]);
  expect(await pressed()).toEqual(['answer_words']);
  expect(wordsOf(await shown()).match(/this time|Set aside/g)).toHaveLength(2);
  expect(await checkInsOf(stage)).toEqual([]);
  await pass(stage, 6 * DAY);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'skipped', followedUpAt: null }]);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { text: 'Now I can say' });
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'answered' }]);
  // Answered: a tap on what stood there a moment ago changes nothing.
  await tap();
  await stage.settled();
  expect(await questions()).toMatchObject([{ passedAt: aDate }]);
  expect(wordsOf(await shown())).toContain('You said: “Now I can say”');
});
