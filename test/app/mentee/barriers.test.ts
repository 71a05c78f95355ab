/** What is in the way: named after "stuck" or with a check-in, asked about first, cleared, and read with its answer. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  DAY,
  fillIn,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
  await ask(stage);
});
afterEach(closeStages);

const shown = async () => wordsOf((await nudges(stage)).at(-1) ?? null);
const digests = async () => (await said(stage, 'UMENTOR', 'digest')).map(wordsOf);
const tap = async (action: string) =>
  click(stage, 'UMENTEE', action, { ts: (await nudges(stage)).at(-1)?.ts ?? '' });

it('is asked about first, with what might help and what the mentor wrote, and cleared for all to see', async () => {
  await tap('answer_stuck');
  await tap('barrier_name');
  // What might help, and against what?
  await fillIn(stage, 'UMENTEE', { barrier: null, idea: 'Ask <Alan>' });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toMatch(/not yet what is in the way[\s\S]*Ask <Alan>/);
  await fillIn(stage, 'UMENTEE', { barrier: 'No <co-speaker> yet.', idea: 'Ask <Alan>' });
  const named = 'In the way: *No &lt;co-speaker&gt; yet*. Might help: “Ask &lt;Alan&gt;”';
  expect(await shown()).toContain(`Thank you for saying so.\n${named}`);
  await tap('next_step_edit');
  await fillIn(stage, 'UMENTEE', { next_step: 'Write to Alan' });
  await tap('tell_stuck');
  expect(wordsOf((await said(stage, 'UMENTOR', 'stuck_now')).at(-1) ?? null)).toContain(named);
  const [stuck] = await checkInsOf(stage);
  await click(stage, 'UMENTOR', 'encourage', { value: stuck?.id ?? '' });
  await fillIn(stage, 'UMENTOR', { text: 'I know two people.' });

  // One rider a nudge: the step waits for its turn.
  await toNextNudge(stage);
  expect(await shown()).toContain(
    [
      'Last time this was in the way of *Become certified*: *No &lt;co-speaker&gt; yet*. Is it still there?',
      'You thought this might help: “Ask &lt;Alan&gt;”',
      '<@UMENTOR> wrote: “I know two people.”',
      'Visible to <@UMENTOR>',
    ].join('\n'),
  );
  expect(await shown()).not.toContain('Write to Alan');
  await tap('barrier_still');
  expect(await shown()).toContain('Still in the way: *No &lt;co-speaker&gt; yet*.');
  await pass(stage, 5 * DAY);
  expect((await digests()).at(-1)).toContain(named);

  await toNextNudge(stage);
  await tap('barrier_cleared');
  expect(await shown()).toContain('Cleared: *No &lt;co-speaker&gt; yet*. One thing less in the way.');
  await pass(stage, 5 * DAY);
  expect((await digests()).at(-1)).toContain('Cleared: *No &lt;co-speaker&gt; yet*.');
  await toNextNudge(stage);
  expect(await shown()).toContain('*Write to Alan*. How did it go?');
  expect(await shown()).not.toContain('co-speaker');
});

it('is read by whoever reads its answer, rests with its goal, and is let go when it is emptied', async () => {
  await command(stage, 'UMENTEE', '/checkin');
  await fillIn(stage, 'UMENTEE', { barrier: 'No time', audience: 'self' });
  expect(await openHome(stage, 'UMENTEE')).toContain('In the way: *No time*.\n_Visible to you alone_');
  await pass(stage, 5 * DAY);
  expect((await digests()).join()).not.toContain('No time');
  expect(await openHome(stage, 'UMENTOR')).not.toContain('No time');
  const [checkIn] = await checkInsOf(stage);
  await stage.slack.clickForged('UMENTOR', {
    action: { action_id: 'barrier_cleared', value: checkIn?.id },
    channel: stage.slack.dmOf('UMENTOR'),
    ts: (await said(stage, 'UMENTOR', 'paired'))[0]?.ts ?? '',
  });
  await stage.settled();
  expect(wordsOf(stage.slack.ephemerals('UMENTOR').at(-1) ?? null)).toContain('somebody else');

  await toNextNudge(stage);
  expect(await shown()).toContain('Last time this was in the way of *Become certified*: *No time*.');
  await command(stage, 'UMENTEE', '/goal drop 1');
  await fillIn(stage, 'UMENTEE', { reason: null });
  expect(await shown()).not.toContain('No time');
  await command(stage, 'UMENTEE', '/goal reopen 1');
  expect(await shown()).toContain('No time');
  await tap('barrier_name');
  await fillIn(stage, 'UMENTEE', { barrier: '' });
  expect(await shown()).toContain('Let go: *No time*.');
  await toNextNudge(stage);
  expect(await shown()).not.toContain('No time');
});
