/** Answers to a question, by tap, form, command and shortcut. */

import {
  aDate,
  aText,
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  dm,
  fillIn,
  lastMessage,
  logGoals,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  say,
  wordsOf,
  type TestStage,
} from '../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const shownNow = async () => wordsOf((await nudges(stage)).at(-1) ?? null);

it('all goals that are due are asked about in one message, which says who reads the answer', async () => {
  const nudge = await ask(stage, 'UMENTEE', ['Become certified', 'Present at a meeting']);
  expect(await nudges(stage)).toHaveLength(1);
  expect(wordsOf(nudge)).toContain('Become certified');
  expect(wordsOf(nudge)).toContain('Present at a meeting');
  expect(wordsOf(nudge)).toContain('<@UMENTOR>');
});

it.each([
  ['On track', 'answer_on_track', 'on_track'],
  ['A bit stuck', 'answer_stuck', 'stuck'],
  ['Done', 'answer_done', 'done'],
])('a tap on "%s" is a check-in, and the message shows what was recorded', async (_label, button, status) => {
  await ask(stage);
  await click(stage, 'UMENTEE', button);
  expect(await checkInsOf(stage)).toMatchObject([{ status, audience: 'mentor', state: 'recorded' }]);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'answered', followUpAt: null }]);
  expect(await shownNow()).toMatch(/You said/);
});

it('a second tap changes the one check-in, and two taps at once leave one', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts });
  const value = `${(await nudgeRecords(stage))[0]?.id}:0`;
  const tap = (action_id: string) =>
    stage.slack.clickForged('UMENTEE', {
      channel: stage.slack.dmOf('UMENTEE'),
      ts,
      action: { action_id, value },
    });
  await Promise.all([tap('answer_stuck'), tap('answer_stuck')]);
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([{ status: 'stuck' }]);
});

it('words in a form are kept with their readers; the same form sent again changes them', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { text: 'Read two chapters', audience: 'self' });
  expect(await checkInsOf(stage)).toMatchObject([
    { text: 'Read two chapters', audience: 'self', status: 'note' },
  ]);
  expect(await shownNow()).toContain('Read two chapters');
});

it('a form without a word says so beside the field', async () => {
  await command(stage, 'UMENTEE', '/checkin');
  expect(await fillIn(stage, 'UMENTEE', {})).toMatchObject({ errors: { text: aText } });
});

it('/checkin, the global shortcut and the message shortcut each record a check-in', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/checkin Found a study group');
  expect(JSON.stringify(stage.slack.view('UMENTEE'))).toContain('Found a study group');
  await fillIn(stage, 'UMENTEE', {});
  await stage.slack.shortcut('UMENTEE', 'share_progress');
  await stage.settled();
  await fillIn(stage, 'UMENTEE', { text: 'Bought the book', audience: 'program' });
  const { ts, channel } = await stage.slack.say('UMENTEE', 'I passed!', { channel: 'CELSEWHERE' });
  await stage.slack.messageShortcut('UMENTEE', 'save_as_check_in', channel, ts);
  await stage.settled();
  await fillIn(stage, 'UMENTEE', {});
  expect((await checkInsOf(stage)).map(({ text, audience }) => [text, audience])).toEqual([
    ['Found a study group', 'mentor'],
    ['Bought the book', 'program'],
    ['I passed!', 'mentor'],
  ]);
});

it('a message that is a check-in already can be saved again without harm', async () => {
  await ask(stage);
  const ts = await say(stage, 'UMENTEE', 'Passed the mock exam');
  await stage.slack.messageShortcut('UMENTEE', 'save_as_check_in', stage.slack.dmOf('UMENTEE'), ts);
  await stage.settled();
  await fillIn(stage, 'UMENTEE', {});
  expect(await checkInsOf(stage)).toHaveLength(1);
});

it('what a bot wrote is nobody’s check-in: the form comes without its words, and says why', async () => {
  await ask(stage);
  const { ts } = lastMessage(stage, 'UMENTEE');
  await stage.slack.messageShortcut('UMENTEE', 'save_as_check_in', stage.slack.dmOf('UMENTEE'), ts);
  await stage.settled();
  const form = stage.slack.view('UMENTEE');
  expect(wordsOf(form)).toContain('A bot wrote that');
  expect(wordsOf(form)).not.toContain('Become certified* going?');
  expect(await fillIn(stage, 'UMENTEE', {})).toMatchObject({ errors: { text: aText } });
  await fillIn(stage, 'UMENTEE', { text: 'In my own words' });
  expect(await checkInsOf(stage)).toMatchObject([{ text: 'In my own words', originTs: null }]);
});

