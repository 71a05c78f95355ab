import type { Database } from '../../src/store/database';
import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  dm,
  fillIn,
  lastMessage,
  openHome,
  openTestStage,
  pair,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** What a person typed comes back to them whatever happens, and what they cleared is gone. */

let stage: TestStage;
afterEach(closeStages);

async function open(mayFail = false): Promise<void> {
  stage = await openTestStage({ mayFail, connections: 4 });
  await pair(stage);
}

/** Does something while the database keeps the bot waiting until the trigger of a form is long dead. */
async function slowly(work: () => Promise<unknown>): Promise<void> {
  await holding(stage.database, async () => {
    await work();
    stage.jump(new Date(stage.clock.now().getTime() + 4000));
  });
  await stage.settled();
}

async function holding({ prisma }: Database, work: () => Promise<void>): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Member" IN ACCESS EXCLUSIVE MODE`;
    await work();
  });
}

const submit = (values: Readonly<Record<string, unknown>>) =>
  stage.slack.submit(
    'UMENTEE',
    Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { value }])),
  );

const LATE = { title: 'Become certified', why: 'My team needs it', target_date: '2020-01-01' };

describe('a form that is refused', () => {
  beforeEach(() => open());

  it('opens again with the words in it while the trigger lives', async () => {
    await command(stage, 'UMENTEE', '/goal add');
    await fillIn(stage, 'UMENTEE', LATE);
    const view = wordsOf(stage.slack.view('UMENTEE'));
    expect(view).toContain('is behind us');
    expect(view).toContain('My team needs it');
  });

  it('comes back in the DM, words and all, when the work took longer than the trigger lives', async () => {
    await command(stage, 'UMENTEE', '/goal add');
    await slowly(() => submit(LATE));
    const said = wordsOf(lastMessage(stage, 'UMENTEE'));
    expect(said).toContain('is behind us');
    expect(said).toContain('My team needs it');
    expect(said).toContain('Become certified');
  });

  it('leaves no word of it in what the bot keeps', async () => {
    await command(stage, 'UMENTEE', '/goal add');
    await slowly(() => submit(LATE));
    const rows = [
      await stage.database.prisma.message.findMany(),
      await stage.database.prisma.goal.findMany(),
      await stage.database.prisma.seenEvent.findMany(),
    ];
    expect(JSON.stringify(rows)).not.toContain('My team needs it');
  });
});

it('a form that was kept slowly says so in the DM, and is not given back', async () => {
  await open();
  await command(stage, 'UMENTEE', '/goal add');
  await slowly(() => submit({ title: 'Become certified' }));
  expect(wordsOf(lastMessage(stage, 'UMENTEE'))).toContain('Logged as goal 1');
  expect(await stage.database.prisma.goal.count()).toBe(1);
});

