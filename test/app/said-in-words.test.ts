/** What people write to the bot in their own words, and what becomes of it when they change it. */

import {
  aDate,
  ask,
  checkInsOf,
  click,
  closeStages,
  DAY,
  dm,
  lastMessage,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  said,
  say,
  toNextNudge,
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

it('words in the DM, and words in the thread, answer the open nudge', async () => {
  const { ts } = await ask(stage);
  await say(stage, 'UMENTEE', 'Passed the mock exam');
  await say(stage, 'UMENTEE', 'and booked the real one', ts);
  const [first, second] = await checkInsOf(stage);
  expect(first).toMatchObject({ text: 'Passed the mock exam', nudgeId: (await nudgeRecords(stage))[0]?.id });
  expect(second).toMatchObject({ text: 'and booked the real one', goalId: first?.goalId });
  expect(await said(stage, 'UMENTEE', 'recorded')).toHaveLength(2);
  expect(await shownNow()).toMatch(/mock exam|booked the real one/);
});

it('with several goals open the words are kept, and one tap says which goal they are about', async () => {
  await ask(stage, 'UMENTEE', ['Become certified', 'Present at a meeting']);
  await say(stage, 'UMENTEE', 'Sent the abstract');
  const [kept] = await checkInsOf(stage);
  expect(kept).toMatchObject({ text: 'Sent the abstract', goalId: null });
  const [question] = await said(stage, 'UMENTEE', 'which_goal');
  expect(wordsOf(question ?? null)).toContain('Sent the abstract');
  const goals = await stage.store.goals.ofMembers([(await memberOf(stage, 'UMENTEE')).id]);
  const { ts } = question ?? { ts: '' };
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts,
    action: { action_id: 'choose_goal', value: `${kept?.id}:${goals[1]?.id}` },
  });
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([{ goalId: goals[1]?.id, text: 'Sent the abstract' }]);
  expect(wordsOf((await said(stage, 'UMENTEE', 'which_goal'))[0] ?? null)).toContain('Present at a meeting');
});

it('an edit edits the check-in, a deletion deletes it, and the receipts say so', async () => {
  await ask(stage);
  const ts = await say(stage, 'UMENTEE', 'Passed the mock exm');
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, 'Passed the mock exam');
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([{ text: 'Passed the mock exam', editedAt: aDate }]);
  expect(await shownNow()).toContain('Passed the mock exam');

  await stage.slack.delete('UMENTEE', stage.slack.dmOf('UMENTEE'), ts);
  await stage.settled();
  expect(await checkInsOf(stage)).toEqual([]);
  expect(await shownNow()).not.toContain('mock exam');
  expect(dm(stage, 'UMENTEE').map(wordsOf).join('\n')).not.toContain('mock exam');
});

it('an edit that leaves nothing of the words erases them, though a file stays', async () => {
  await ask(stage);
  const ts = await say(stage, 'UMENTEE', 'Passed the mock exam');
  // The local Slack keeps no message without words; Slack does where a file hangs on it.
  await stage.bot.bolt.processEvent({
    ack: () => Promise.resolve(),
    body: {
      type: 'event_callback',
      event_id: 'EvEmptied',
      team_id: stage.slack.team.id,
      event: {
        type: 'message',
        subtype: 'message_changed',
        channel: stage.slack.dmOf('UMENTEE'),
        channel_type: 'im',
        ts,
        message: { type: 'message', user: 'UMENTEE', ts, text: '', files: [{ id: 'F1' }] },
      },
    },
  });
  await stage.settled();
  expect(await checkInsOf(stage)).toEqual([]);
  expect(wordsOf((await said(stage, 'UMENTEE', 'recorded'))[0] ?? null)).not.toContain('mock exam');
});

it('signs that no database keeps are left out, and what names no kind of channel is known by the channel', async () => {
  await ask(stage);
  const channel = stage.slack.dmOf('UMENTEE');
  const ts = '1802099000.000100';
  const deliver = async (event_id: string, event: object) => {
    const body = { type: 'event_callback', event_id, team_id: stage.slack.team.id, event };
    await stage.bot.bolt.processEvent({ ack: () => Promise.resolve(), body });
    await stage.settled();
    return (await checkInsOf(stage)).map(({ text }) => text);
  };
  const message = { type: 'message', channel, user: 'UMENTEE', ts };
  expect(await deliver('EvNul', { ...message, channel_type: 'im', text: 'Pas\0sed' })).toEqual(['Passed']);
  const edited = {
    type: 'message',
    subtype: 'message_changed',
    channel,
    ts,
    message: { ...message, text: 'Twice' },
  };
  expect(await deliver('EvEdited', edited)).toEqual(['Twice']);
  const deleted = { type: 'message', subtype: 'message_deleted', channel, ts, deleted_ts: ts };
  expect(await deliver('EvDeleted', deleted)).toEqual([]);
});

