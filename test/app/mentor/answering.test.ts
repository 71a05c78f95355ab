/** What a mentor reads in the digest, answers there, and sees answered. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  DAY,
  elementsOf,
  fillIn,
  nudgeRecords,
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

it('a mentor meets each line in one tap: a read receipt, once, and well done for what is on track', async () => {
  const nudge = await ask(stage, 'UMENTEE', ['Run a workshop', 'Learn to sail']);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts: nudge.ts, value: await questionOf(0) });
  await click(stage, 'UMENTEE', 'answer_stuck', { ts: nudge.ts, value: await questionOf(1) });
  await stage.advance(FIRST);
  const ts = (await digests()).at(-1)?.ts ?? '';
  const taps = async () =>
    elementsOf((await digests()).find((each) => each.ts === ts)?.blocks ?? []).map(
      ({ action_id }) => action_id,
    );
  expect(await taps()).toEqual(['well_done', 'encourage', 'encourage', 'seen']);

  const [well, stuck] = await checkInsOf(stage);
  await click(stage, 'UMENTOR', 'well_done', { ts, value: well?.id ?? '' });
  const channel = stage.slack.dmOf('UMENTOR');
  for (const value of [stuck?.id, stuck?.id, well?.id]) {
    await stage.slack.clickForged('UMENTOR', { channel, ts, action: { action_id: 'seen', value } });
    await stage.settled();
  }

  expect(await answers()).toEqual([
    expect.stringMatching(/answered what you said about \*Run a workshop\*:\n> Well done/),
    expect.stringContaining('has read what you said about *Learn to sail*, and thanks you'),
  ]);
  for (const { thread_ts } of await said(stage, 'UMENTEE', 'check_in_answered')) {
    expect(thread_ts).toBe(nudge.ts);
  }
  expect(await taps()).toEqual(['encourage', 'encourage']);
  await pass(stage, 7 * DAY);
  expect(wordsOf((await digests()).at(-1) ?? null)).not.toMatch(/workshop|sail/);
});

async function questionOf(position: number): Promise<string> {
  return `${(await nudgeRecords(stage))[0]?.id}:${position}`;
}