it('a form in which something of ours broke comes back in the DM with the reference', async () => {
  await open(true);
  await command(stage, 'UMENTEE', '/checkin');
  await stage.database.prisma.$executeRaw`ALTER TABLE "CheckIn" RENAME TO "Elsewhere"`;
  await slowly(() => submit({ text: 'I passed the mock exam' }));
  await stage.database.prisma.$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "CheckIn"`;
  const said = wordsOf(lastMessage(stage, 'UMENTEE'));
  expect(said).toContain('I passed the mock exam');
  expect(stage.errors).toHaveLength(1);
  expect(JSON.stringify(stage.errors)).not.toContain('mock exam');
});

it('a command whose form cannot be opened gives the words back', async () => {
  await open(true);
  stage.slack.arm({ kind: 'error', method: 'views.open', error: 'expired_trigger_id' });
  const answer = await command(stage, 'UMENTEE', '/checkin I passed the mock exam');
  expect(answer).toContain('I passed the mock exam');
});

it('a message that could not be opened as a check-in is answered in the DM', async () => {
  await open(true);
  const { ts } = await stage.slack.say('UMENTOR', 'We presented it', { channel: 'CELSEWHERE' });
  stage.slack.arm({ kind: 'error', method: 'views.open', error: 'expired_trigger_id' });
  const before = dm(stage, 'UMENTEE').length;
  await stage.slack.messageShortcut('UMENTEE', 'save_as_check_in', 'CELSEWHERE', ts);
  await stage.settled();
  expect(dm(stage, 'UMENTEE').length).toBe(before + 1);
});

describe('words that are cleared in a form and saved', () => {
  beforeEach(() => open());

  it('are erased from the answer, and from the Home of the mentor', async () => {
    const { ts } = await ask(stage);
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    await fillIn(stage, 'UMENTEE', { status: 'stuck', text: 'I fell out with Tom', audience: 'mentor' });
    expect(await openHome(stage, 'UMENTOR')).toContain('I fell out with Tom');
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    await fillIn(stage, 'UMENTEE', { text: '' });
    expect(await checkInsOf(stage)).toMatchObject([{ status: 'stuck', text: null }]);
    expect(await openHome(stage, 'UMENTOR')).not.toContain('I fell out with Tom');
  });

  it('are erased where they were written in the DM', async () => {
    const { ts } = await ask(stage);
    await stage.slack.say('UMENTEE', 'I fell out with Tom');
    await stage.settled();
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    await fillIn(stage, 'UMENTEE', { status: 'on_track', text: '' });
    expect(JSON.stringify(await checkInsOf(stage))).not.toContain('Tom');
  });

  it('take the answer back when nothing else is left of it', async () => {
    const { ts } = await ask(stage);
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    await fillIn(stage, 'UMENTEE', { text: 'I fell out with Tom' });
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    await fillIn(stage, 'UMENTEE', { text: '' });
    expect(await checkInsOf(stage)).toEqual([]);
    expect(JSON.stringify(dm(stage, 'UMENTEE'))).not.toContain('Tom');
  });

  it('stay when only a button is tapped', async () => {
    const { ts } = await ask(stage);
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    await fillIn(stage, 'UMENTEE', { text: 'Two chapters read' });
    await stage.slack.clickForged('UMENTEE', {
      channel: stage.slack.dmOf('UMENTEE'),
      ts,
      action: { action_id: 'answer_stuck', value: `${(await checkInsOf(stage))[0]?.nudgeId}:0` },
    });
    await stage.settled();
    expect(await checkInsOf(stage)).toMatchObject([{ status: 'stuck', text: 'Two chapters read' }]);
  });

  it('are erased from a goal, its date with them', async () => {
    await command(stage, 'UMENTEE', '/goal add');
    await fillIn(stage, 'UMENTEE', {
      title: 'Become certified',
      why: 'For Tom',
      measure: 'An exam',
      target_date: '2028-01-01',
    });
    await command(stage, 'UMENTEE', '/goal edit 1');
    await fillIn(stage, 'UMENTEE', { why: '', measure: '', target_date: null });
    expect(await stage.database.prisma.goal.findFirstOrThrow()).toMatchObject({
      why: null,
      measure: null,
      targetDate: null,
    });
  });

  it('are erased from the settings', async () => {
    await openHome(stage, 'UMENTEE');
    await stage.slack.click('UMENTEE', { actionId: 'open_settings' });
    await stage.settled();
    await fillIn(stage, 'UMENTEE', { quiet_from: '18:00', quiet_to: '08:00' });
    await stage.slack.click('UMENTEE', { actionId: 'open_settings' });
    await stage.settled();
    await fillIn(stage, 'UMENTEE', { quiet_from: null, quiet_to: null });
    const member = await stage.store.members.bySlackId('UMENTEE');
    expect(member).toMatchObject({ quietFrom: null, quietTo: null });
  });
});

it('what a command could not read is said back as it was typed', async () => {
  await open();
  for (const line of ['/mentor Tom & Jerry', '/mentor digest Tom & Jerry', '/nudge Tom & Jerry']) {
    const answer = await command(stage, 'UMENTOR', line);
    expect(answer).toContain('Tom &amp; Jerry');
    expect(answer).not.toContain('&amp;amp;');
  }
  await command(stage, 'UMENTOR', '/goal Tom & Jerry');
  expect(JSON.stringify(stage.slack.view('UMENTOR'))).toContain('"initial_value":"Tom & Jerry"');
});

describe('who may know of a goal', () => {
  beforeEach(() => open());

  it('is chosen in its form, and said with the receipt', async () => {
    expect(await command(stage, 'UMENTEE', '/goal add Become certified')).toContain('<@UMENTOR> will see it');
    await command(stage, 'UMENTEE', '/goal add');
    await fillIn(stage, 'UMENTEE', { title: 'Find another job', audience: 'self' });
    expect(wordsOf(lastMessage(stage, 'UMENTEE'))).toContain('Only you will see it.');
    expect(await openHome(stage, 'UMENTOR')).not.toContain('Find another job');
  });

  it('shows in the list of a person who keeps it to themselves, and can be changed', async () => {
    await command(stage, 'UMENTEE', '/goal add');
    await fillIn(stage, 'UMENTEE', { title: 'Find another job', audience: 'self' });
    expect(await command(stage, 'UMENTEE', '/goal')).toContain('Find another job* · only you');
    await command(stage, 'UMENTEE', '/goal edit 1');
    await fillIn(stage, 'UMENTEE', { audience: 'mentor' });
    expect(await command(stage, 'UMENTEE', '/goal')).not.toContain('only you');
    expect(await openHome(stage, 'UMENTOR')).toContain('Find another job');
  });
});
