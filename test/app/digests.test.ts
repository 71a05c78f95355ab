import { refreshAbout } from '../../src/services/refresh';
import {
  ask,
  checkInsOf,
  closeStages,
  command,
  dm,
  fillIn,
  logGoals,
  memberOf,
  openHome,
  lastMessage,
  openTestStage,
  pair,
  said,
  say,
  wordsOf,
  type TestStage,
} from '../support/stage';

afterEach(closeStages);

const FRIDAY = new Date('2027-02-12T16:00:00Z');
const digestsOf = async (stage: TestStage, user = 'UMENTOR') =>
  (await said(stage, user, 'digest')).map(wordsOf).join('\n');
const channel = (stage: TestStage) => stage.slack.messages({ channel: 'CMENTORS' }).map(wordsOf).join('\n');

it('a mentor gets the digest on Friday at three, their own time, with what moved, is stuck and awaits an answer', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await ask(stage, 'UMENTEE', ['Become certified', 'Present at a meeting']);
  await command(stage, 'UMENTEE', '/checkin');
  await fillIn(stage, 'UMENTEE', { goal: 'none', status: 'stuck', text: 'The room is not booked' });
  const before = await said(stage, 'UMENTOR', 'digest');
  await stage.advance(new Date('2027-02-12T14:59:00Z'));
  expect((await said(stage, 'UMENTOR', 'digest')).length).toBe(before.length);
  await stage.advance(new Date('2027-02-12T15:00:00Z'));
  const digests = await said(stage, 'UMENTOR', 'digest');
  expect(digests).toHaveLength(before.length + 1);
  const words = wordsOf(digests.at(-1) ?? null);
  expect(words).toContain('<@UMENTEE>');
  expect(words).toContain('The room is not booked');
  expect(words).toMatch(/stuck/i);
});

it('an answer made private after the digest is shown no more', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await ask(stage);
  await say(stage, 'UMENTEE', 'Shared at first');
  await stage.advance(FRIDAY);
  expect(await digestsOf(stage)).toContain('Shared at first');
  const [checkIn] = await checkInsOf(stage);
  await stage.database.prisma.checkIn.updateMany({
    where: { id: checkIn?.id ?? '' },
    data: { audience: 'self' },
  });
  await stage.advance(new Date('2027-02-19T16:00:00Z'));
  expect(wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null)).not.toContain('Shared at first');
  expect(await openHome(stage, 'UMENTOR')).not.toContain('Shared at first');
});

/** Thirty mentees of one mentor, each with three check-ins that wait for an answer. */
async function stageWithALongDigest(): Promise<TestStage> {
  const stage = await openTestStage({
    populate(slack) {
      for (let n = 0; n < 30; n += 1)
        slack.addUser({ id: `UMANY${n}`, name: `many${n}`, tz: 'Europe/London' });
    },
  });
  await pair(stage);
  const mentor = await memberOf(stage, 'UMENTOR');
  const program = await stage.store.programs.first();
  const now = stage.clock.now();
  for (let n = 0; n < 30; n += 1) {
    const person = {
      slackUserId: `UMANY${n}`,
      teamId: stage.slack.team.id,
      name: `many${n}`,
      zone: 'Europe/London',
      locale: null,
      isBot: false,
      isGone: false,
      isGuest: false,
      isExternal: false,
    };
    const { id } = await stage.store.members.ensure(person, now, null);
    const proposed = await stage.store.mentorships.propose({
      programId: program.id,
      mentorId: mentor.id,
      menteeId: id,
      proposedById: mentor.id,
      now,
      nextStepAt: now,
    });
    await stage.store.mentorships.move(proposed?.id ?? '', 'proposed', 'active', now);
    for (let each = 0; each < 3; each += 1) {
      await stage.store.checkIns.add({
        memberId: id,
        goalId: null,
        nudgeId: null,
        state: 'recorded',
        status: 'note',
        text: `Word ${n}.${each} ${'and so on '.repeat(30)}`,
        audience: 'mentor',
        sharedWith: [proposed?.id ?? ''],
        saidAt: new Date(now.getTime() + n * 1000 + each),
      });
    }
  }
  return stage;
}