it('an edit or a deletion that overtakes its message is honoured all the same', async () => {
  await ask(stage);
  const channel = stage.slack.dmOf('UMENTEE');
  stage.slack.arm({ kind: 'out_of_order' });
  const first = await stage.slack.say('UMENTEE', 'Passed the mock exm');
  await stage.slack.edit('UMENTEE', channel, first.ts, 'Passed the mock exam');
  await stage.settled();
  expect((await checkInsOf(stage)).map(({ text }) => text)).toEqual(['Passed the mock exam']);

  stage.slack.arm({ kind: 'out_of_order' });
  const second = await stage.slack.say('UMENTEE', 'Not for anyone');
  await stage.slack.delete('UMENTEE', channel, second.ts);
  await stage.settled();
  expect((await checkInsOf(stage)).map(({ text }) => text)).toEqual(['Passed the mock exam']);
});

it('a deletion at the very moment of its message leaves nothing behind', async () => {
  await ask(stage);
  const channel = stage.slack.dmOf('UMENTEE');
  for (let times = 0; times < 12; times += 1) {
    const { ts } = await stage.slack.say('UMENTEE', 'Not for anyone');
    await stage.slack.delete('UMENTEE', channel, ts);
  }
  await stage.settled();
  expect(await checkInsOf(stage)).toEqual([]);
});

it('an event that Slack delivers five times is taken in once', async () => {
  await ask(stage);
  stage.slack.arm({ kind: 'duplicate_event', times: 4 });
  const ts = await say(stage, 'UMENTEE', 'Passed the mock exam');
  expect(await checkInsOf(stage)).toHaveLength(1);
  expect(await said(stage, 'UMENTEE', 'recorded')).toHaveLength(1);
  stage.slack.arm({ kind: 'duplicate_event', times: 4 });
  await stage.slack.delete('UMENTEE', stage.slack.dmOf('UMENTEE'), ts);
  await stage.settled();
  expect(await checkInsOf(stage)).toEqual([]);
});

it('with nothing open the words are a draft: a tap saves it, another lets it go', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await say(stage, 'UMENTEE', 'Found a study group');
  expect(await checkInsOf(stage)).toMatchObject([{ state: 'draft', audience: 'self' }]);
  const goals = await stage.store.goals.ofMembers([(await memberOf(stage, 'UMENTEE')).id]);
  const [offer] = await said(stage, 'UMENTEE', 'nothing_open');
  expect(JSON.stringify(offer?.blocks)).toContain('choose_goal');
  expect(wordsOf(offer ?? null)).toContain('If you keep it, <@UMENTOR> will read it.');
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts: offer?.ts ?? '',
    action: { action_id: 'choose_goal', value: `${(await checkInsOf(stage))[0]?.id}:${goals[0]?.id}` },
  });
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([
    { state: 'recorded', audience: 'mentor', goalId: goals[0]?.id },
  ]);
  expect(wordsOf((await said(stage, 'UMENTEE', 'nothing_open'))[0] ?? null)).toContain(
    '<@UMENTOR> can read it.',
  );

  await say(stage, 'UMENTEE', 'Never mind');
  await click(stage, 'UMENTEE', 'let_go_draft');
  expect((await checkInsOf(stage)).map(({ text }) => text)).toEqual(['Found a study group']);
});

it('a file without words is answered with words', async () => {
  await ask(stage);
  await stage.slack.say('UMENTEE', '', { files: [{ id: 'F1', name: 'certificate.pdf' }] });
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'file_only')).toHaveLength(1);
  expect(await checkInsOf(stage)).toEqual([]);
});

it('a reply in the thread of an older nudge is filed there, and late answers count', async () => {
  const old = await ask(stage);
  await toNextNudge(stage);
  const [first, second] = await nudgeRecords(stage);
  expect([first?.state, second?.state]).toEqual(['expired', 'sent']);
  await say(stage, 'UMENTEE', 'A late word', old.ts);
  expect(await checkInsOf(stage)).toMatchObject([{ text: 'A late word', nudgeId: first?.id }]);
  expect((await nudgeRecords(stage)).map(({ state }) => state)).toEqual(['answered', 'sent']);
});

it('a text of 10,000 characters in the DM is not lost', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', `${'Lorem ipsum '.repeat(850)}the end`);
  const kept = await checkInsOf(stage);
  const answer = wordsOf(lastMessage(stage, 'UMENTEE'));
  expect(kept.length === 1 || answer.includes('shorten')).toBe(true);
  await stage.advance(new Date(stage.clock.now().getTime() + 7 * DAY));
});
