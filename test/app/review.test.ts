import { changeMember } from '../../src/services/people/change-member';
import { meetMember } from '../../src/services/people/meet-member';
import { describeError } from '../../src/describe-error';
import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  fillIn,
  HOUR,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  pass,
  said,
  wordsOf,
  type TestStage,
} from '../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

async function nextDue(): Promise<Date> {
  const due = await stage.nextDue();
  if (due === null) throw new Error('Nothing is due');
  return due;
}

/** One turn of the sweep at a moment: a sweep that breaks fails the test, and does not go round for ever. */
async function sweepAt(moment: Date): Promise<void> {
  stage.jump(moment);
  await stage.bot.sweep();
  await stage.settled();
}

it('a nudge snoozed to the very moment of the next one is folded into it', async () => {
  await ask(stage);
  await command(stage, 'UMENTEE', '/nudge snooze next Monday at 9:00');
  await sweepAt(await nextDue());
  expect(await nudges(stage)).toHaveLength(2);
});

it('two nudges snoozed to one moment are asked as one', async () => {
  await ask(stage);
  await command(stage, 'UMENTEE', '/nudge snooze tomorrow at 11:00');
  await pass(stage, HOUR);
  await command(stage, 'UMENTEE', '/nudge now');
  expect(await command(stage, 'UMENTEE', '/nudge snooze tomorrow at 11:00')).toContain('Set aside');
  await sweepAt(await nextDue());
  expect(await nudges(stage)).toHaveLength(3);
});

it('a tap after private words leaves them private', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { text: 'I am afraid of it', audience: 'self' });
  const value = `${(await nudgeRecords(stage))[0]?.id}:0`;
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts,
    action: { action_id: 'answer_on_track', value },
  });
  await stage.settled();
  expect(await checkInsOf(stage)).toMatchObject([{ status: 'on_track', audience: 'self' }]);
});

it('an invitation alone gives nobody a say in when the other is away', async () => {
  await command(stage, 'UOTHER', '/mentor invite @UMENTEE');
  expect(await command(stage, 'UOTHER', '/nudge away @UMENTEE 3 July to 14 July')).toContain('somebody else');
});

it('a nudge that Slack did not take, and that is then more than twelve hours late, is void', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  const due = await nextDue();
  stage.jump(due);
  await stage.bot.sweep();
  const { id } = (await nudgeRecords(stage))[0] ?? { id: '' };
  await stage.database.prisma.nudge.updateMany({ where: { id }, data: { state: 'sending' } });
  stage.jump(new Date(due.getTime() + 13 * HOUR));
  await stage.settled();
  expect(await nudges(stage)).toHaveLength(0);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'void', reason: 'late' }]);
});

it('what was said before the pairing is not for the new mentor', async () => {
  await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words');
  await fillIn(stage, 'UMENTEE', { text: 'My mentor travels too much' });
  await pass(stage, HOUR);
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await pass(stage, 5 * 24 * HOUR);
  const digests = await said(stage, 'UMENTOR2', 'digest');
  expect(digests).toHaveLength(1);
  expect(digests.map(wordsOf).join()).not.toContain('travels too much');
  await stage.slack.openHome('UMENTOR2');
  await stage.settled();
  expect(wordsOf(stage.slack.home('UMENTOR2'))).not.toContain('travels too much');
});

it('a question that is due is not lost when the person moves before it is planned', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  const due = await nextDue();
  stage.jump(new Date(due.getTime() + 20_000));
  await changeMember(
    { store: stage.store },
    {
      slackUserId: 'UMENTEE',
      teamId: stage.slack.team.id,
      name: 'Mina',
      zone: 'America/New_York',
      locale: null,
      isBot: false,
      isGone: false,
      isGuest: false,
      isExternal: false,
    },
    stage.clock.now(),
  );
  await stage.bot.sweep();
  await stage.settled();
  expect(await nudges(stage)).toHaveLength(1);
});

it('somebody in a zone that nobody knows is met all the same', async () => {
  const person = {
    slackUserId: 'UMARS',
    teamId: stage.slack.team.id,
    name: 'Marvin',
    zone: 'Mars/Olympus',
    locale: null,
    isBot: false,
    isGone: false,
    isGuest: false,
    isExternal: false,
  };
  const context = {
    store: stage.store,
    people: { lookUp: () => Promise.resolve(person) },
  };
  expect(await meetMember(context, 'UMARS', stage.clock.now())).toMatchObject({ zone: 'UTC' });
});

it.each([
  ['of a person', { oauth: ['UMENTEE'] }, false],
  ['of the bot', { bot: ['UBOT'] }, true],
])('a revoked token %s', async (_whose, tokens, stops) => {
  await stage.bot.bolt.processEvent({
    ack: () => Promise.resolve(),
    body: {
      type: 'event_callback',
      event_id: 'EvRevoked',
      team_id: stage.slack.team.id,
      event: { type: 'tokens_revoked', tokens },
    },
  });
  const workspace = await stage.database.prisma.workspace.findFirst();
  expect(workspace?.stoppedAt !== null).toBe(stops);
});

it('a mentor whose mentee took the words back in the meantime keeps their own', async () => {
  const { ts } = await ask(stage);
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { text: 'Hard going', status: 'stuck' });
  await pass(stage, 5 * 24 * HOUR);
  await click(stage, 'UMENTOR', 'encourage');
  const [checkIn] = await checkInsOf(stage);
  await stage.store.checkIns.change(checkIn?.id ?? '', { audience: 'self' });
  await fillIn(stage, 'UMENTOR', { text: 'I was there too, two years ago' });
  expect(wordsOf(stage.slack.view('UMENTOR'))).toContain('I was there too, two years ago');
});

it('the log keeps no words of a row that the database refused', async () => {
  const broken = stage.database.prisma.$executeRaw`
    INSERT INTO "Goal" ("id", "title") VALUES (gen_random_uuid(), 'My secret plan')`;
  const error: unknown = await broken.catch((refused: unknown) => refused);
  const described = JSON.stringify(describeError(error));
  expect(String(error)).toContain('Raw query failed');
  expect(described).toContain('23502');
  expect(described).not.toMatch(/secret|violates/);
});

it('who stops between planning and sending does not get the five taps either', async () => {
  for (let turns = 0; turns < 2; turns += 1) await stage.advance(await nextDue());
  stage.jump(await nextDue());
  await stage.bot.sweep();
  const member = await stage.store.members.bySlackId('UMENTEE');
  await stage.store.members.change(member?.id ?? '', { stoppedAt: stage.clock.now() });
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'silence')).toEqual([]);
  expect((await nudgeRecords(stage)).map(({ reason }) => reason)).toContain('stopped');
});