it('a long digest comes in parts, in order, with nothing left out', async () => {
  const stage = await stageWithALongDigest();
  await stage.advance(new Date('2027-02-05T15:00:00Z'));
  const parts = await said(stage, 'UMENTOR', 'digest');
  expect(parts.length).toBeGreaterThan(1);
  const words = parts.map(wordsOf).join('\n');
  for (let n = 0; n < 30; n += 1) expect(words).toContain(`<@UMANY${n}>`);
});

it('a digest that gets shorter takes back the parts it needs no more, words and all', async () => {
  const stage = await stageWithALongDigest();
  await stage.advance(new Date('2027-02-05T15:00:00Z'));
  const parts = await said(stage, 'UMENTOR', 'digest');
  expect(parts.length).toBeGreaterThan(1);
  await stage.database.prisma.checkIn.updateMany({ data: { audience: 'self' } });
  const [checkIn] = await stage.database.prisma.checkIn.findMany({ take: 1 });
  if (checkIn) await refreshAbout(stage.store, checkIn);
  await stage.settled();
  const standing = dm(stage, 'UMENTOR').filter(({ ts }) => parts.some((part) => part.ts === ts));
  expect(standing).toHaveLength(1);
  expect(dm(stage, 'UMENTOR').map(wordsOf).join('\n')).not.toMatch(/Word \d/);
});

it('an empty week is one friendly line, or nothing, as the mentor set', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await stage.advance(new Date('2027-02-05T15:00:00Z'));
  const [first] = await said(stage, 'UMENTOR', 'digest');
  expect(wordsOf(first ?? null).length).toBeGreaterThan(0);
  await command(stage, 'UMENTOR', '/mentor digest empty off');
  await stage.advance(new Date('2027-02-12T15:00:00Z'));
  expect(await said(stage, 'UMENTOR', 'digest')).toHaveLength(1);
});

it('a channel that a coordinator chooses is one in which the bot is a member', async () => {
  const stage = await openTestStage();
  await pair(stage);
  expect(await command(stage, 'UMENTEE', '/mentor digest #mentors')).toContain(
    'Only mentors and coordinators',
  );
  expect(await command(stage, 'UCOORD', '/mentor digest #elsewhere')).toMatch(/not in|cannot post/);
  expect(await command(stage, 'UCOORD', '/mentor digest')).toContain('Which channel');
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  expect(channel(stage)).toContain('<@UCOORD>');
  expect(await stage.store.programs.first()).toMatchObject({ digestChannelId: 'CMENTORS' });
});

it.each([false, true])(
  'a channel that is archived is let go, and whoever chose it hears of it (private: %s)',
  async (isPrivate) => {
    const stage = await openTestStage();
    await pair(stage);
    const members = [stage.slack.bot.userId, 'UCOORD'];
    stage.slack.addChannel({ id: 'CHOSEN', name: 'chosen', members, isPrivate });
    await command(stage, 'UCOORD', '/mentor digest #chosen');
    await stage.slack.archiveChannel('CHOSEN', 'UCOORD');
    await stage.settled();
    expect(await stage.store.programs.first()).toMatchObject({ digestChannelId: null });
    expect(await said(stage, 'UCOORD', 'channel_lost')).toHaveLength(1);
  },
);

