import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  DAY,
  HOUR,
  lastMessage,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  fillIn,
  openTestStage,
  pair,
  pass,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** Who is asked about what, when, and what a lost answer of Slack's changes: nothing for the person. */

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

describe('a nudge whose send Slack never answered', () => {
  /** It is on the screen of the person, and in `sending` here. */
  async function lose(): Promise<string> {
    const { ts } = await ask(stage);
    await stage.database.prisma.nudge.updateMany({ data: { state: 'sending', sentAt: null } });
    await stage.database.prisma.message.updateMany({
      where: { kind: 'nudge' },
      data: {
        state: 'sending',
        channel: null,
        ts: null,
        sentAt: null,
        sendingSince: null,
        tryAt: stage.clock.now(),
      },
    });
    return ts;
  }

  /** The queue tries again, looks before it speaks, and finds it. */
  async function foundAgain(): Promise<void> {
    await stage.bot.idle();
    await stage.store.messages.takeUpAgain();
    await stage.settled();
    expect(await nudges(stage)).toHaveLength(1);
  }

  it('takes a tap, which proves that it arrived, and shows it', async () => {
    const ts = await lose();
    await click(stage, 'UMENTEE', 'answer_on_track', { ts });
    expect(await checkInsOf(stage)).toMatchObject([{ status: 'on_track', state: 'recorded' }]);
    expect(await nudgeRecords(stage)).toMatchObject([{ state: 'answered' }]);
    expect(wordsOf((await nudges(stage))[0] ?? null)).toContain('You said');
  });

  it('takes words in its thread as its answer', async () => {
    const ts = await lose();
    await say(stage, 'UMENTEE', 'Two chapters read', ts);
    expect(await checkInsOf(stage)).toMatchObject([{ text: 'Two chapters read', state: 'recorded' }]);
    expect(await nudges(stage)).toHaveLength(1);
  });

  it('takes words in the DM as its answer', async () => {
    await lose();
    await stage.slack.say('UMENTEE', 'Two chapters read');
    await foundAgain();
    expect(await checkInsOf(stage)).toMatchObject([{ text: 'Two chapters read', state: 'recorded' }]);
  });

  it.each(['snooze_tomorrow', 'skip'])('may be put off: %s', async (choice) => {
    const ts = await lose();
    const [nudge] = await nudgeRecords(stage);
    await click(stage, 'UMENTEE', 'nudge_more', { ts, value: `${choice}:${nudge?.id}` });
    if (choice === 'skip') await fillIn(stage, 'UMENTEE', {});
    expect((await nudgeRecords(stage))[0]).toMatchObject({ state: 'skipped' });
  });

  it('may be skipped by a command', async () => {
    await lose();
    await stage.slack.command('UMENTEE', '/nudge', 'skip');
    await foundAgain();
    expect(await nudgeRecords(stage)).toMatchObject([{ state: 'skipped' }]);
  });

  it('leaves words in the thread of something else a draft', async () => {
    const own = await say(stage, 'UMENTEE', 'A word of my own');
    await lose();
    await say(stage, 'UMENTEE', 'and another', own);
    expect((await checkInsOf(stage)).at(-1)).toMatchObject({ text: 'and another', state: 'draft' });
  });
});

