/** A mentor's own question in the mentee's next nudge: theirs to see, one at a time, answered to them alone. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
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
beforeAll(async () => {
  stage = await openTestStage();
  await pair(stage);
  await pair(stage, 'UCOORD');
  await ask(stage);
  await click(stage, 'UMENTEE', 'answer_on_track');
});
afterAll(closeStages);

const last = (user: string) => wordsOf(lastMessage(stage, user));
const put = (text: string, user = 'UMENTOR') => command(stage, user, `/mentor question <@UMENTEE> ${text}`);

/** The newest nudge as it stands now. */
async function nudge() {
  const [newest] = (await nudges(stage)).slice(-1);
  if (!newest) throw new Error('Nothing was asked');
  return { ...newest, words: wordsOf(newest), buttons: JSON.stringify(newest.blocks) };
}

async function undo(user: string): Promise<void> {
  const [offer] = stage.slack
    .ephemerals(user)
    .filter(({ blocks }) => JSON.stringify(blocks).includes('"action_id":"undo"'))
    .slice(-1);
  if (!offer) throw new Error('Nothing can be undone');
  await stage.slack.click(user, { channel: offer.channel, ts: offer.ts, actionId: 'undo' });
  await stage.settled();
}

it('waits for the next nudge, gives way to another, and can be undone or taken back', async () => {
  const before = dm(stage, 'UMENTEE').length;
  expect(await put('What did you <learn> & why?')).toMatch(
    /I will ask <@UMENTEE> in your name, with my next question to them: “What did you &lt;learn&gt; &amp; why\?” That is on \w+day/,
  );
  const home = () => openHome(stage, 'UMENTOR');
  expect(await home()).toContain('With it, your question: “What did you &lt;learn&gt; &amp; why?”');
  expect(await put('Which talk would you like to give?')).toContain('It takes the place of “What did you');
  expect(await home()).not.toContain('What did you');
  await undo('UMENTOR');
  expect(await home()).toContain('With it, your question: “What did you &lt;learn&gt; &amp; why?”');

  expect(await put('x'.repeat(201))).toContain('fits into 200 characters');
  expect(await put('remove')).toContain('I will not put your question to <@UMENTEE>');
  await undo('UMENTOR');
  expect(await home()).toContain('What did you &lt;learn&gt; &amp; why?');
  expect(await put('remove')).toContain('I will not put your question');
  expect(await put('remove')).toContain('No question of yours waits for <@UMENTEE>');
  expect(await command(stage, 'UMENTEE', '/mentor question <@UMENTOR> May I ask you?')).toContain(
    'You are not their mentor just now',
  );
  expect(await home()).not.toContain('With it, your question');
  expect(dm(stage, 'UMENTEE')).toHaveLength(before);
});

it('stands in the nudge as the mentor’s, and the answer by its button reaches that mentor alone, at once', async () => {
  await put('Which talk would you like to give?');
  await put('How is the team?', 'UCOORD');
  const { ts } = await toNextNudge(stage);
  const { words, text } = await nudge();
  expect(words).toContain('<@UMENTOR> asks you:\n> Which talk would you like to give?');
  expect(words).toContain('Only <@UMENTOR> reads what you answer, at once.');
  expect(text).toContain('Which talk would you like to give?');
  // One at a time: the other mentor's waits for the next.
  expect(words).not.toContain('How is the team?');
  expect(await openHome(stage, 'UMENTEE')).toContain('<@UMENTOR> asks you:');

  const before = { mine: await checkInsOf(stage), others: dm(stage, 'UCOORD').length };
  await click(stage, 'UMENTEE', 'reply_to', { ts });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('Which talk would you like to give?');
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('Only <@UMENTOR> reads it, at once.');
  await fillIn(stage, 'UMENTEE', { text: 'The one on <tests>' });
  expect(last('UMENTOR')).toContain(
    '<@UMENTEE> answers your question “Which talk would you like to give?”\n> The one on &lt;tests&gt;',
  );
  expect(dm(stage, 'UCOORD')).toHaveLength(before.others);
  expect(await checkInsOf(stage)).toEqual(before.mine);
  expect((await nudge()).words).toContain('You have answered, thank you.');
  expect((await nudge()).buttons).not.toContain('pass_mentor_question');
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({ state: 'answered', followUpAt: null });

  // The mentor goes on below the answer, and it lands below the question.
  await say(stage, 'UMENTOR', 'I can listen to it first', lastMessage(stage, 'UMENTOR').ts);
  expect(last('UMENTEE')).toContain('<@UMENTOR> replies:\n> I can listen to it first');
  expect(lastMessage(stage, 'UMENTEE').thread_ts).toBe(ts);
});

