import {
  ask,
  click,
  closeStages,
  command,
  fillIn,
  HOUR,
  logGoals,
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
} from '../support/stage';

/** What somebody keeps to themselves is neither shown, nor told, nor counted. */

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
});
afterEach(closeStages);

const FRIDAY = new Date('2027-02-12T22:00:00Z');
const digestsOf = async (user: string) => (await said(stage, user, 'digest')).map(wordsOf).join('\n');
const channel = () => stage.slack.messages({ channel: 'CMENTORS' }).map(wordsOf).join('\n');

async function answerInWords(values: Readonly<Record<string, unknown>>): Promise<void> {
  const { ts } = (await nudges(stage)).at(-1) ?? { ts: '' };
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', values);
}

it('a goal that was reached for oneself alone is no news, and in nobody’s digest', async () => {
  await pair(stage);
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  await ask(stage, 'UMENTEE', ['Find another trade']);
  await answerInWords({ status: 'done', text: 'Signed today', audience: 'self' });
  await command(stage, 'UMENTEE', '/checkin');
  await fillIn(stage, 'UMENTEE', { goal: 'none', text: 'All is well', audience: 'program' });
  await stage.advance(FRIDAY);

  expect(wordsOf((await said(stage, 'UMENTEE', 'goal_reached'))[0] ?? null)).toContain('Find another trade');
  expect(await said(stage, 'UMENTOR', 'goal_news')).toEqual([]);
  expect(await digestsOf('UMENTOR')).toContain('All is well');
  expect(channel()).toContain('All is well');
  for (const shown of [await digestsOf('UMENTOR'), channel(), await openHome(stage, 'UMENTOR')]) {
    // That it was set was theirs to read before; that it was reached was not.
    expect(shown.replaceAll('New goal: *Find another trade*', '')).not.toContain('Find another trade');
    expect(shown).not.toContain('Signed today');
  }
});

it('a goal that was reached for the mentor is told to the mentor, and not to the channel', async () => {
  await pair(stage);
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  await ask(stage);
  await answerInWords({ status: 'done', text: 'Passed', audience: 'mentor' });
  await stage.advance(FRIDAY);

  expect(await said(stage, 'UMENTOR', 'goal_news')).toHaveLength(1);
  expect(await digestsOf('UMENTOR')).toContain('Become certified');
  expect(channel()).not.toContain('Become certified');
});

it('check-ins kept to oneself are not counted: the channel hears of the others alone', async () => {
  await pair(stage);
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  await ask(stage);
  for (const audience of ['self', 'self', 'mentor']) {
    await command(stage, 'UMENTEE', '/checkin');
    await fillIn(stage, 'UMENTEE', { goal: 'none', text: 'A word', audience });
  }
  await stage.advance(FRIDAY);

  const counted = stage.slack
    .messages({ channel: 'CMENTORS' })
    .map(wordsOf)
    .find((shown) => shown.includes('How Mentorship is doing'));
  for (const shown of [counted, await openHome(stage, 'UCOORD')]) {
    expect(shown).toMatch(/\b(one|1) check-in\b/i);
    expect(shown).not.toContain('check-ins');
  }
});

it('a week of nothing but private check-ins leaves the channel quiet', async () => {
  await pair(stage);
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  await ask(stage);
  const before = stage.slack.messages({ channel: 'CMENTORS' }).length;
  await answerInWords({ text: 'Only for me', audience: 'self' });
  await stage.advance(FRIDAY);
  expect(stage.slack.messages({ channel: 'CMENTORS' })).toHaveLength(before);
});

it('a goal that was reached before the pairing is not in the new mentor’s digest', async () => {
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Learn to sail', 'Become certified']);
  await toNextNudge(stage);
  await command(stage, 'UMENTEE', '/goal done 1');
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await command(stage, 'UMENTEE', '/goal done 2');
  await stage.advance(FRIDAY);

  expect(await digestsOf('UMENTOR')).toContain('Learn to sail');
  expect(await digestsOf('UMENTOR2')).toContain('Become certified');
  expect(await digestsOf('UMENTOR2')).not.toContain('Learn to sail');
});

it('each of two mentees is shown with their own words and goals alone', async () => {
  await pair(stage);
  await pair(stage, 'UMENTOR', 'UMENTEE2');
  await command(stage, 'UCOORD', '/mentor digest #mentors');
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await logGoals(stage, 'UMENTEE2', ['Run a workshop']);
  await stage.advance(new Date('2027-02-08T22:00:00Z'));
  await say(stage, 'UMENTEE', 'Read two chapters');
  await command(stage, 'UMENTEE', '/goal done 1');
  await stage.advance(FRIDAY);
  const digest = await digestsOf('UMENTOR');
  expect(digest).toContain('Read two chapters');
  expect(digest).toContain('*<@UMENTEE2>* · asked once, nothing shared');
  expect(channel()).toMatch(/2 pairs, one check-in\b/);
});

it('nobody congratulates on a goal that was opened again', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await command(stage, 'UMENTEE', '/goal add Become certified');
  await command(stage, 'UMENTEE', '/goal done 1');
  await pass(stage, HOUR);
  const goal = await stage.database.prisma.goal.findFirstOrThrow();
  await command(stage, 'UMENTEE', '/goal reopen 1');
  const [now] = await said(stage, 'UMENTOR', 'goal_news');
  await stage.slack.clickForged('UMENTOR', {
    channel: stage.slack.dmOf('UMENTOR'),
    ts: now?.ts ?? '',
    action: { action_id: 'congratulate', value: goal.id },
  });
  await stage.settled();
  expect(await said(stage, 'UMENTEE', 'congratulation')).toEqual([]);
});

it('news of a goal that was made private since is taken back', async () => {
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Find another trade']);
  await command(stage, 'UMENTEE', '/goal done 1');
  await pass(stage, HOUR);
  const news = async () => (await said(stage, 'UMENTOR', 'goal_news')).map(wordsOf).join();
  expect(await news()).toContain('Find another trade');
  await command(stage, 'UMENTEE', '/goal reopen 1');
  await command(stage, 'UMENTEE', '/goal edit 1');
  await fillIn(stage, 'UMENTEE', { audience: 'self' });
  expect(await news()).not.toContain('Find another trade');
});

it('an answer about a goal that was made private since is shown without its title', async () => {
  await pair(stage);
  await ask(stage, 'UMENTEE', ['Find another trade']);
  await answerInWords({ text: 'Read two chapters', audience: 'mentor' });
  await command(stage, 'UMENTEE', '/goal edit 1');
  await fillIn(stage, 'UMENTEE', { audience: 'self' });
  await stage.advance(FRIDAY);
  for (const shown of [await digestsOf('UMENTOR'), await openHome(stage, 'UMENTOR')]) {
    expect(shown).toContain('Read two chapters');
    expect(shown).not.toContain('Find another trade');
  }
});
