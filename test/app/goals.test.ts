import {
  textWith,
  click,
  closeStages,
  command,
  fillIn,
  HOUR,
  lastMessage,
  memberOf,
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

const goals = async (user = 'UMENTEE') => stage.store.goals.ofMembers([(await memberOf(stage, user)).id]);

it('a mentee logs a goal with a date in words, and finds it on the list with buttons', async () => {
  expect(await command(stage, 'UMENTEE', '/goal add Become certified by next June')).toContain(
    'Become certified',
  );
  await command(stage, 'UMENTEE', '/goal add Present at a meeting by end of next year');
  expect(await goals()).toMatchObject([
    {
      number: 1,
      title: 'Become certified',
      state: 'active',
      targetDate: textWith('-06-'),
    },
    { number: 2, title: 'Present at a meeting', targetDate: '2028-12-31' },
  ]);
  const list = await command(stage, 'UMENTEE', '/goal');
  expect(list).toContain('Become certified');
  expect(list).toContain('Present at a meeting');
});

it('a mentee edits a goal in a form, finishes one by number and by name, drops one with a reason and reopens it', async () => {
  for (const title of ['Learn Spanish', 'Run a workshop', 'Write a paper']) {
    await command(stage, 'UMENTEE', `/goal add ${title}`);
  }
  await command(stage, 'UMENTEE', '/goal edit 1');
  await fillIn(stage, 'UMENTEE', { title: 'Learn Portuguese', why: 'My team', target_date: '2027-09-01' });
  expect(await command(stage, 'UMENTEE', '/goal done workshop')).toContain('Run a workshop');
  await command(stage, 'UMENTEE', '/goal drop 3');
  await fillIn(stage, 'UMENTEE', { reason: 'A better idea came' });
  expect(await goals()).toMatchObject([
    { title: 'Learn Portuguese', why: 'My team', targetDate: '2027-09-01', state: 'active' },
    { title: 'Run a workshop', state: 'achieved' },
    { title: 'Write a paper', state: 'dropped' },
  ]);
  const changes = await stage.database.prisma.goalChange.findMany();
  expect(changes.find(({ kind }) => kind === 'dropped')).toMatchObject({ reason: 'A better idea came' });

  await command(stage, 'UMENTEE', '/goal reopen 3');
  expect((await goals())[2]).toMatchObject({ state: 'active', closedAt: null });
  expect(await command(stage, 'UMENTEE', '/goal done 2')).toMatch(/reached already|no goal/);
  expect(await command(stage, 'UMENTEE', '/goal done 77')).toContain('no goal');
  expect(await command(stage, 'UMENTEE', '/goal done')).toContain('Which goal');
});

it('a date that nobody can read stays in the title, with a word about it, and nothing is lost', async () => {
  const said = await command(stage, 'UMENTEE', '/goal add Become certified by blursday');
  expect(said).toContain('blursday');
  expect(await goals()).toMatchObject([{ title: textWith('Become certified'), targetDate: null }]);
});

it('a date in the past is not kept, and the goal is', async () => {
  expect(await command(stage, 'UMENTEE', '/goal add Become certified by 1 May 2020')).toContain('2020');
  expect(await goals()).toMatchObject([{ targetDate: null }]);
});

it('a text of 10,000 characters is refused with its length, and given back', async () => {
  const long = 'a'.repeat(10_000);
  const refusal = await command(stage, 'UMENTEE', `/goal add ${long}`);
  expect(refusal).toContain('10000');
  expect(refusal).toContain('a'.repeat(2000));
  expect(await goals()).toEqual([]);
});

it('emoji, right-to-left words and angle brackets come back as they were typed', async () => {
  const titles = ['Ship it 🚀👩‍💻', 'אני רוצה ללמוד', 'Keep a < b & c > d', 'Learn *all* of `it`_'];
  for (const title of titles) await command(stage, 'UMENTEE', `/goal add ${title}`);
  expect((await goals()).map(({ title }) => title)).toEqual(titles);
  expect(await command(stage, 'UMENTEE', '/goal')).toContain('Ship it 🚀👩‍💻');
});

it('nobody is pinged by what a title holds', async () => {
  await pair(stage);
  for (const ping of ['<!channel>', '<!here>', '<!everyone>', '<!subteam^S123>']) {
    await command(stage, 'UMENTEE', `/goal add Wake ${ping} up`);
  }
  await command(stage, 'UMENTEE', '/goal');
  await stage.slack.openHome('UMENTEE');
  await stage.slack.openHome('UMENTOR');
  await command(stage, 'UMENTEE', '/goal done 1');
  await stage.settled();
  expect(stage.slack.broadcasts()).toEqual([]);
  expect(await goals()).toHaveLength(4);
});

it('a form that is sent twice logs one goal', async () => {
  await command(stage, 'UMENTEE', '/goal add');
  const view = stage.slack.view('UMENTEE');
  expect(wordsOf(view)).toMatch(/goal/i);
  await Promise.all([
    stage.slack.submit('UMENTEE', { title: { value: 'Become certified' } }),
    stage.slack.submit('UMENTEE', { title: { value: 'Become certified' } }).catch(() => null),
  ]);
  await stage.settled();
  expect(await goals()).toHaveLength(1);
});

it('a form without a title says so beside the field', async () => {
  await command(stage, 'UMENTEE', '/goal add');
  expect(await fillIn(stage, 'UMENTEE', { title: '   ' })).toMatchObject({
    errors: { title: textWith('What is the goal') },
  });
});

it('the form opens again with everything the person wrote when something is in the way', async () => {
  await command(stage, 'UMENTEE', '/goal add');
  await fillIn(stage, 'UMENTEE', {
    title: 'Become certified',
    why: 'A long held wish',
    target_date: '2020-01-01',
  });
  expect(await goals()).toEqual([]);
  const again = stage.slack.view('UMENTEE');
  const shown = JSON.stringify(again);
  expect(shown).toContain('A long held wish');
  expect(shown).toContain('Become certified');
  expect(wordsOf(again)).toContain('behind us');
  await fillIn(stage, 'UMENTEE', { target_date: '2027-08-01' });
  expect(await goals()).toMatchObject([{ title: 'Become certified', why: 'A long held wish' }]);
});

it('nobody finishes, edits or drops the goal of another with a forged click', async () => {
  await command(stage, 'UMENTEE', '/goal add Become certified');
  const [goal] = await goals();
  const { ts } = await stage.slack.say('UOTHER', 'hello');
  for (const action_id of ['goal_done', 'goal_reopen']) {
    await stage.slack.clickForged('UOTHER', {
      channel: stage.slack.dmOf('UOTHER'),
      ts,
      action: { action_id, value: goal?.id },
    });
  }
  await stage.slack.clickForged('UOTHER', {
    channel: stage.slack.dmOf('UOTHER'),
    ts,
    action: { action_id: 'goal_done', value: "1' OR 1=1" },
  });
  await stage.settled();
  expect(await goals()).toMatchObject([{ state: 'active' }]);
});

it('anything else after /goal gets help, never silence', async () => {
  expect(await command(stage, 'UMENTEE', '/goal conquer')).toContain('/goal add');
  expect(await command(stage, 'UMENTEE', '/goal help')).toContain('/goal add');
  expect(await command(stage, 'UMENTEE', '/goal list')).toContain('/goal add');
});

it('words without a verb are offered as a goal, in the form, and nothing is saved before it is sent', async () => {
  await command(stage, 'UMENTEE', '/goal Learn to cook by May');
  const shown = JSON.stringify(stage.slack.view('UMENTEE'));
  expect(shown).toContain('Shall I log this as a goal?');
  expect(shown).toContain('"initial_value":"Learn to cook"');
  expect(shown).toContain('"initial_date":"2027-05-31"');
  expect(await goals()).toEqual([]);
});

it('several are reached at once by their numbers, and a date is changed in so many words', async () => {
  for (const title of ['Learn Go', 'Learn Rust', 'Learn C'])
    await command(stage, 'UMENTEE', `/goal add ${title}`);
  await command(stage, 'UMENTEE', '/goal done 1, 2');
  expect((await goals()).map(({ state }) => state)).toEqual(['achieved', 'achieved', 'active']);
  expect(await command(stage, 'UMENTEE', '/goal edit 3 by June 2028')).toContain('by 30 June 2028');
  expect((await goals())[2]).toMatchObject({ title: 'Learn C', targetDate: '2028-06-30' });
  expect(await command(stage, 'UMENTEE', '/goal edit')).toContain('Learn C');
  expect(await command(stage, 'UMENTEE', '/goal done “Learn C”')).toContain('Learn C');
  expect((await goals())[2]).toMatchObject({ state: 'achieved' });
});

it('a goal reached is met with its name and when it was set; the mentor congratulates with one tap, once', async () => {
  await pair(stage);
  await command(stage, 'UMENTEE', '/goal add Become certified');
  await stage.advance(new Date('2027-02-03T15:00:00Z'));

  await command(stage, 'UMENTEE', '/goal done 1');
  await pass(stage, HOUR);

  expect(wordsOf((await said(stage, 'UMENTEE', 'goal_reached'))[0] ?? null)).toMatch(
    /Become certified[\s\S]*set in February/,
  );
  const [news] = await said(stage, 'UMENTOR', 'goal_news');
  expect(wordsOf(news ?? null)).toContain('<@UMENTEE>');

  const ts = news?.ts ?? '';
  const value = JSON.stringify(news?.blocks).match(/[0-9a-f]{8}-[0-9a-f-]{27}/)?.[0] ?? '';
  await click(stage, 'UMENTOR', 'congratulate', { ts });
  await stage.slack.clickForged('UMENTOR', {
    channel: stage.slack.dmOf('UMENTOR'),
    ts,
    action: { action_id: 'congratulate', value },
  });
  await stage.settled();

  expect(await said(stage, 'UMENTEE', 'congratulation')).toHaveLength(1);
  expect(wordsOf(lastMessage(stage, 'UMENTEE'))).toContain('<@UMENTOR>');
});

it('a mentor of somebody else cannot congratulate', async () => {
  await pair(stage);
  await pair(stage, 'UMENTOR2', 'UMENTEE2');
  await command(stage, 'UMENTEE', '/goal add Become certified');
  const [goal] = await goals();
  await command(stage, 'UMENTEE', '/goal done 1');
  const { ts } = lastMessage(stage, 'UMENTOR2');
  await stage.slack.clickForged('UMENTOR2', {
    channel: stage.slack.dmOf('UMENTOR2'),
    ts,
    action: { action_id: 'congratulate', value: goal?.id },
  });
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'congratulation')).toEqual([]);
});
