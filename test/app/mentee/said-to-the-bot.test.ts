/** Words at the top of the DM: a command is done, an answer is kept, and anything else is seen by its author alone. */

import {
  ask,
  checkInsOf,
  closeStages,
  dm,
  lastMessage,
  memberOf,
  nudgeRecords,
  openTestStage,
  pair,
  say,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const answer = () => wordsOf(lastMessage(stage, 'UMENTEE'));

it.each([
  ['help', /`\/goal` is for goals/],
  ['how do I pair people?', /`\/mentor pair @mentor @mentee`/],
  ['I need help from <@UMENTOR|ada>!', /<@UMENTOR> knows that you would like a word/],
  ['I’d like to talk to <@UCOORD>', /not paired just now/],
  ['hi', /Good to hear from you/],
  ['thanks! 🙏', /Gladly/],
  ['what are my goals?', /Become certified/],
  ['pause until Monday', /ask again from Monday/],
  ['I am on vacation next week', /you are away from \*Monday/],
  ['stop', /have stopped asking/],
  ['settings', /quiet hours/],
  ['when do you ask?', /Monday at 9:00/],
])('"%s" is done, while a question is open, and nothing is kept of it', async (text, said) => {
  await ask(stage);
  await say(stage, 'UMENTEE', text);
  expect(answer()).toMatch(said);
  expect(await checkInsOf(stage)).toEqual([]);
  expect((await nudgeRecords(stage)).at(-1)?.state).toBe('sent');
});

it('what a command changed can be undone from its answer', async () => {
  await say(stage, 'UMENTEE', 'stop');
  expect((await memberOf(stage, 'UMENTEE')).stoppedAt).not.toBeNull();
  const { channel, ts } = lastMessage(stage, 'UMENTEE');
  await stage.slack.click('UMENTEE', { channel, ts, actionId: 'undo' });
  await stage.settled();
  expect((await memberOf(stage, 'UMENTEE')).stoppedAt).toBeNull();
});

it('a command that Slack delivers twice, or that is edited, is done once and kept as nothing', async () => {
  const ts = await say(stage, 'UMENTEE', 'pause until Monday');
  const said = dm(stage, 'UMENTEE').length;
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, 'pause until Tuesday');
  await stage.settled();
  expect(dm(stage, 'UMENTEE')).toHaveLength(said);
  expect(await checkInsOf(stage)).toEqual([]);
});

it('a command that cannot be done says why, and is no answer either', async () => {
  await say(stage, 'UMENTEE', 'skip');
  expect(answer()).toContain('No question is open');
  expect(await checkInsOf(stage)).toEqual([]);
});

it('other words answer the open question, and once it is answered they are a draft of their author', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'Passed the mock exam');
  await say(stage, 'UMENTEE', 'Also, the canteen has new chairs');
  expect((await checkInsOf(stage)).map(({ text, state }) => [text, state])).toEqual([
    ['Passed the mock exam', 'recorded'],
    ['Also, the canteen has new chairs', 'draft'],
  ]);
  expect((await checkInsOf(stage)).at(-1)).toMatchObject({ audience: 'self', sharedWith: [] });
});

it('in the thread of a question, even a word that is a command is an answer', async () => {
  const { ts } = await ask(stage);
  await say(stage, 'UMENTEE', 'stop', ts);
  expect((await checkInsOf(stage)).map(({ text }) => text)).toEqual(['stop']);
  expect((await memberOf(stage, 'UMENTEE')).stoppedAt).toBeNull();
});
