/** What a mentor reads in the digest, answers there, and sees answered. */

import {
  aDate,
  ask,
  checkInsOf,
  click,
  closeStages,
  DAY,
  dm,
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

it('a draft that is chosen can be edited, and one that asks back stays open until the mentee answers in the thread', async () => {
  const { ts } = await ask(stage, 'UMENTEE', ['why me?']);
  await click(stage, 'UMENTEE', 'answer_stuck', { ts });
  await stage.advance(FIRST);
  await click(stage, 'UMENTOR', 'encourage');
  await stage.slack.click('UMENTOR', { actionId: 'choose_draft', value: '1' });
  await stage.settled();
  expect(fieldText()).toBe('What makes “why me?” hard right now?');
  await stage.slack.click('UMENTOR', { actionId: 'choose_draft', value: '0' });
  await stage.settled();
  expect(fieldText()).toBe('Thank you. Shall we look at “why me?” together?');
  await stage.slack.submit('UMENTOR', {
    text: { 'text:0': 'What makes it hard, would you say?' },
    asks: { value: ['asks'] },
  });
  await stage.settled();

  const asked = dm(stage, 'UMENTEE').at(-1);
  expect(asked?.thread_ts).toBe(ts);
  expect(wordsOf(asked ?? null)).toContain(
    '<@UMENTOR> asks you, about *why me?*:\n> What makes it hard, would you say?',
  );
  expect(await answers()).toEqual([]);
  await say(stage, 'UMENTEE', 'I know nobody there', ts);
  expect((await said(stage, 'UMENTOR', 'words')).map(wordsOf)).toEqual([
    expect.stringContaining('<@UMENTEE> replies:\n> I know nobody there'),
  ]);
  expect(await stage.database.prisma.ask.findMany()).toMatchObject([{ answeredAt: aDate, end: null }]);
  // What was answered waits no longer.
  await pass(stage, 7 * DAY);
  expect(wordsOf((await digests()).at(-1) ?? null)).not.toContain('waited for a week');
});

it('what waits for a week is spoken of once, with the digest, and a sentence is enough', async () => {
  const nudge = await ask(stage, 'UMENTEE', ['Run a workshop', 'Learn to sail']);
  for (const at of [0, 1])
    await click(stage, 'UMENTEE', 'answer_stuck', { ts: nudge.ts, value: await questionOf(at) });
  await stage.advance(FIRST);
  const spokenOf = async () =>
    (await digests()).map((each) => wordsOf(each).includes('2 answers have waited for a week.'));
  expect(await spokenOf()).toEqual([false, false]);
  await pass(stage, 7 * DAY);
  expect(await spokenOf()).toEqual([false, false, true]);
  const [first] = await checkInsOf(stage);
  const [reply] = elementsOf((await digests()).at(-1)?.blocks ?? []);
  expect(reply).toMatchObject({
    action_id: 'encourage',
    value: first?.id,
    text: { text: 'Reply to the first' },
  });
  await pass(stage, 7 * DAY);
  expect(await spokenOf()).toEqual([false, false, true, false]);
});

/** What stands in the field for the mentor's own words. */
function fieldText(): unknown {
  const fields = elementsOf(stage.slack.view('UMENTOR')?.blocks ?? []);
  return fields.find(({ type }) => type === 'plain_text_input')?.['initial_value'];
}
