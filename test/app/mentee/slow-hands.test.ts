/** Whoever is slow loses nothing: a form that lay open for a day, and an undo that comes while others are being told. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  DAY,
  dm,
  fillIn,
  logGoals,
  openTestStage,
  pair,
  pass,
  said,
  toNextNudge,
  wordsOf,
} from '../../support/stage';

afterEach(closeStages);

it('a form that lay open for a day still counts, and gives back what the day has made impossible', async () => {
  const stage = await openTestStage();
  await pair(stage);
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await toNextNudge(stage);
  await fillIn(stage, 'UMENTEE', { text: 'Two chapters, and a bit' });
  expect(await checkInsOf(stage)).toMatchObject([{ text: 'Two chapters, and a bit', state: 'recorded' }]);

  await command(stage, 'UMENTEE', '/goal add');
  const today = stage.clock.now().toISOString().slice(0, 10);
  await pass(stage, 2 * DAY);
  await fillIn(stage, 'UMENTEE', { title: 'Read & rest', target_date: today });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('is behind us. Choose a day that is still to come');
  expect(JSON.stringify(stage.slack.view('UMENTEE'))).toContain('Read & rest');
});

it('an undo while the mentor is being told is too late, and says so', async () => {
  const stage = await openTestStage({ mayFail: true });
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/goal done 1');
  const [receipt] = await said(stage, 'UMENTEE', 'goal_reached');
  const { id } = await stage.database.prisma.goal.findFirstOrThrow();
  // Slack has posted the news, and its answer is lost; nobody can look.
  stage.slack.arm({ kind: 'timeout_after_accept', method: 'chat.postMessage' });
  stage.slack.arm({ kind: 'http_500', method: 'conversations.history', times: 99 });
  await click(stage, 'UMENTEE', 'goal_tell_now');
  expect(wordsOf(dm(stage, 'UMENTOR').at(-1) ?? null)).toContain('Become certified');
  const before = stage.slack.ephemerals('UMENTEE').length;
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts: receipt?.ts ?? '',
    action: { action_id: 'goal_undo', value: id },
  });
  await stage.settled();
  expect(stage.slack.ephemerals('UMENTEE').slice(before).map(wordsOf).join()).toContain(
    'ten minutes are over',
  );
  expect(await stage.database.prisma.goal.findFirstOrThrow()).toMatchObject({ state: 'achieved' });
});
