/** Promises between the two of a pair: made, taken at one's word, asked about alike, kept, moved, let go, at rest. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  DAY,
  dm,
  fillIn,
  lastMessage,
  nudgeRecords,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const shown = async (user = 'UMENTEE') => wordsOf((await nudges(stage, user)).at(-1) ?? null);
const digests = async () => (await said(stage, 'UMENTOR', 'digest')).map(wordsOf);
const last = (user: string) => wordsOf(lastMessage(stage, user));
const told = async (user: string) => wordsOf((await said(stage, user, 'promise')).at(-1) ?? null);
const rows = () => stage.database.prisma.promiseMade.findMany({ orderBy: { saidAt: 'asc' } });

async function promise(user: string, words: string | null, by?: string) {
  await openHome(stage, user);
  await stage.slack.click(user, { actionId: 'promise_add' });
  await stage.settled();
  return fillIn(stage, user, { next_step: words, next_step_by: by });
}

async function more(user: string, move: 'kept' | 'change') {
  const [made] = await rows();
  await openHome(stage, user);
  await stage.slack.click(user, { actionId: 'promise_more', value: `${move}:${made?.id}` });
  await stage.settled();
}

it('a mentor’s is read by the mentee at once, asked about in the digest, and kept, for both to see', async () => {
  await promise('UMENTOR', 'Introduce you to <a co-speaker>', '2027-02-19');
  const made = '<@UMENTOR> promised you: *Introduce you to &lt;a co-speaker&gt;*, by 19 February 2027.';
  expect(last('UMENTEE')).toContain(
    `${made}\nYou both see it in App Home. I ask <@UMENTOR> how it goes, and not you.`,
  );
  expect(await openHome(stage, 'UMENTEE')).toContain(made);
  expect(await openHome(stage, 'UMENTOR')).toContain('You promised <@UMENTEE>: *Introduce you to');
  await pass(stage, 8 * DAY);
  expect((await digests()).at(-1)).toContain('You promised <@UMENTEE>: *Introduce you to');
  const { length } = dm(stage, 'UMENTEE');

  await more('UMENTOR', 'kept');
  // What was said of it says how it stands now; no new message comes.
  expect(dm(stage, 'UMENTEE')).toHaveLength(length);
  expect(await told('UMENTEE')).toBe(
    '<@UMENTOR> kept a promise to you: *Introduce you to &lt;a co-speaker&gt;*.'.concat(
      '\n<@UMENTOR> kept a promise to you: *Introduce you to &lt;a co-speaker&gt;*.',
    ),
  );
  expect((await digests()).at(-1)).toContain('You kept a promise to <@UMENTEE>');
  expect(await openHome(stage, 'UMENTEE')).not.toContain('co-speaker');
});

it('a mentee’s rides on the next nudge, moved to another day, and let go with a word for whom it was made to', async () => {
  await promise('UMENTEE', 'Send you my <slides>', '2027-02-19');
  expect(last('UMENTOR')).toContain(
    '<@UMENTEE> promised you: *Send you my &lt;slides&gt;*, by 19 February 2027.',
  );
  await ask(stage);
  await toNextNudge(stage);
  expect(await shown()).toContain(
    'You promised <@UMENTOR>: *Send you my &lt;slides&gt;*, by 19 February 2027. How did it go?\nVisible to <@UMENTOR>',
  );
  // A day that lies behind is refused, with what was typed.
  await click(stage, 'UMENTEE', 'promise_change', { ts: (await nudges(stage)).at(-1)?.ts ?? '' });
  await fillIn(stage, 'UMENTEE', { next_step: 'Send you my notes', next_step_by: '2027-01-31' });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toMatch(
    /31 January 2027 is behind us[\s\S]*Send you my notes/,
  );
  await fillIn(stage, 'UMENTEE', { next_step: 'Send you my notes', next_step_by: '2027-03-12' });
  expect(await shown()).toContain('Still to come: *Send you my notes*, by 12 March 2027.');
  expect((await nudgeRecords(stage)).at(-1)?.state).toBe('answered');
  expect(await told('UMENTOR')).toContain('<@UMENTEE> promised you: *Send you my notes*, by 12 March 2027.');

  await more('UMENTEE', 'change');
  await fillIn(stage, 'UMENTEE', { next_step: null, next_step_by: null, reason: 'You have <them> already.' });
  expect(await told('UMENTOR')).toContain(
    '<@UMENTEE> let a promise to you go: *Send you my notes*.\n> You have &lt;them&gt; already.',
  );
  await toNextNudge(stage);
  expect(await shown()).not.toContain('notes');
});

it('words of the other are kept as their promise by one tap, once, and bind nobody who did not mean them', async () => {
  await ask(stage);
  await click(stage, 'UMENTEE', 'answer_stuck');
  const [stuck] = await checkInsOf(stage);
  await openHome(stage, 'UMENTOR');
  await stage.slack.click('UMENTOR', { actionId: 'encourage', value: stuck?.id ?? '' });
  await stage.settled();
  await fillIn(stage, 'UMENTOR', { text: 'I shall ask <Bo> for you.' });
  await click(stage, 'UMENTEE', 'keep_as_promise', { ts: lastMessage(stage, 'UMENTEE').ts });
  expect(wordsOf(stage.slack.ephemerals('UMENTEE').at(-1) ?? null)).toContain(
    'I keep it as a promise of <@UMENTOR>, who hears so now.',
  );
  expect(last('UMENTEE')).toContain('Kept as a promise of <@UMENTOR>');
  expect(last('UMENTOR')).toContain(
    '<@UMENTEE> would be glad of this, so I keep it as your promise: *I shall ask &lt;Bo&gt; for you*.',
  );
  const [response] = await stage.database.prisma.response.findMany();
  const place = { channel: stage.slack.dmOf('UMENTEE'), ts: lastMessage(stage, 'UMENTEE').ts };
  await stage.slack.clickForged('UMENTEE', {
    ...place,
    action: { action_id: 'keep_as_promise', value: response?.id },
  });
  await stage.settled();
  expect(await rows()).toHaveLength(1);

  await click(stage, 'UMENTOR', 'promise_change', { ts: lastMessage(stage, 'UMENTOR').ts });
  await fillIn(stage, 'UMENTOR', { next_step: '' });
  expect(await openHome(stage, 'UMENTEE')).not.toContain('Bo');
  expect(await told('UMENTOR')).toContain(
    'You let a promise to <@UMENTEE> go: *I shall ask &lt;Bo&gt; for you*.',
  );
});

it('open for four weeks it is asked about once more and then rests, until it is moved', async () => {
  await ask(stage);
  await promise('UMENTEE', 'Read your book');
  for (let week = 0; week < 4; week += 1) {
    await toNextNudge(stage);
    expect(await shown()).toContain('You promised <@UMENTOR>: *Read your book*. How did it go?');
    await say(stage, 'UMENTEE', 'Well?');
  }
  await toNextNudge(stage);
  expect(await shown()).toContain('I ask this once more and then let it rest');
  await toNextNudge(stage);
  expect(await shown()).not.toContain('Read your book');
  expect(await openHome(stage, 'UMENTEE')).toContain('Read your book');
  await more('UMENTEE', 'change');
  await fillIn(stage, 'UMENTEE', { next_step_by: '2027-12-31' });
  await toNextNudge(stage);
  expect(await shown()).toContain('*Read your book*, by 31 December 2027. How did it go?');
});

it('nothing is promised without words, to nobody, or once the pair is over', async () => {
  await promise('UMENTEE', null);
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('What would you like to promise?');
  await fillIn(stage, 'UMENTEE', { next_step: 'Read your book' });
  const [made] = await rows();
  await openHome(stage, 'UMENTOR');
  await stage.slack.click('UMENTOR', { actionId: 'leave_pair', value: made?.mentorshipId ?? '' });
  await stage.settled();
  expect(await openHome(stage, 'UMENTEE')).not.toContain('Read your book');
  await pass(stage, DAY);
  await toNextNudge(stage);
  expect(await shown()).not.toContain('Read your book');
});