it('two people may save the same message, each as their own check-in', async () => {
  const { ts, channel } = await stage.slack.say('UMENTOR', 'We presented it together', {
    channel: 'CELSEWHERE',
  });
  for (const user of ['UMENTEE', 'UMENTOR']) {
    await stage.slack.messageShortcut(user, 'save_as_check_in', channel, ts);
    await stage.settled();
    await fillIn(stage, user, {});
  }
  expect(await checkInsOf(stage, 'UMENTEE')).toHaveLength(1);
  expect(await checkInsOf(stage, 'UMENTOR')).toHaveLength(1);
});

it('nobody answers, snoozes or reads the nudge of another with a forged click', async () => {
  await ask(stage);
  const [nudge] = await nudgeRecords(stage);
  await stage.slack.say('UOTHER', 'hello');
  await stage.settled();
  const { ts } = lastMessage(stage, 'UOTHER');
  const forge = async (action_id: string, value: string) => {
    await stage.slack.clickForged('UOTHER', {
      channel: stage.slack.dmOf('UOTHER'),
      ts,
      action: { action_id, value },
    });
    await stage.settled();
    return wordsOf(stage.slack.ephemerals('UOTHER').at(-1) ?? null);
  };
  expect(await forge('answer_on_track', `${nudge?.id}:0`)).toContain('somebody else');
  expect(await forge('nudge_more', `skip:${nudge?.id}`)).toContain('somebody else');
  expect(await forge('answer_on_track', `${nudge?.id}:99`)).toMatch(/somebody else|not there/);
  expect(await forge('answer_on_track', 'nonsense')).toContain('not there any more');
  expect(await checkInsOf(stage)).toEqual([]);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it('a button of a goal that was dropped since says how things stand, and no answer is lost', async () => {
  const { ts } = await ask(stage);
  await command(stage, 'UMENTEE', '/goal drop 1');
  await fillIn(stage, 'UMENTEE', {});
  await click(stage, 'UMENTEE', 'answer_on_track', { ts }).catch(() => '');
  await say(stage, 'UMENTEE', 'I went for something else');
  expect((await checkInsOf(stage)).at(-1)).toMatchObject({ text: 'I went for something else' });
});

it('who reads an answer can be changed afterwards', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'Between us');
  const [checkIn] = await checkInsOf(stage);
  const at = dm(stage, 'UMENTEE').findLast(({ blocks }) =>
    JSON.stringify(blocks).includes('change_audience'),
  );
  await click(stage, 'UMENTEE', 'change_audience', { ts: at?.ts ?? '', value: `${checkIn?.id}:self` });
  expect(await checkInsOf(stage)).toMatchObject([{ audience: 'self' }]);
  await openHomeOfMentor();
  expect(wordsOf(stage.slack.home('UMENTOR'))).not.toContain('Between us');
});

async function openHomeOfMentor(): Promise<void> {
  await stage.slack.openHome('UMENTOR');
  await stage.settled();
}

it('what a mentor writes on a check-in reaches the mentee in the thread, and it waits no longer', async () => {
  const nudge = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words', { ts: nudge.ts });
  await fillIn(stage, 'UMENTEE', { text: 'Which course is best?', audience: 'mentor' });
  await stage.advance(new Date('2027-02-12T15:05:00Z'));
  await click(stage, 'UMENTOR', 'encourage');
  await fillIn(stage, 'UMENTOR', { text: 'Take the evening one' });
  const answer = lastMessage(stage, 'UMENTEE');
  expect(wordsOf(answer)).toContain('Take the evening one');
  expect(answer.thread_ts).toBe(nudge.ts);
  expect(await checkInsOf(stage)).toMatchObject([{ acknowledgedAt: aDate }]);
});

it('nobody but the mentor may answer a check-in, and the mentor not one that is private', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'Between me and me');
  await stage.database.prisma.checkIn.updateMany({ data: { audience: 'self' } });
  const [checkIn] = await checkInsOf(stage);
  const { ts } = lastMessage(stage, 'UMENTOR');
  await stage.slack.clickForged('UMENTOR', {
    channel: stage.slack.dmOf('UMENTOR'),
    ts,
    action: { action_id: 'encourage', value: checkIn?.id },
  });
  await stage.settled();
  expect(JSON.stringify(stage.slack.view('UMENTOR'))).not.toContain('Between me and me');
  expect(wordsOf(stage.slack.view('UMENTOR'))).toContain('not there any more');
});