it('what is typed while a goal is open too is asked about, and goes to the mentor by a tap that names them', async () => {
  await toNextNudge(stage);
  expect((await nudge()).words).toContain('<@UCOORD> asks you:\n> How is the team?');
  expect((await nudge()).words).not.toContain('Which talk');
  const before = { mine: await checkInsOf(stage), mentor: dm(stage, 'UMENTOR').length };
  const typed = await say(stage, 'UMENTEE', 'Kind & quick');
  // Until it is said what it is about, it is its author's alone: it may be for one of two mentors.
  for (const user of ['UMENTOR', 'UCOORD']) {
    expect(dm(stage, user).map(wordsOf).join() + (await openHome(stage, user))).not.toContain('Kind');
  }
  const [receipt] = (await said(stage, 'UMENTEE', 'which_goal')).slice(-1);
  expect(JSON.stringify(receipt?.blocks)).toContain('It answers');
  await click(stage, 'UMENTEE', 'answer_mentor');
  expect(last('UCOORD')).toContain('<@UMENTEE> answers your question “How is the team?”\n> Kind &amp; quick');
  expect(dm(stage, 'UMENTOR')).toHaveLength(before.mentor);
  expect(await checkInsOf(stage)).toEqual(before.mine);
  expect(wordsOf((await said(stage, 'UMENTEE', 'which_goal')).at(-1) ?? null)).toContain('Sent to <@UCOORD>');

  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), typed, 'Kind and slow');
  await stage.settled();
  expect(last('UCOORD')).toContain(
    'answers your question (changed since) “How is the team?”\n> Kind and slow',
  );

  // Filed, it is read by those whom the nudge named, and by nobody who came since.
  await put('Still kind?', 'UCOORD');
  await toNextNudge(stage);
  await say(stage, 'UMENTEE', 'Page ten');
  expect((await checkInsOf(stage)).at(-1)).toMatchObject({
    state: 'draft',
    audience: 'self',
    sharedWith: [],
  });
  const { id: goalId } = await stage.database.prisma.goal.findFirstOrThrow();
  const draft = (await checkInsOf(stage)).at(-1)?.id ?? '';
  await pair(stage, 'UMENTOR2');
  await click(stage, 'UMENTEE', 'choose_goal', { value: `${draft}:${goalId}` });
  const [filed] = (await checkInsOf(stage)).slice(-1);
  expect(filed).toMatchObject({ text: 'Page ten', state: 'recorded', audience: 'mentor' });
  expect(filed?.sharedWith).toHaveLength(2);
  await click(stage, 'UMENTEE', 'pass_mentor_question');
  await toNextNudge(stage);

  // Now the goal alone is open: what is typed is about it.
  await say(stage, 'UMENTEE', 'Read two chapters');
  expect((await checkInsOf(stage)).at(-1)).toMatchObject({ text: 'Read two chapters', audience: 'mentor' });
});

