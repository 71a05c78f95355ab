import {
  ask,
  click,
  closeStages,
  command,
  DAY,
  dm,
  fillIn,
  HOUR,
  memberOf,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  pass,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** Days and weeks as the person counts them, and what is over stays over. */

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const until = (iso: string) => stage.advance(new Date(iso));

it('a pause until Monday ends on Monday morning: that day’s question is asked, the one of the day before is not', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  await command(stage, 'UMENTEE', '/nudge daily at 9:00');
  await command(stage, 'UMENTEE', '/nudge days every day');
  await command(stage, 'UMENTEE', '/nudge budget 7');
  await command(stage, 'UMENTEE', '/nudge pause until 8 February');
  await until('2027-02-08T14:59:00Z');
  expect(await nudges(stage)).toEqual([]);
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({ state: 'held', reason: 'paused' });
  await until('2027-02-08T15:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
});

it('the weekly budget is counted from the person’s own Monday, and begins anew each week', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  await command(stage, 'UMENTEE', '/nudge days every day');
  await command(stage, 'UMENTEE', '/nudge daily at 9:00');
  await command(stage, 'UMENTEE', '/nudge budget 2');
  await until('2027-02-15T05:00:00Z');
  const asked = (await nudgeRecords(stage)).filter(({ state }) => state !== 'held');
  expect(asked.map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual([
    // Today's is past: Tuesday and Wednesday; then Monday and Tuesday.
    '2027-02-02',
    '2027-02-03',
    '2027-02-08',
    '2027-02-09',
  ]);
});

it('what was held is not counted in the budget', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  await command(stage, 'UMENTEE', '/nudge daily at 9:00');
  await command(stage, 'UMENTEE', '/nudge budget 2');
  await command(stage, 'UMENTEE', '/nudge away 8 February to 8 February');
  await until('2027-02-12T05:00:00Z');
  const inThatWeek = (await nudgeRecords(stage)).filter(({ dueAt }) => dueAt.toISOString() > '2027-02-08');
  expect(inThatWeek.map(({ state, reason }) => reason ?? state)).toEqual([
    'away',
    'expired',
    'sent',
    'over_budget',
  ]);
});

it('whoever was asked and said nothing was quiet; whoever was not asked was not', async () => {
  const digest = async () => wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null);
  await command(stage, 'UMENTEE', '/goal add Become certified');
  // A goal for oneself is no news.
  await stage.database.prisma.goal.updateMany({ data: { audience: 'self' } });
  await until('2027-02-05T15:00:00Z');
  expect(await digest()).toContain('Not asked this time: <@UMENTEE>');
  await until('2027-02-12T15:00:00Z');
  expect(await digest()).toContain('*<@UMENTEE>* · asked once, nothing shared with you');
  await command(stage, 'UMENTEE', '/nudge days Tuesday to Friday');
  await until('2027-02-19T15:00:00Z');
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({ state: 'held', reason: 'not_a_working_day' });
  expect(await digest()).toContain('Not asked this time: <@UMENTEE>');
});

it('whoever paused after being asked is not reminded of the question', async () => {
  await ask(stage);
  const before = wordsOf((await nudges(stage))[0] ?? null);
  await pass(stage, 60_000);
  await command(stage, 'UMENTEE', '/nudge pause');
  await until('2027-02-12T12:00:00Z');
  expect(wordsOf((await nudges(stage))[0] ?? null)).toBe(before);
  expect(await nudgeRecords(stage)).toMatchObject([{ followedUpAt: null, followUpAt: null }]);
});

it('whoever stopped, or went away, after being asked is not reminded either', async () => {
  for (const way of ['/nudge away 10 February to 12 February', '/nudge stop']) {
    const asked = await toNextNudge(stage);
    const shown = () => wordsOf(dm(stage, 'UMENTEE').find(({ ts }) => ts === asked.ts) ?? null);
    const before = shown();
    await command(stage, 'UMENTEE', way);
    await pass(stage, 4 * DAY);
    expect(shown()).toBe(before);
  }
  expect((await nudgeRecords(stage)).map(({ followedUpAt }) => followedUpAt)).toEqual([null, null]);
});

