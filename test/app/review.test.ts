import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  DAY,
  dm,
  fillIn,
  HOUR,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  pass,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage({
    populate: (slack) =>
      slack.addUser({ id: 'UMARS', name: 'marvin', realName: 'Marvin Mars', tz: 'Mars/Olympus' }),
  });
  await pair(stage);
});
afterEach(closeStages);

it('a nudge snoozed to the very moment of the next one is folded into it', async () => {
  const { ts } = await ask(stage);
  await command(stage, 'UMENTEE', '/nudge snooze next Monday at 9:00');
  void ts;
  await toNextNudge(stage);
  expect(await nudges(stage)).toHaveLength(2);
});

it('two nudges snoozed to one moment are asked as one', async () => {
  await ask(stage);
  await command(stage, 'UMENTEE', '/nudge snooze tomorrow at 11:00');
  await pass(stage, HOUR);
  await command(stage, 'UMENTEE', '/nudge now');
  expect(await command(stage, 'UMENTEE', '/nudge snooze tomorrow at 11:00')).toContain('Set aside');
  await toNextNudge(stage);
  expect(await nudges(stage)).toHaveLength(3);
});

it('a tap after private words leaves them private', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { text: 'I am afraid of it', audience: 'self' });
  const value = `${(await nudgeRecords(stage))[0]?.id}:0`;
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts,
    action: { action_id: 'answer_on_track', value },
  });
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([{ status: 'on_track', audience: 'self' }]);
});

it('somebody whose zone nobody knows can be paired all the same', async () => {
  await pair(stage, 'UMENTOR2', 'UMARS');
  await ask(stage, 'UMARS');
});

it('an invitation alone gives nobody a say in when the other is away', async () => {
  await command(stage, 'UOTHER', '/mentor invite @UMENTEE');
  expect(await command(stage, 'UOTHER', '/nudge away @UMENTEE 3 July to 14 July')).toContain('somebody else');
});

it('a nudge held up by Slack for more than twelve hours is void', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  (void DAY, dm, said, say, wordsOf);
});
