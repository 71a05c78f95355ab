/** The rhythm, and nudges that fit a person's life. */

import {
  textWith,
  ask,
  click,
  closeStages,
  command,
  HOUR,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  pass,
  say,
  toNextNudge,
  type TestStage,
} from '../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
});
afterEach(closeStages);

const until = (iso: string) => stage.advance(new Date(iso));
const why = () => command(stage, 'UMENTEE', '/nudge why');
const states = async () => (await nudgeRecords(stage)).map(({ state, reason }) => [state, reason]);

it('a rhythm is said in plain words, said back with its next date, and kept', async () => {
  expect(await command(stage, 'UMENTEE', '/nudge every other Tuesday at 8:30')).toMatch(/Tuesday[\s\S]*8:30/);
  expect(await command(stage, 'UMENTEE', '/nudge next')).toMatch(/Tuesday/);
  await until('2027-02-20T00:00:00Z');
  expect((await nudgeRecords(stage)).map(({ dueAt }) => dueAt.toISOString())).toEqual([
    '2027-02-02T14:30:00.000Z',
    '2027-02-16T14:30:00.000Z',
  ]);
});

it('words that are no rhythm, and days that never come, are refused kindly and change nothing', async () => {
  const before = await stage.nextDue();
  expect(await command(stage, 'UMENTEE', '/nudge whenever the moon is blue')).toContain('could not read');
  expect(await command(stage, 'UMENTEE', '/nudge every 31 February')).toMatch(/never comes|could not read/);
  expect(await command(stage, 'UMENTEE', '/nudge every hour')).toMatch(/more than once a day|could not read/);
  expect(await command(stage, 'UMENTEE', '/nudge weekly on Monday at 25:00')).toMatch(/could not read/);
  expect(await command(stage, 'UMENTEE', '/nudge')).toContain('/nudge');
  expect(await command(stage, 'UMENTEE', '/nudge help')).toContain('/nudge');
  expect(await stage.nextDue()).toEqual(before);
});

it('/nudge now asks at once; /nudge skip lets it go with a reason; /nudge why tells of it', async () => {
  await command(stage, 'UMENTEE', '/nudge now');
  expect(await nudges(stage)).toHaveLength(1);
  await command(stage, 'UMENTEE', '/nudge skip a busy week');
  expect(await states()).toEqual([['skipped', 'skipped']]);
  expect(await why()).toContain('Skipped');
  expect(await command(stage, 'UMENTEE', '/nudge skip')).not.toBe('');
});

it('two wishes for a question that follow one another at once are one question', async () => {
  const isAskedAlready = textWith('I have just asked');
  await Promise.all([
    stage.slack.command('UMENTEE', '/nudge', 'now'),
    stage.slack.command('UMENTEE', '/nudge', 'now'),
  ]);
  await stage.settled();
  await pass(stage, 300);
  expect(await command(stage, 'UMENTEE', '/nudge now')).toEqual(isAskedAlready);
  await pass(stage, 40_000);
  expect(await command(stage, 'UMENTEE', '/nudge now')).toEqual(isAskedAlready);
  expect(await nudges(stage)).toHaveLength(1);
  await pass(stage, HOUR);
  await command(stage, 'UMENTEE', '/nudge now');
  expect(await nudges(stage)).toHaveLength(2);
});

it('a wish right after the rhythm has asked, or with one put off, is met once', async () => {
  await toNextNudge(stage);
  expect(await command(stage, 'UMENTEE', '/nudge now')).toContain('I have just asked');
  expect(await nudges(stage)).toHaveLength(1);
  await command(stage, 'UMENTEE', '/nudge snooze Thursday at 14:00');
  await command(stage, 'UMENTEE', '/nudge now');
  expect(await nudges(stage)).toHaveLength(2);
  await pass(stage, 300);
  expect(await command(stage, 'UMENTEE', '/nudge now')).toContain('I have just asked');
  expect(await nudges(stage)).toHaveLength(2);
});