it.each(['answered', 'skipped', 'void'] as const)(
  'that a message arrived is found out late, and its question stays %s',
  async (state) => {
    await ask(stage);
    const { prisma } = stage.database;
    const message = await prisma.message.findFirstOrThrow({ where: { kind: 'nudge' } });
    // As a power cut left it: spoken, and nothing written down of it; meanwhile the question was settled.
    await prisma.message.updateMany({
      where: { id: message.id },
      data: { state: 'sending', ts: null, channel: null, sentAt: null },
    });
    await prisma.nudge.updateMany({ data: { state } });
    await stage.store.enqueue([
      { do: 'deliver', workspaceId: message.workspaceId, lane: message.id, messageId: message.id },
    ]);
    await stage.settled();
    expect(await prisma.message.findFirstOrThrow({ where: { kind: 'nudge' } })).toMatchObject({
      state: 'sent',
    });
    expect(await nudgeRecords(stage)).toMatchObject([{ state }]);
  },
);

it('whoever pauses between planning and sending is not asked', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  const due = await stage.nextDue();
  if (!due) throw new Error('Nothing is due');
  stage.jump(due);
  await stage.bot.sweep();
  const { id } = await memberOf(stage, 'UMENTEE');
  await stage.store.members.change(id, { pausedAt: due });
  await stage.settled();
  expect(await nudges(stage)).toEqual([]);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'held', reason: 'paused' }]);
});

it('a question put off to within two hours of the next is asked with it', async () => {
  await ask(stage);
  await command(stage, 'UMENTEE', '/nudge snooze next Monday at 7:30');
  await until('2027-02-15T14:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
  await until('2027-02-15T15:00:00Z');
  expect(await nudges(stage)).toHaveLength(2);
  expect((await nudgeRecords(stage)).map(({ reason }) => reason)).toContain('folded');
});

it('a digest that is thirteen hours late tells nobody anything new', async () => {
  stage.jump(new Date('2027-02-06T04:00:00Z'));
  await stage.bot.sweep();
  await stage.settled();
  expect(await said(stage, 'UMENTOR', 'digest')).toEqual([]);
  await until('2027-02-12T15:00:00Z');
  expect(await said(stage, 'UMENTOR', 'digest')).toHaveLength(1);
});

it('a question cannot be put off into the past', async () => {
  const { ts } = await ask(stage);
  await pass(stage, 3 * HOUR);
  const [nudge] = await nudgeRecords(stage);
  await click(stage, 'UMENTEE', 'nudge_more', { ts, value: `snooze_date:${nudge?.id}` });
  // Today, at the hour of the rhythm, which is past.
  await fillIn(stage, 'UMENTEE', { until: '2027-02-08' });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('behind us');
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sent' }]);
});

it('whoever is busy says when to come back, from tomorrow on', async () => {
  await ask(stage);
  await toNextNudge(stage);
  const due = await stage.nextDue();
  if (!due) throw new Error('Nothing is due');
  await stage.advance(due);
  const today = due.toISOString().slice(0, 10);
  await click(stage, 'UMENTEE', 'silence_busy');
  await fillIn(stage, 'UMENTEE', { until: today });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('behind us');
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ pausedUntil: null });
});

it('what waits for a word from the mentor is in every digest of four weeks, and then rests', async () => {
  await ask(stage);
  await say(stage, 'UMENTEE', 'I do not know where to begin');
  const shown: boolean[] = [];
  for (const friday of ['02-12', '02-19', '02-26', '03-05', '03-12']) {
    await until(`2027-${friday}T15:00:00Z`);
    const digest = wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null);
    shown.push(digest.includes('I do not know where to begin'));
  }
  expect(shown).toEqual([true, true, true, true, false]);
});

it('a question put off and let go of for another rhythm, and one that Slack refuses, are explained', async () => {
  await ask(stage);
  await command(stage, 'UMENTEE', '/nudge snooze next Monday at 7:30');
  await command(stage, 'UMENTEE', '/nudge every Tuesday at 9:00');
  expect(await command(stage, 'UMENTEE', '/nudge why')).toContain('Let go, as you had chosen other times');

  stage.slack.arm({ kind: 'error', method: 'chat.postMessage', error: 'msg_blocks_too_long' });
  await command(stage, 'UMENTEE', '/nudge now');
  expect(await command(stage, 'UMENTEE', '/nudge why')).toContain(
    'Could not be delivered, as Slack did not take it',
  );
});
