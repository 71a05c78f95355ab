/** What a mentor reads in the digest, answers there, and sees answered. */

import {
  ask,
  click,
  closeStages,
  DAY,
  elementsOf,
  fillIn,
  openTestStage,
  pair,
  pass,
  said,
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

const digests = () => said(stage, 'UMENTOR', 'digest');
const answers = async () => (await said(stage, 'UMENTEE', 'check_in_answered')).map(wordsOf);
const FIRST = new Date('2027-02-12T15:00:00Z');

it('what was answered stands as answered in its digest, waits in none that follows, and takes a further word', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'No idea how to find a co-speaker');
  await stage.advance(FIRST);
  const [before] = (await digests()).slice(-1);
  expect(wordsOf(before ?? null)).toMatch(/Waiting for your reply: .*co-speaker/);

  await click(stage, 'UMENTOR', 'encourage');
  await fillIn(stage, 'UMENTOR', { text: 'I know two people who spoke' });

  const shown = async () => (await digests()).find(({ ts }) => ts === before?.ts) ?? null;
  expect(wordsOf(await shown())).toMatch(/Answered: .*co-speaker/);
  expect(wordsOf(await shown())).not.toContain('Waiting');
  expect(elementsOf((await shown())?.blocks ?? []).map(({ text }) => text)).toMatchObject([
    { text: 'Add a word' },
  ]);

  await click(stage, 'UMENTOR', 'encourage');
  await fillIn(stage, 'UMENTOR', { text: 'Shall I introduce you?' });
  expect(await answers()).toEqual([
    expect.stringContaining('I know two people who spoke'),
    expect.stringContaining('Shall I introduce you?'),
  ]);

  await pass(stage, 7 * DAY);
  const [later] = (await digests()).slice(-1);
  expect(later?.ts).not.toBe(before?.ts);
  expect(wordsOf(later ?? null)).not.toContain('co-speaker');
});
