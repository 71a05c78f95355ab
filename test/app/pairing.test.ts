import {
  click,
  closeStages,
  command,
  DAY,
  dm,
  elementsOf,
  lastMessage,
  memberOf,
  messageWith,
  openHome,
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
});
afterEach(closeStages);

const pairs = () => stage.database.prisma.mentorship.findMany({ include: { mentor: true, mentee: true } });

it('a mentor invites and the mentee accepts: both hear what comes next, and a rhythm begins for each', async () => {
  expect(await command(stage, 'UMENTOR', '/mentor invite @UMENTEE')).toContain('<@UMENTEE>');
  const invitation = messageWith(stage, 'UMENTEE', 'proposal_accept');
  expect(wordsOf(invitation)).toContain('<@UMENTOR> would like to be your mentor');

  await click(stage, 'UMENTEE', 'proposal_accept');

  expect(await pairs()).toMatchObject([
    { state: 'active', mentor: { slackUserId: 'UMENTOR' }, mentee: { slackUserId: 'UMENTEE' } },
  ]);
  expect(wordsOf(lastMessage(stage, 'UMENTEE'))).toMatch(/your mentor now[\s\S]*every Monday at 9:00/);
  expect(wordsOf(lastMessage(stage, 'UMENTOR'))).toMatch(/mentor now[\s\S]*Friday at 15:00/);
  const [closed] = await said(stage, 'UMENTEE', 'proposal');
  expect(wordsOf(closed ?? null)).not.toContain('Accept');
});

it('a mentee asks and the mentor declines: the mentee is told kindly, and may ask again after a month', async () => {
  await command(stage, 'UMENTEE', '/mentor ask @UMENTOR');
  expect(wordsOf(messageWith(stage, 'UMENTOR', 'proposal_decline'))).toContain('<@UMENTEE>');

  await click(stage, 'UMENTOR', 'proposal_decline');

  expect(await pairs()).toMatchObject([{ state: 'ended', endReason: 'declined', openPair: null }]);
  expect(await said(stage, 'UMENTEE', 'proposal_declined')).toHaveLength(1);
  for (const line of ['/mentor ask @UMENTOR', '/mentor invite @UMENTOR']) {
    expect(await command(stage, 'UMENTEE', line)).toMatch(
      /<@UMENTOR> said “Not now” on Monday 1 February. Leave it until Wednesday 3 March; they can ask you any time/,
    );
  }
  expect(await said(stage, 'UMENTOR', 'proposal')).toHaveLength(1);
  await pass(stage, 30 * DAY);
  await command(stage, 'UMENTEE', '/mentor ask @UMENTOR');
  expect(await said(stage, 'UMENTOR', 'proposal')).toHaveLength(2);
});

it('whoever declined may ask at any time, and others may be asked', async () => {
  await command(stage, 'UMENTEE', '/mentor ask @UMENTOR');
  await click(stage, 'UMENTOR', 'proposal_decline');
  await command(stage, 'UMENTEE', '/mentor ask @UMENTOR2');
  expect(await said(stage, 'UMENTOR2', 'proposal')).toHaveLength(1);
  await command(stage, 'UMENTEE2', '/mentor ask @UMENTOR');
  expect(await said(stage, 'UMENTOR', 'proposal')).toHaveLength(2);
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  await click(stage, 'UMENTEE', 'proposal_accept');
  expect((await pairs()).map(({ state }) => state)).toContain('active');
});

it('whoever taps a second time, or taps the other button afterwards, hears how things stand', async () => {
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  const { ts, blocks } = messageWith(stage, 'UMENTEE', 'proposal_accept');
  const value = JSON.stringify(blocks).match(/[0-9a-f-]{36}/)?.[0] ?? '';
  await click(stage, 'UMENTEE', 'proposal_accept');
  const tap = async (action_id: string) => {
    await stage.slack.clickForged('UMENTEE', {
      channel: stage.slack.dmOf('UMENTEE'),
      ts,
      action: { action_id, value },
    });
    await stage.settled();
    return wordsOf(stage.slack.ephemerals('UMENTEE').at(-1) ?? null);
  };

  expect(await tap('proposal_accept')).toContain('accepted already');
  expect(await tap('proposal_decline')).toContain('accepted already');
  expect(await pairs()).toMatchObject([{ state: 'active' }]);
  expect(await said(stage, 'UMENTOR', 'paired')).toHaveLength(1);
});