describe('of more goals than one message holds', () => {
  /** The numbers of the goals that are asked about next. */
  async function asked(others: number) {
    expect(wordsOf(await toNextNudge(stage))).toContain(`And ${others} others, not this time.`);
    const nudge = await stage.database.prisma.nudge.findFirstOrThrow({
      orderBy: { dueAt: 'desc' },
      include: { questions: { orderBy: { position: 'asc' }, include: { goal: true } } },
    });
    return nudge.questions.flatMap(({ goal }) => goal?.number ?? []);
  }

  /** So that no silence is sorted. */
  const answer = () => say(stage, 'UMENTEE', 'It goes');

  it('three have their turn, and one that was stuck comes sooner', async () => {
    await logGoals(
      stage,
      'UMENTEE',
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Goal number ${number}`),
    );
    expect(await asked(5)).toEqual([1, 2, 3]);
    const [nudge] = await nudgeRecords(stage);
    await click(stage, 'UMENTEE', 'answer_stuck', { value: `${nudge?.id}:0` });
    expect(await asked(5)).toEqual([1, 4, 5]);
    // One set meanwhile was not passed over.
    await logGoals(stage, 'UMENTEE', ['Goal number 9']);
    await answer();
    expect(wordsOf((await nudges(stage)).at(-1) ?? null)).toContain('And 5 others');
    await command(stage, 'UMENTEE', '/goal drop 9');
    await fillIn(stage, 'UMENTEE', {});
    expect(await asked(5)).toEqual([1, 6, 7]);
    await answer();
    expect(await asked(5)).toEqual([1, 2, 8]);
  });

  it('none is forgotten, though the turn is longer than the words of a question are looked back for', async () => {
    await logGoals(stage, 'UMENTEE', ['Goal number 1']);
    const first = await stage.database.prisma.goal.findFirstOrThrow();
    const { id: _id, ...goal } = first;
    await stage.database.prisma.goal.createMany({
      data: Array.from({ length: 39 }, (_, index) => ({ ...goal, number: index + 2 })),
    });
    const turns: number[] = [];
    for (let week = 0; week < 14; week += 1) {
      turns.push(...(await asked(37)));
      await answer();
    }
    expect(turns).toEqual([...Array.from({ length: 39 }, (_, index) => index + 1), 1, 2, 40]);
  });
});

it('no question comes again before three others were asked', async () => {
  // Longer than the bank has questions for whoever has no goal, and than anybody looks back.
  const WEEKS = 17;
  for (let week = 0; week < WEEKS; week += 1) {
    await toNextNudge(stage);
    // Answered, so that no rhythm is halved.
    await say(stage, 'UMENTEE', `Week ${week}`);
  }
  const asked = await stage.database.prisma.nudgeQuestion.findMany({
    where: { nudge: { state: 'answered' } },
    orderBy: { nudge: { dueAt: 'asc' } },
  });
  expect(asked).toHaveLength(WEEKS);
  const questions = asked.map(({ question }) => question);
  for (const [week, question] of questions.entries())
    expect(questions.slice(Math.max(0, week - 3), week)).not.toContain(question);
});

it('a rhythm inside quiet hours that meets silence is sorted, and then halved', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/nudge quiet 8:00 to 17:00');
  await pass(stage, 36 * DAY);
  expect(await said(stage, 'UMENTEE', 'silence')).toHaveLength(1);
  expect(await rhythm()).toContain('INTERVAL=2');
});

it('a rhythm inside do-not-disturb that meets silence is sorted, and then halved', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  // Every Monday from half past eight to ten, where the question is due at nine.
  for (let week = 0; week < 6; week += 1) {
    const due = await stage.nextDue();
    if (due === null) break;
    stage.slack.setDnd('UMENTEE', {
      enabled: true,
      nextStart: new Date(due.getTime() - HOUR / 2),
      nextEnd: new Date(due.getTime() + HOUR),
    });
    await pass(stage, due.getTime() - stage.clock.now().getTime() + DAY);
  }
  expect(await said(stage, 'UMENTEE', 'silence')).toHaveLength(1);
  expect(await rhythm()).toContain('INTERVAL=2');
});

async function rhythm(): Promise<string | undefined> {
  const { id } = await memberOf(stage, 'UMENTEE');
  return (await stage.store.cadences.ofMember(id, 'nudge'))?.rule;
}

it('"I’m busy" waits as it says, when the form is closed without a day', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await pass(stage, 22 * DAY);
  const [silence] = await said(stage, 'UMENTEE', 'silence');
  await click(stage, 'UMENTEE', 'silence_busy', { ts: silence?.ts ?? '' });
  await stage.slack.closeView('UMENTEE');
  const before = (await nudges(stage)).length;
  await pass(stage, 60 * DAY);
  expect(await nudges(stage)).toHaveLength(before);
  expect(await command(stage, 'UMENTEE', '/nudge next')).toMatch(/paus/i);
  await command(stage, 'UMENTEE', '/nudge resume');
  await pass(stage, 8 * DAY);
  expect((await nudges(stage)).length).toBeGreaterThan(before);
});

it('a goal that was reopened and reached again may be congratulated on again, and each time once', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  for (const time of [1, 2]) {
    await command(stage, 'UMENTEE', '/goal done 1');
    await pass(stage, HOUR);
    const { ts } = (await said(stage, 'UMENTOR', 'goal_news')).at(-1) ?? { ts: '' };
    await click(stage, 'UMENTOR', 'congratulate', { ts });
    const [goal] = await stage.database.prisma.goal.findMany();
    await stage.slack.clickForged('UMENTOR', {
      channel: stage.slack.dmOf('UMENTOR'),
      ts,
      action: { action_id: 'congratulate', value: goal?.id },
    });
    await stage.settled();
    expect(await said(stage, 'UMENTEE', 'congratulation')).toHaveLength(time);
    await command(stage, 'UMENTEE', '/goal reopen 1');
    await pass(stage, HOUR);
  }
  expect(wordsOf(lastMessage(stage, 'UMENTEE'))).toContain('congratulates');
});