it('what is typed while nothing but the mentor’s question is open answers it', async () => {
  await put('What would help?');
  const asked = await toNextNudge(stage);
  // Whatever is asked about the goal is met with the tap that it has.
  const tap = (await nudge()).buttons.includes('"pass_question"') ? 'pass_question' : 'answer_on_track';
  await click(stage, 'UMENTEE', tap, { ts: asked.ts });
  expect(await openHome(stage, 'UMENTEE')).toContain('<@UMENTOR> asks you:');
  const before = await checkInsOf(stage);
  await say(stage, 'UMENTEE', 'An hour of quiet');
  expect(last('UMENTOR')).toContain('answers your question “What would help?”\n> An hour of quiet');
  expect(last('UMENTEE')).toContain('Sent to <@UMENTOR>');
  expect(await checkInsOf(stage)).toEqual(before);
  await say(stage, 'UMENTEE', 'And tea');
  expect(last('UMENTEE')).toContain('No question is open just now');
});

it('by the form, too; it is let go by without a word, and is not asked again', async () => {
  await stage.slack.openHome('UMENTOR');
  await stage.settled();
  const { id: mentorshipId } = await stage.database.prisma.mentorship.findFirstOrThrow({
    where: { mentor: { slackUserId: 'UMENTOR' } },
  });
  await click(stage, 'UMENTOR', 'reply_to');
  expect(JSON.stringify(stage.slack.view('UMENTOR'))).not.toContain('radio_buttons');
  await stage.slack.clickForged('UMENTOR', {
    channel: stage.slack.dmOf('UMENTOR'),
    ts: lastMessage(stage, 'UMENTOR').ts,
    action: { action_id: 'write_to', value: mentorshipId },
  });
  await stage.settled();
  expect(JSON.stringify(stage.slack.view('UMENTOR'))).toContain('radio_buttons');
  await fillIn(stage, 'UMENTOR', { text: 'Any fear left?', when: 'next' });
  await toNextNudge(stage);
  expect((await nudge()).words).toContain('> Any fear left?');
  const heard = dm(stage, 'UMENTOR').length;
  await click(stage, 'UMENTEE', 'pass_mentor_question');
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({ state: 'sent' });
  expect((await nudge()).buttons).not.toContain('pass_mentor_question');
  expect(dm(stage, 'UMENTOR')).toHaveLength(heard);
  await toNextNudge(stage);
  expect((await nudge()).words).not.toContain('Any fear left?');
});

it('is kept while nobody is asked, and is not put by whoever is no mentor of theirs any more', async () => {
  await put('How was the holiday?');
  await command(stage, 'UMENTEE', '/nudge away this week and next week');
  await pass(stage, 10 * DAY);
  await toNextNudge(stage);
  expect((await nudge()).words).toContain('> How was the holiday?');
  await command(stage, 'UMENTEE', '/nudge snooze tomorrow');
  expect((await nudge()).words).not.toContain('> How was the holiday?');
  await toNextNudge(stage);
  expect((await nudge()).words).toContain('> How was the holiday?');

  // Quiet hours put it off with its nudge; do-not-disturb at the moment of asking gives it to the next.
  await command(stage, 'UMENTEE', '/nudge quiet 8:00 to 10:00');
  await put('What was kind?');
  await toNextNudge(stage);
  expect((await nudge()).words).toContain('> What was kind?');
  await click(stage, 'UMENTEE', 'pass_mentor_question');
  await say(stage, 'UMENTEE', 'Rested well');
  await command(stage, 'UMENTEE', '/nudge quiet off');
  await put('What was new?');
  const from = stage.clock.now();
  stage.slack.setDnd('UMENTEE', {
    enabled: true,
    nextStart: from,
    nextEnd: new Date(from.getTime() + 9 * DAY),
  });
  await toNextNudge(stage);
  expect((await nudgeRecords(stage)).at(-2)).toMatchObject({ state: 'held', reason: 'do_not_disturb' });
  expect((await nudge()).words).toContain('> What was new?');

  await put('Shall we go on?');
  await command(stage, 'UMENTOR', '/mentor leave <@UMENTEE>');
  expect((await nudge()).words).not.toContain('How was the holiday?');
  await toNextNudge(stage);
  expect((await nudge()).words).not.toContain('Shall we go on?');
});