it('nobody else can accept an invitation with a forged click', async () => {
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  const [row] = await pairs();
  for (const user of ['UOTHER', 'UMENTOR']) {
    const { ts } = await stage.slack.say(user, 'hello');
    await stage.slack.clickForged(user, {
      channel: stage.slack.dmOf(user),
      ts,
      action: { action_id: 'proposal_accept', value: row?.id },
    });
    await stage.settled();
    expect(wordsOf(stage.slack.ephemerals(user).at(-1) ?? null)).toContain('somebody else');
  }
  expect(await pairs()).toMatchObject([{ state: 'proposed' }]);
});

it('oneself, a bot, somebody who left, a guest and an outsider are declined in words, and nobody is enrolled', async () => {
  const refusals = {
    UMENTOR: 'you with yourself',
    UROBOT: 'is an app',
    UGONE: 'has left this workspace',
    UGUEST: 'is a guest',
    UOUTSIDE: 'from another workspace',
  };
  for (const [who, words] of Object.entries(refusals)) {
    expect(await command(stage, 'UMENTOR', `/mentor invite <@${who}>`)).toContain(words);
  }
  expect(await command(stage, 'UMENTOR', '/mentor invite <@UNOBODY>')).toContain('found nobody');
  expect(await command(stage, 'UMENTOR', '/mentor invite')).toContain('/mentor invite @someone');
  expect(await command(stage, 'UMENTEE', '/mentor ask grace please')).toContain(
    'nobody here by “grace please”',
  );
  expect(await pairs()).toEqual([]);
  for (const who of ['UROBOT', 'UGONE', 'UGUEST', 'UOUTSIDE']) {
    expect(await stage.store.members.bySlackId(who)).toBeNull();
  }
});

it('those who are paired already, or asked already, are reminded of it', async () => {
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  expect(await command(stage, 'UMENTOR', '/mentor invite @UMENTEE')).toContain('invitation open already');
  expect(await command(stage, 'UMENTEE', '/mentor ask @UMENTOR')).toContain('invitation open already');
  await click(stage, 'UMENTEE', 'proposal_accept');
  expect(await command(stage, 'UMENTOR', '/mentor invite @UMENTEE')).toContain('paired already');
  expect(await pairs()).toHaveLength(1);
});

it('two who invite one another at the same moment become one invitation', async () => {
  await pair(stage, 'UMENTOR2', 'UMENTEE2');
  await Promise.all([
    stage.slack.command('UMENTOR', '/mentor', 'invite @UMENTEE'),
    stage.slack.command('UMENTEE', '/mentor', 'ask @UMENTOR'),
  ]);
  await stage.settled();
  const between = (await pairs()).filter(({ mentor }) => mentor.slackUserId === 'UMENTOR');
  expect(between).toHaveLength(1);
});

it('an unanswered invitation is asked about once after three days, and lapses a week later', async () => {
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  await pass(stage, 3 * DAY - 1);
  expect(await said(stage, 'UMENTEE', 'proposal')).toHaveLength(1);
  await pass(stage, DAY);
  expect(await said(stage, 'UMENTEE', 'proposal')).toHaveLength(2);
  await pass(stage, 5 * DAY);
  expect(await said(stage, 'UMENTEE', 'proposal')).toHaveLength(2);
  expect(await pairs()).toMatchObject([{ state: 'proposed' }]);

  await pass(stage, 2 * DAY);

  expect(await pairs()).toMatchObject([{ state: 'ended', endReason: 'lapsed' }]);
  expect(await said(stage, 'UMENTOR', 'proposal_lapsed')).toHaveLength(1);
  for (const invitation of await said(stage, 'UMENTEE', 'proposal')) {
    expect(wordsOf(invitation)).not.toContain('Accept');
  }
  await pass(stage, 30 * DAY);
  expect(await said(stage, 'UMENTOR', 'proposal_lapsed')).toHaveLength(1);
});

it('a mentee may have two mentors, and a person may be mentor and mentee', async () => {
  await pair(stage, 'UMENTOR', 'UMENTEE');
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await pair(stage, 'UMENTEE', 'UMENTEE2');
  const status = await command(stage, 'UMENTEE', '/mentor status');
  for (const who of ['UMENTOR', 'UMENTOR2', 'UMENTEE2']) expect(status).toContain(`<@${who}>`);
});

/** All that the bot has said to somebody. */
const heardBy = (user: string) =>
  dm(stage, user)
    .filter(({ user: by }) => by === stage.slack.bot.userId)
    .map(wordsOf);