it('a channel that is shared with another company after it was chosen gets no digest until it is not', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  const members = [stage.slack.bot.userId, 'UMENTOR', 'UCOORD'];
  const shareSomething = async () => {
    await command(stage, 'UMENTEE', '/checkin');
    await fillIn(stage, 'UMENTEE', {
      goal: 'none',
      status: 'on_track',
      text: 'It goes',
      audience: 'program',
    });
  };
  const before = stage.slack.messages({ channel: 'CMENTORS' }).length;
  await shareSomething();
  stage.slack.addChannel({ id: 'CMENTORS', name: 'mentors', members, isShared: true });
  await stage.advance(new Date('2027-02-05T22:00:00Z'));
  expect(stage.slack.messages({ channel: 'CMENTORS' })).toHaveLength(before);
  const [told] = await said(stage, 'UCOORD', 'channel_lost');
  expect(wordsOf(told ?? null)).toContain('people of another company are in it now');

  stage.slack.addChannel({ id: 'CMENTORS', name: 'mentors', members });
  await shareSomething();
  await stage.advance(new Date('2027-02-12T22:00:00Z'));
  expect(stage.slack.messages({ channel: 'CMENTORS' })).toHaveLength(before + 1);
});

it('a digest that is brought up to date gains nothing that was said after it', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await ask(stage);
  await say(stage, 'UMENTEE', 'Said before');
  await stage.advance(FRIDAY);
  await say(stage, 'UMENTEE', 'Said after');
  const [first] = await checkInsOf(stage);
  if (first) await refreshAbout(stage.store, first);
  await stage.settled();
  const digests = await digestsOf(stage);
  expect(digests).toContain('Said before');
  expect(digests).not.toContain('Said after');
});

it('whoever is no mentor sets no digest of their own', async () => {
  const stage = await openTestStage();
  expect(await command(stage, 'UOTHER', '/mentor digest every Monday at 9:00')).toContain('Only mentors');
});

it('a mentee who is away is "away" in the digest, and not quiet', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/nudge away 6 February to 14 February');
  await stage.advance(FRIDAY);
  const words = wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null);
  expect(words).toMatch(/away/i);
  expect(words).not.toMatch(/quiet/i);
});

describe('App Home', () => {
  it('shows a mentee their goals, rhythm and mentor; a mentor their mentees; one who is both, both', async () => {
    const stage = await openTestStage();
    await pair(stage);
    await pair(stage, 'UMENTEE', 'UMENTEE2');
    await logGoals(stage, 'UMENTEE', ['Become certified']);
    const mentee = await openHome(stage, 'UMENTEE');
    for (const words of ['Become certified', '<@UMENTOR>', '<@UMENTEE2>', 'Monday'])
      expect(mentee).toContain(words);
    expect(await openHome(stage, 'UMENTOR')).toContain('<@UMENTEE>');
  });

  it('welcomes somebody who is not enrolled, and a guest, without failing', async () => {
    const stage = await openTestStage();
    expect((await openHome(stage, 'UOTHER')).length).toBeGreaterThan(20);
    expect((await openHome(stage, 'UGUEST')).length).toBeGreaterThan(20);
    expect(await stage.store.members.bySlackId('UGUEST')).toBeNull();
  });

  it('answers the open question, pauses and resumes, and says why', async () => {
    const stage = await openTestStage();
    await pair(stage);
    await ask(stage);
    await openHome(stage, 'UMENTEE');
    await stage.slack.click('UMENTEE', { actionId: 'answer_on_track' });
    await stage.settled();
    expect(await checkInsOf(stage)).toMatchObject([{ status: 'on_track' }]);
    await stage.slack.click('UMENTEE', { actionId: 'home_pause' });
    await stage.settled();
    expect((await memberOf(stage, 'UMENTEE')).pausedAt).not.toBeNull();
    await openHome(stage, 'UMENTEE');
    await stage.slack.click('UMENTEE', { actionId: 'home_resume' });
    await stage.settled();
    expect((await memberOf(stage, 'UMENTEE')).pausedAt).toBeNull();
  });
});

it('a mention in a channel, and hello in the DM, get help', async () => {
  const stage = await openTestStage();
  await stage.slack.mention('UMENTOR', 'CMENTORS', `<@${stage.slack.bot.userId}> hello`);
  await stage.settled();
  expect(channel(stage)).toContain('/goal');
  await say(stage, 'UOTHER', 'hello?');
  expect(wordsOf(lastMessage(stage, 'UOTHER'))).toContain('/goal');
});