it('a vacation is not asked into, and is never "missed"', async () => {
  await command(stage, 'UMENTEE', '/nudge away 6 February to 14 February');
  await until('2027-02-15T12:00:00Z');
  expect(await states()).toEqual([['held', 'away']]);
  expect(await why()).toMatch(/away until Sunday 14 February|away until/);
  await until('2027-02-15T15:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
  expect(await command(stage, 'UMENTEE', '/nudge away 9 March to 2 March')).toContain('turn them round');
  expect(await command(stage, 'UMENTEE', '/nudge away 1 January 2020 to 3 January 2020')).toContain(
    'behind us',
  );
});

it('a public holiday of the place the person chose is held, and named', async () => {
  await command(stage, 'UMENTEE', '/nudge holidays United States');
  await until('2027-02-16T00:00:00Z');
  expect(await states()).toContainEqual(['held', 'holiday']);
  expect(await why()).toContain('holiday (');
});

it('a day that is not a working day is held', async () => {
  await command(stage, 'UMENTEE', '/nudge days Tuesday to Friday');
  await until('2027-02-09T00:00:00Z');
  expect(await states()).toEqual([['held', 'not_a_working_day']]);
});

it('quiet hours put a nudge off to their end on the same day', async () => {
  await command(stage, 'UMENTEE', '/nudge quiet 18:00 to 10:30');
  await until('2027-02-08T16:00:00Z');
  expect(await nudges(stage)).toEqual([]);
  expect(await why()).toContain('quiet hours');
  await until('2027-02-08T16:30:00Z');
  expect(await nudges(stage)).toHaveLength(1);
});

it('do-not-disturb puts a nudge off to its end, and holds it when it covers the day', async () => {
  const dnd = (from: string, to: string) =>
    stage.slack.setDnd('UMENTEE', { enabled: true, nextStart: new Date(from), nextEnd: new Date(to) });
  dnd('2027-02-08T14:00:00Z', '2027-02-08T17:00:00Z');
  await until('2027-02-08T16:59:00Z');
  expect(await nudges(stage)).toEqual([]);
  await until('2027-02-08T17:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
  dnd('2027-02-15T12:00:00Z', '2027-02-16T12:00:00Z');
  await until('2027-02-17T00:00:00Z');
  expect(await states()).toContainEqual(['held', 'do_not_disturb']);
  expect(await why()).toContain('do not disturb');
});

it('a pause holds everything until its date, and /nudge resume ends it sooner', async () => {
  await command(stage, 'UMENTEE', '/nudge pause until 20 February');
  await until('2027-02-16T00:00:00Z');
  expect(await states()).toEqual([
    ['held', 'paused'],
    ['held', 'paused'],
  ]);
  await until('2027-02-22T16:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
  await command(stage, 'UMENTEE', '/nudge pause');
  expect(await command(stage, 'UMENTEE', '/nudge next')).toMatch(/pause/i);
  expect(await command(stage, 'UMENTEE', '/nudge resume')).toMatch(/Monday/);
  expect(await command(stage, 'UMENTEE', '/nudge resume')).toContain('not paused');
  expect(await command(stage, 'UMENTEE', '/nudge pause until blursday')).toContain('could not read');
});

it('a snooze comes at the moment chosen, once', async () => {
  const { ts } = await toNextNudge(stage);
  const [nudge] = await nudgeRecords(stage);
  await click(stage, 'UMENTEE', 'nudge_more', { ts, value: `snooze_tomorrow:${nudge?.id}` });
  expect(await states()).toEqual([
    ['skipped', 'snoozed'],
    ['planned', null],
  ]);
  await until('2027-02-10T00:00:00Z');
  expect(await nudges(stage)).toHaveLength(2);
  expect(await command(stage, 'UMENTEE', '/nudge snooze yesterday')).toMatch(/behind us|could not read/);
  await command(stage, 'UMENTEE', '/nudge snooze Thursday at 14:00');
  await until('2027-02-11T20:00:00Z');
  expect(await nudges(stage)).toHaveLength(3);
});

it('two different taps at once leave one outcome', async () => {
  const { ts } = await toNextNudge(stage);
  const id = (await nudgeRecords(stage))[0]?.id;
  const tap = (value: string) =>
    stage.slack.clickForged('UMENTEE', {
      channel: stage.slack.dmOf('UMENTEE'),
      ts,
      action: { action_id: 'nudge_more', value: `${value}:${id}` },
    });
  await Promise.all([tap('snooze_tomorrow'), tap('snooze_next_week')]);
  await stage.settled();
  expect((await nudgeRecords(stage)).filter(({ state }) => state === 'planned')).toHaveLength(1);
});

it('stop is quiet and kind, and a new rhythm comes back', async () => {
  const words = await command(stage, 'UMENTEE', '/nudge stop');
  expect(words).toMatch(/kept|keep/i);
  await until('2027-03-15T00:00:00Z');
  expect(await nudges(stage)).toEqual([]);
  await command(stage, 'UMENTEE', '/nudge weekly on Monday at 9:00');
  await until('2027-03-16T00:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
});

it('no more messages a week than the person set; the rest is held and says so', async () => {
  await command(stage, 'UMENTEE', '/nudge daily at 9:00');
  await command(stage, 'UMENTEE', '/nudge budget 2');
  await until('2027-02-06T00:00:00Z');
  expect(await nudges(stage)).toHaveLength(2);
  expect((await states()).slice(2)).toEqual([
    ['held', 'over_budget'],
    ['held', 'over_budget'],
  ]);
  expect(await why()).toContain('2 messages for that week');
  expect(await command(stage, 'UMENTEE', '/nudge budget many')).toContain('could not read');
});

it('the next nudge follows a person who moves', async () => {
  await stage.slack.changeUser('UMENTEE', { tz: 'Asia/Tokyo' });
  await stage.settled();
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ zone: 'Asia/Tokyo' });
  expect(await stage.nextDue()).toEqual(new Date('2027-02-08T00:00:00Z'));
});

it('nobody is asked twice on one date for moving west', async () => {
  await toNextNudge(stage);
  await stage.slack.changeUser('UMENTEE', { tz: 'Pacific/Honolulu' });
  await stage.settled();
  await until('2027-02-09T12:00:00Z');
  expect(await nudges(stage)).toHaveLength(1);
});

it('the clocks change, and the nudge stays at nine', async () => {
  await until('2027-03-30T00:00:00Z');
  const due = (await nudgeRecords(stage)).map(({ dueAt }) => dueAt.toISOString());
  const [before, after] = [due.filter((at) => at < '2027-03-14'), due.filter((at) => at > '2027-03-14')];
  expect(new Set(before.map((at) => at.slice(11, 16)))).toEqual(new Set(['15:00']));
  expect(new Set(after.map((at) => at.slice(11, 16)))).toEqual(new Set(['14:00']));
});

it('the preview shows the coming nudges with held days and their reasons', async () => {
  await command(stage, 'UMENTEE', '/nudge away 6 February to 14 February');
  const table = await command(stage, 'UMENTEE', '/nudge preview 1');
  expect(table).toContain('away');
  expect(table).toContain('Mon, 15 Feb 2027, 9:00');
});

it('two goals in one message are asked about in different words, and never the same twice running', async () => {
  await ask(stage, 'UMENTEE', ['Present at a meeting']);
  for (let turns = 0; turns < 4; turns += 1) {
    await say(stage, 'UMENTEE', 'It goes well');
    await toNextNudge(stage);
  }
  const questions = await stage.database.prisma.nudgeQuestion.findMany({ include: { nudge: true } });
  const inOrder = questions.toSorted((one, other) => one.nudge.dueAt.getTime() - other.nudge.dueAt.getTime());
  const asked = [0, 1].map((position) =>
    inOrder.filter((each) => each.position === position).map(({ question }) => question),
  );
  expect(asked.map(({ length }) => length)).toEqual([5, 5]);
  for (const inTurn of asked) expect(inTurn.some((question, n) => question === inTurn[n - 1])).toBe(false);
  expect(asked[0]?.some((question, n) => question === asked[1]?.[n])).toBe(false);
});
