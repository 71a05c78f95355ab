import {
  aDate,
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  dm,
  HOUR,
  memberOf,
  nudgeRecords,
  openTestStage,
  pair,
  say,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** Who may do what: coordinators, apps, accounts that come back, channels that others read. */

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage({
    mayFail: true,
    populate: (slack) =>
      slack.addChannel({
        id: 'CSHARED',
        name: 'shared',
        isShared: true,
        members: [slack.bot.userId, 'UCOORD', 'UMENTOR'],
      }),
  });
  await pair(stage);
});
afterEach(async () => {
  const { errors } = stage;
  await closeStages();
  expect(errors).toEqual([]);
});

it('a question for the whole program is a coordinator’s to bring', async () => {
  const words = 'What did you learn from somebody else this week?';
  for (const user of ['UMENTOR', 'UMENTEE', 'UOTHER']) {
    expect(await command(stage, user, `/mentor question ${words}`)).toMatch(/coordinator/i);
  }
  expect(await stage.database.prisma.ownQuestion.count()).toBe(0);
  expect(await command(stage, 'UCOORD', `/mentor question ${words}`)).toContain(words);
  expect(await stage.database.prisma.ownQuestion.count()).toBe(1);
});

it('a program’s question is asked of those in the program, and of nobody else', async () => {
  for (const user of ['UMENTEE', 'UOTHER']) await command(stage, user, '/goal add Read more poems');
  await command(stage, 'UCOORD', '/mentor question Whom did you help?');
  for (let week = 0; week < 4; week += 1) {
    for (const user of ['UMENTEE', 'UOTHER']) await command(stage, user, '/nudge now');
    await stage.advance(new Date(stage.clock.now().getTime() + 7 * 24 * 60 * 60 * 1000));
  }
  const asked = async (slackUserId: string) =>
    (
      await stage.database.prisma.nudgeQuestion.findMany({ where: { nudge: { member: { slackUserId } } } })
    ).map(({ question }) => question);
  expect((await asked('UOTHER')).length).toBeGreaterThan(0);
  expect((await asked('UOTHER')).filter((question) => question.startsWith('own:'))).toEqual([]);
  expect((await asked('UMENTEE')).filter((question) => question.startsWith('own:'))).not.toEqual([]);
});

it('own questions are one’s own: nobody else lists or removes them', async () => {
  await command(stage, 'UOTHER', '/nudge question What would make me proud?');
  expect(await command(stage, 'UMENTEE', '/nudge question')).not.toContain('proud');
  await command(stage, 'UCOORD', '/mentor question Whom did you help?');
  expect(await command(stage, 'UMENTEE', '/nudge question')).not.toMatch(/proud|Whom did you help/);
  await command(stage, 'UMENTEE', '/nudge question remove 1');
  expect(await stage.database.prisma.ownQuestion.count()).toBe(2);
  expect(await command(stage, 'UOTHER', '/nudge question')).toContain('What would make me proud?');
});

it('no digest goes to a channel that another company reads too', async () => {
  expect(await command(stage, 'UCOORD', '/mentor digest #shared')).toMatch(/cannot post|shared/);
  expect(await stage.database.prisma.program.findFirstOrThrow()).toMatchObject({ digestChannelId: null });
  expect(await command(stage, 'UCOORD', '/mentor digest #mentors')).toContain('<#CMENTORS>');
});

it('the bot greets a channel when it joins it itself, and not when others do', async () => {
  const said = (channel: string) => stage.slack.messages({ channel }).length;
  const before = said('CMENTORS');
  await stage.slack.joinChannel('CMENTORS', 'UOTHER');
  await stage.settled();
  expect(said('CMENTORS')).toBe(before);
  const elsewhere = said('CELSEWHERE');
  await stage.slack.joinChannel('CELSEWHERE', stage.slack.bot.userId);
  await stage.settled();
  expect(said('CELSEWHERE')).toBe(elsewhere + 1);
});

it('what an app says in the DM, and what people say in a channel, is no word for the bot', async () => {
  await ask(stage);
  const before = dm(stage, 'UMENTEE').length;
  const event = {
    type: 'message',
    channel: stage.slack.dmOf('UMENTEE'),
    channel_type: 'im',
    user: 'UMENTEE',
    ts: '1801500000.000100',
    event_ts: '1801500000.000100',
    text: 'Posted by an app in the name of Mina',
  };
  const deliver = async (eventId: string, message: object) => {
    await stage.bot.bolt.processEvent({
      ack: () => Promise.resolve(),
      body: { type: 'event_callback', event_id: eventId, team_id: stage.slack.team.id, event: message },
    });
    await stage.settled();
  };
  await deliver('EvApp', { ...event, bot_id: 'BOTHER' });
  await deliver('EvChannel', { ...event, channel: 'CELSEWHERE', channel_type: 'channel' });
  expect(await checkInsOf(stage)).toEqual([]);
  expect(dm(stage, 'UMENTEE')).toHaveLength(before);
  await deliver('EvPerson', event);
  expect(await checkInsOf(stage)).toHaveLength(1);
});

it('somebody whose account was closed and opened again is met anew, and written to', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  const due = await stage.nextDue();
  if (!due) throw new Error('Nothing is due');
  await stage.advance(new Date(due.getTime() - HOUR));
  stage.slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'user_disabled' });
  await stage.advance(due);
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ goneAt: aDate });
  await say(stage, 'UMENTEE', 'I am back');
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ goneAt: null });
  await command(stage, 'UMENTEE', '/nudge now');
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({ state: 'sent' });
});

it('a mentor, a mentee and a stranger cannot change who reads the answer of another', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'Between my mentor and me');
  const [checkIn] = await checkInsOf(stage);
  for (const user of ['UMENTOR', 'UOTHER']) {
    const { ts } = await stage.slack.say(user, '', { files: [{ id: 'F1', name: 'a.pdf' }] });
    await stage.settled();
    await stage.slack.clickForged(user, {
      channel: stage.slack.dmOf(user),
      ts,
      action: { action_id: 'change_audience', value: `${checkIn?.id}:program` },
    });
    await stage.settled();
    expect(wordsOf(stage.slack.ephemerals(user).at(-1) ?? null)).toContain('somebody else');
  }
  expect(await checkInsOf(stage)).toMatchObject([{ audience: 'mentor' }]);
});

it('words that are a check-in already are not let go of as if they were a draft', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'Passed the mock exam');
  const [checkIn] = await checkInsOf(stage);
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts: dm(stage, 'UMENTEE').at(-1)?.ts ?? '',
    action: { action_id: 'let_go_draft', value: checkIn?.id },
  });
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([{ text: 'Passed the mock exam', state: 'recorded' }]);
});

it('a question that was answered is not put off any more', async () => {
  const { ts } = await ask(stage);
  const [nudge] = await nudgeRecords(stage);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts });
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts,
    action: { action_id: 'nudge_more', value: `snooze_tomorrow:${nudge?.id}` },
  });
  await stage.settled();
  expect(await nudgeRecords(stage)).toMatchObject([{ id: nudge?.id, state: 'answered' }]);
});
