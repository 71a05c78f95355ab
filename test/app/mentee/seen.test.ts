/** Below an answer stands when its mentors come to see it, by the clock of whoever gave it. */

import {
  ask,
  click,
  closeStages,
  command,
  fillIn,
  nudges,
  openTestStage,
  pair,
  pass,
  wordsOf,
  DAY,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const shown = async () => wordsOf((await nudges(stage)).at(-1) ?? null);

async function say(status: string, ts: string) {
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { status });
}

it('is the day of the mentor’s digest, and App Home without one; each mentor has their own', async () => {
  const { ts } = await ask(stage);
  expect(await shown()).not.toContain('sees this');
  await click(stage, 'UMENTEE', 'answer_on_track', { ts });
  // Friday at 15:00 in London.
  const seen = 'Visible to <@UMENTOR>, who sees this on Friday 12 February at 9:00';
  expect(await shown()).toContain(seen);

  // It stays what was said of this answer, whatever and whoever has come since.
  await pass(stage, 5 * DAY);
  await pair(stage, 'UMENTOR2');
  await say('stuck', ts);
  expect(await shown()).toContain(seen);
  expect(await shown()).not.toContain('<@UMENTOR2> sees this');
  await click(stage, 'UMENTEE', 'tell_stuck', { ts });
  expect(await shown()).toMatch(/I have told <@UMENTOR>\.\nVisible to <@UMENTOR>\n/);

  await command(stage, 'UMENTOR', '/mentor digest off');
  const { ts: next } = await ask(stage, 'UMENTEE', []);
  await say('on_track', next);
  expect(await shown()).toContain(
    'Visible to <@UMENTOR> and <@UMENTOR2>. <@UMENTOR> sees this in App Home and <@UMENTOR2> sees this on Friday',
  );
  // What tells of a goal that is reached comes on another way.
  await say('done', next);
  expect(await shown()).not.toContain('sees this');
});
