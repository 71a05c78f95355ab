/** Whoever says that they are stuck is thanked, sees who reads it, and may have their mentor told at once. */

import {
  checkInsOf,
  click,
  closeStages,
  elementsOf,
  ask,
  fillIn,
  nudges,
  openTestStage,
  pair,
  said,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const shown = async () => wordsOf((await nudges(stage)).at(-1) ?? null);
const offers = async (action: string) =>
  elementsOf((await nudges(stage)).at(-1)?.blocks ?? []).some((element) => element['action_id'] === action);
const told = async (mentor = 'UMENTOR') => (await said(stage, mentor, 'stuck_now')).map(wordsOf);

it('one tap brings the words to the mentor at once, and once; what becomes of them there follows the answer', async () => {
  const { ts } = await ask(stage, 'UMENTEE', ['why me?']);
  await click(stage, 'UMENTEE', 'answer_stuck', { ts });
  expect(await shown()).toContain(
    'How is your goal *why me?* going?\nYou said: a bit stuck. Thank you for saying so.\nVisible to <@UMENTOR>',
  );
  expect(await shown()).toContain('Tell grace now');
  const [checkIn] = await checkInsOf(stage);
  const action = { action_id: 'tell_stuck', value: checkIn?.id };
  const tap = () => stage.slack.clickForged('UMENTEE', { channel: stage.slack.dmOf('UMENTEE'), ts, action });
  await Promise.all([tap(), tap()]);
  await stage.settled();
  await tap();
  await stage.settled();
  expect(await told()).toHaveLength(1);
  expect((await told())[0]).toContain('<@UMENTEE> asked me to tell you this now.\n*why me?*: a bit stuck.');
  expect(await shown()).toContain('I have told <@UMENTOR>.');
  expect(await offers('tell_stuck')).toBe(false);

  // Words that are added stand there too, and can be answered from there.
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { text: 'No quiet hour anywhere' });
  expect((await told())[0]).toContain('> No quiet hour anywhere');
  await click(stage, 'UMENTOR', 'encourage', {
    ts: (await said(stage, 'UMENTOR', 'stuck_now'))[0]?.ts ?? '',
  });
  await fillIn(stage, 'UMENTOR', { text: 'Half an hour before breakfast?' });
  expect((await said(stage, 'UMENTEE', 'check_in_answered')).map(wordsOf).join()).toContain('breakfast');

  // A mentor who comes later is told of nothing that was said before.
  await pair(stage, 'UMENTOR2');
  expect(await shown()).not.toContain('<@UMENTOR2>');
  expect(await offers('tell_stuck')).toBe(false);

  await click(stage, 'UMENTEE', 'change_audience', { ts, value: `${checkIn?.id}:self` });
  expect(await told()).toEqual([expect.stringContaining('not shared with you any more')]);
  expect((await told())[0]).not.toContain('breakfast');
  expect(await shown()).toContain('Visible to you alone');
  expect(await shown()).not.toContain('I have told');

  // Said to both by name: the one who knows already is not told twice.
  await click(stage, 'UMENTEE', 'change_audience', { ts, value: `${checkIn?.id}:mentor` });
  expect(await shown()).toContain('Tell priya now');
  await click(stage, 'UMENTEE', 'tell_stuck', { ts });
  expect([(await told()).length, (await told('UMENTOR2')).length]).toEqual([1, 1]);
});

it('nobody is told of another answer, of one for oneself alone, or of the answer of another', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts });
  expect(await shown()).toMatch(/You said: on track\.\nVisible to <@UMENTOR>/);
  const [checkIn] = await checkInsOf(stage);
  const action = { action_id: 'tell_stuck', value: checkIn?.id };
  const forge = async (user: string, at: string) => {
    await stage.slack.clickForged(user, { channel: stage.slack.dmOf(user), ts: at, action });
    await stage.settled();
    return wordsOf(stage.slack.ephemerals(user).at(-1) ?? null);
  };
  await forge('UMENTEE', ts);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { status: 'stuck', audience: 'self' });
  expect(await shown()).toMatch(/Thank you for saying so\.\nVisible to you alone/);
  expect(await offers('tell_stuck')).toBe(false);
  await forge('UMENTEE', ts);
  const [theirs] = await said(stage, 'UMENTOR', 'paired');
  expect(await forge('UMENTOR', theirs?.ts ?? '')).toContain('somebody else');
  expect(await told()).toEqual([]);
});
