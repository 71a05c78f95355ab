/** A new goal that a mentor may read is news to them: once, in their next digest, or at once when the mentee says so. */

import {
  click,
  closeStages,
  command,
  elementsOf,
  fillIn,
  logGoals,
  messageWith,
  openTestStage,
  pair,
  said,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
});
afterEach(closeStages);

const digest = async (user = 'UMENTOR') => wordsOf((await said(stage, user, 'digest')).at(-1) ?? null);
const news = async (user = 'UMENTOR') => (await said(stage, user, 'new_goal')).map(wordsOf);

/** Logs a goal by the form, where it says who may know of it. */
async function logInForm(title: string, audience: 'self' | 'mentor') {
  await command(stage, 'UMENTEE', '/goal add');
  await fillIn(stage, 'UMENTEE', { title, audience });
}

const offers = () =>
  stage.slack
    .ephemerals('UMENTEE')
    .filter(({ blocks }) => elementsOf(blocks).some((element) => element['action_id'] === 'goal_tell_new'));

/** Taps what the newest receipt of a command offers. */
async function tellNow(): Promise<string> {
  const { channel, ts } = offers().at(-1) ?? { channel: '', ts: '' };
  const before = stage.slack.ephemerals('UMENTEE').length;
  await stage.slack.click('UMENTEE', { channel, ts, actionId: 'goal_tell_new' });
  await stage.settled();
  return stage.slack.ephemerals('UMENTEE').slice(before).map(wordsOf).join();
}

it('stands in the next digest, once, and neither does an older one nor one kept to oneself', async () => {
  await logGoals(stage, 'UMENTEE', ['Learn to sail']);
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Present at a meeting by 30 June 2028', 'Sing', 'Juggle']);
  await logInForm('Leave this job', 'self');
  await logGoals(stage, 'UMENTEE', ['Write (or draw)!']);
  await command(stage, 'UMENTEE', '/goal drop 3');
  await fillIn(stage, 'UMENTEE', { reason: 'Enough' });
  await pair(stage, 'UMENTOR2');

  await stage.advance(new Date('2027-02-05T20:00:00Z'));
  expect(await digest()).toContain('New goal: *Present at a meeting*, by 30 June 2028');
  expect(await digest()).toContain('New goal: *Write (or draw)!*');
  expect(await digest()).not.toMatch(/Learn to sail|Leave this job|Sing/);
  expect(await digest('UMENTOR2')).toContain('5 February');
  expect(await digest('UMENTOR2')).not.toContain('New goal');

  await command(stage, 'UMENTEE', '/goal done 4');
  expect(await digest()).toContain('New goal: *Juggle*');
  const first = (await said(stage, 'UMENTOR', 'digest')).length;
  await stage.advance(new Date('2027-02-12T15:00:00Z'));
  expect((await said(stage, 'UMENTOR', 'digest')).length).toBeGreaterThan(first);
  expect(await digest()).not.toContain('New goal');
});

it('is told at once by a tap that names who hears, once, and is not new in the digest then', async () => {
  await pair(stage);
  const receipt = await command(stage, 'UMENTEE', '/goal add Present at a meeting by 30 June 2028');
  expect(receipt).toContain('<@UMENTOR> will see it');
  expect(receipt).toContain('Tell grace now');
  expect(await news()).toEqual([]);
  // Somebody who is paired meanwhile was not named, and has no news of before.
  await pair(stage, 'UMENTOR2');
  expect(await tellNow()).toContain('I tell <@UMENTOR> now');
  expect(await tellNow()).toContain('<@UMENTOR> has heard of it');
  expect(await news()).toHaveLength(1);
  expect((await news()).join()).toContain(
    '<@UMENTEE> set a new goal: *Present at a meeting*, by 30 June 2028.',
  );
  expect(await news('UMENTOR2')).toEqual([]);

  await logInForm('Run a workshop', 'mentor');
  expect(wordsOf(messageWith(stage, 'UMENTEE', 'goal_tell_new'))).toMatch(
    /Tell (grace and priya|priya and grace) now/,
  );
  await click(stage, 'UMENTEE', 'goal_tell_new');
  expect(await news()).toHaveLength(2);
  expect(await news('UMENTOR2')).toHaveLength(1);

  await stage.advance(new Date('2027-02-05T20:00:00Z'));
  expect(await digest()).toContain('5 February');
  expect(await digest()).not.toContain('New goal');
});

it('a goal for oneself alone offers nothing to tell, and what was offered tells nobody once it is one', async () => {
  await pair(stage);
  await logInForm('Leave this job', 'self');
  expect(() => messageWith(stage, 'UMENTEE', 'goal_tell_new')).toThrow('sees no message');
  await logGoals(stage, 'UMENTEE', ['Learn Go']);
  await command(stage, 'UMENTEE', '/goal edit 2');
  await fillIn(stage, 'UMENTEE', { title: 'Learn Go', audience: 'self' });
  expect(await tellNow()).toContain('Nobody else sees this goal');
  expect(await news()).toEqual([]);
  await logGoals(stage, 'UMENTEE2', ['Bake']);
  expect(JSON.stringify(stage.slack.ephemerals('UMENTEE2'))).not.toContain('goal_tell_new');
});

it('news that is kept to oneself later is taken back where it stood', async () => {
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Present at a meeting']);
  await tellNow();
  await command(stage, 'UMENTEE', '/goal edit 1');
  await fillIn(stage, 'UMENTEE', { title: 'Present at a meeting', audience: 'self' });
  expect((await news()).join()).toContain('not shared with you any more');
  expect((await news()).join()).not.toContain('Present at a meeting');
});