it('a new mentee who is invited is greeted by the invitation, which says all, and by nothing else', async () => {
  await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  const [only = '', ...more] = heardBy('UMENTEE');
  expect(more).toEqual([]);
  expect(only).toContain('Hi <@UMENTEE>. <@UMENTOR> would like to be your mentor.');
  expect(only).toContain('I am a bot: I would ask you once a week how your goals are going');
  expect(only).toMatch(/see the titles and dates of your goals.*Who reads is said on every question/);
  expect(elementsOf(lastMessage(stage, 'UMENTEE').blocks).map(({ action_id: id }) => id)).toEqual([
    'proposal_accept',
    'proposal_decline',
  ]);
  await command(stage, 'UMENTEE', '/goal');
  await openHome(stage, 'UMENTEE');
  expect(await said(stage, 'UMENTEE', 'welcome')).toEqual([]);
  expect((await memberOf(stage, 'UMENTEE')).zone).toBe('America/Chicago');
  // Who knows the bot is not greeted again.
  await command(stage, 'UMENTOR2', '/mentor invite @UMENTEE');
  expect(wordsOf(lastMessage(stage, 'UMENTEE'))).not.toMatch(/Hi <@UMENTEE>|I am a bot/);
  expect(wordsOf(lastMessage(stage, 'UMENTEE'))).toContain('the titles and dates of your goals');
});

it('so is a new mentor who is asked, and so are two whom a coordinator brings together', async () => {
  await command(stage, 'UMENTEE', '/mentor ask @UMENTOR');
  const [asked = '', ...more] = heardBy('UMENTOR');
  expect(more).toEqual([]);
  expect(asked).toContain('Hi <@UMENTOR>. <@UMENTEE> asks whether you would be their mentor.');
  expect(asked).toContain('I am a bot: I would ask <@UMENTEE> how their goals are going');
  expect(asked).toContain('You would see the titles and dates of their goals');

  await command(stage, 'UCOORD', '/mentor pair @UMENTOR2 @UMENTEE2');
  for (const user of ['UMENTOR2', 'UMENTEE2']) {
    const [first = '', ...others] = heardBy(user);
    expect(others).toEqual([]);
    expect(first).toContain(`Hi <@${user}>. <@UCOORD> would like to bring you and`);
    expect(first).toContain('I am a bot');
  }
});

it('one who was enrolled and never invited is welcomed when they come', async () => {
  // The mentor is met before the mentee, who cannot take part.
  await command(stage, 'UCOORD', '/mentor pair @UMENTOR @UGUEST');
  expect(heardBy('UMENTOR')).toEqual([]);
  await openHome(stage, 'UMENTOR');
  expect(await said(stage, 'UMENTOR', 'welcome')).toHaveLength(1);
});

it('the coordinator is greeted at the first start', async () => {
  await stage.settled();
  expect(wordsOf((await said(stage, 'UCOORD', 'welcome'))[0] ?? null)).toMatch(/coordinat/i);
});

it('a word that is no verb of /mentor gets help, never silence', async () => {
  expect(await command(stage, 'UMENTOR', '/mentor marry @UMENTEE')).toMatch(/\/mentor/);
  expect(await command(stage, 'UMENTOR', '/mentor')).toContain('/mentor invite');
  expect(await command(stage, 'UMENTOR', '/mentor help')).toContain('/mentor invite');
});

describe('in a workspace of many', () => {
  async function startWith(people: number): Promise<{ time: string; own: string }> {
    await stage.database.prisma.member.createMany({
      data: Array.from({ length: people }, (_, turn) => ({
        workspaceId: stage.slack.team.id,
        slackUserId: `UMANY${turn}`,
        name: `person ${turn}`,
        zone: 'UTC',
        joinedAt: stage.clock.now(),
      })),
    });
    await pair(stage);
    const { id } = await memberOf(stage, 'UMENTEE');
    const cadence = await stage.store.cadences.ofMember(id, 'nudge');
    const own = String(parseInt(id.slice(-6), 16) % 60).padStart(2, '0');
    return { time: cadence?.start.split('T')[1] ?? '', own };
  }

  it('each is asked at a minute of their own', async () => {
    const { time, own } = await startWith(250);
    expect(time).toBe(`09:${own}`);
  });

  it('of not so many, all are asked at nine', async () => {
    expect((await startWith(100)).time).toBe('09:00');
  });
});
