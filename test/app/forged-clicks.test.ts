import { createStore, type WorkspaceStore } from '../../src/store';
import { ACTIONS } from '../../src/slack/kit/ids';
import {
  checkInsOf,
  closeStages,
  command,
  dm,
  fillIn,
  logGoals,
  memberOf,
  nudgeRecords,
  openTestStage,
  pair,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../support/stage';
import { TERMS } from '../store/filled';
import { carriesNothing, FORGED, type Action, type Things } from '../support/forged-values';

/**
 * Whoever can talk to Slack's API can click on anything with any value. Every action is clicked with the ids of things
 * that are not the clicker's: nothing of anybody else is read or changed, and the clicker gets a kind answer.
 */

/** Actions that live in an open form. */
const IN_A_FORM: Partial<Record<Action, Action>> = {
  settings_country: 'open_settings',
  choose_draft: 'open_settings',
};

/** What no button of ours carries; that each is read strictly is tested beside the ids. */
const GARBAGE = ['', 'nonsense', "1' OR 1=1"];

/** Stands in every word of the people who are attacked. */
const CANARY = 'Kestrel';

let stage: TestStage;
let theirs: Things;
let elsewhere: Things;
const own = new Map<string, Things>();

beforeAll(async () => {
  stage = await openTestStage();
  await pair(stage);
  await pair(stage, 'UMENTOR2', 'UOTHER');
  theirs = await thingsOf('UMENTEE', 'UMENTEE3', CANARY);
  for (const user of ['UOTHER', 'UMENTOR2']) own.set(user, await thingsOf(user, 'UMENTEE2', 'My own'));
  elsewhere = await thingsElsewhere();
  // Whose it is keeps it, and not that its time is over.
  await stage.database.prisma.undo.updateMany({ data: { until: new Date('2100-01-01') } });
});
afterAll(closeStages);

/** A person with one of everything, as they would make it themselves. */
async function thingsOf(user: string, proposer: string, word: string): Promise<Things> {
  await logGoals(stage, user, [`${word} certificate`, `${word} talk`]);
  await command(stage, user, '/goal drop 2');
  await fillIn(stage, user, { reason: `${word} reason` });
  await say(stage, user, `${word} draft`);
  if (user === 'UMENTOR2') await command(stage, user, '/nudge weekly on Monday at 9:00');
  await toNextNudge(stage, user);
  await say(stage, user, `${word} answer`);
  await toNextNudge(stage, user);
  await command(stage, proposer, `/mentor invite @${user}`);
  await command(stage, user, '/nudge quiet 22:00 to 6:00');
  const member = await memberOf(stage, user);
  const { id: undo } = await stage.database.prisma.undo.findFirstOrThrow({ where: { memberId: member.id } });
  const all = await stage.store.goals.ofMembers([member.id]);
  const said = await checkInsOf(stage, user);
  const open = await stage.store.mentorships.openOf(member.id);
  const idOf = (found: { id: string } | undefined): string => {
    if (!found) throw new Error(`${user} lacks something`);
    return found.id;
  };
  for (const { id, state } of open)
    if (state === 'active') await agreementIn(stage.store, id, member.id, word);
  const proposal = idOf(open.find(({ state }) => state === 'proposed'));
  return {
    nudge: idOf((await nudgeRecords(stage, user)).at(-1)),
    bareNudge: await bareNudge({ workspaceId: stage.slack.team.id, memberId: member.id }),
    checkIn: idOf(said.find(({ text }) => text === `${word} answer`)),
    draft: idOf(said.find(({ text }) => text === `${word} draft`)),
    goal: idOf(all[0]),
    droppedGoal: idOf(all[1]),
    proposal,
    agreement: await agreementIn(stage.store, proposal, member.id, word),
    undo,
    member: member.id,
    words: await wordsTo({ workspaceId: stage.slack.team.id, toId: member.id }, word),
    promise: await promiseOf({ workspaceId: stage.slack.team.id, memberId: member.id }, word),
  };
}

async function bareNudge(whose: { workspaceId: string; memberId: string }): Promise<string> {
  const { prisma } = stage.database;
  const { id } = await prisma.nudge.create({
    data: { ...whose, dueAt: new Date(0), origin: 'asked_for', state: 'expired' },
  });
  const first = { workspaceId: whose.workspaceId, nudgeId: id, position: 0, question: 'first-goal' };
  await prisma.nudgeQuestion.create({ data: first });
  return id;
}

/** An ask of somebody, as if from themselves: who wrote it is looked at after for whom it is. */
async function wordsTo(whose: { workspaceId: string; toId: string }, text: string): Promise<string> {
  const { prisma } = stage.database;
  const { toId } = whose;
  const said = { kind: 'question', text, at: new Date(0), onceKey: `question:${toId}` };
  const { id } = await prisma.response.create({ data: { ...whose, fromId: toId, ...said } });
  await prisma.ask.create({ data: { ...whose, id, fromId: toId, step: 'told' } });
  return id;
}

/** What somebody promised themselves. */
async function promiseOf(whose: { workspaceId: string; memberId: string }, words: string): Promise<string> {
  const data = { ...whose, words, saidAt: new Date(0) };
  return (await stage.database.prisma.promiseMade.create({ data })).id;
}

/** A version between two, drafted by one of them. */
async function agreementIn(store: WorkspaceStore, mentorshipId: string, memberId: string, word: string) {
  const terms = { ...TERMS, menteeBrings: word };
  const drafted = { mentorshipId, version: 1, draftedById: memberId, draftedAt: stage.clock.now(), terms };
  return (await store.agreements.draft(drafted))?.id ?? '';
}

/** The same in another workspace, whose people cannot be met from here: its rows are copies of ours under other ids. */
async function thingsElsewhere(): Promise<Things> {
  const now = stage.clock.now();
  const store = createStore(stage.database);
  const there = { id: 'TELSEWHERE', name: 'Elsewhere', botUserId: 'UBOT' };
  await store.sweeps.openWorkspace(there, now);
  const bound = store.workspace(there.id);
  const { prisma } = stage.database;
  const program = await bound.programs.first();
  const members = new Map<string, string>();
  for (const user of ['UMENTEE', 'UMENTEE3']) {
    const { id: _id, ...member } = await prisma.member.findFirstOrThrow({
      where: { slackUserId: user, workspaceId: stage.slack.team.id },
    });
    const copied = await prisma.member.create({
      data: { ...member, workspaceId: there.id, enrolledById: null },
    });
    members.set(user, copied.id);
  }
  const ids = { workspaceId: there.id, memberId: members.get('UMENTEE') ?? '' };
  const copyGoal = async (goalId: string) => {
    const { id: _id, ...goal } = await prisma.goal.findFirstOrThrow({ where: { id: goalId } });
    return (await prisma.goal.create({ data: { ...goal, ...ids } })).id;
  };
  const goal = await copyGoal(theirs.goal);
  const droppedGoal = await copyGoal(theirs.droppedGoal);
  const nudge = bound.newId();
  const { id: _nudge, ...asked } = await prisma.nudge.findFirstOrThrow({ where: { id: theirs.nudge } });
  await prisma.nudge.create({ data: { ...asked, ...ids, id: nudge, messageId: null } });
  await prisma.nudgeQuestion.create({
    data: { workspaceId: there.id, nudgeId: nudge, position: 0, goalId: goal, question: 'how-far' },
  });
  const copyCheckIn = async (checkInId: string) => {
    const { id: _id, ...checkIn } = await prisma.checkIn.findFirstOrThrow({ where: { id: checkInId } });
    const without = { nudgeId: null, goalId: null, answerKey: null };
    return (await prisma.checkIn.create({ data: { ...checkIn, ...ids, ...without } })).id;
  };
  const { id: _id, ...proposal } = await prisma.mentorship.findFirstOrThrow({
    where: { id: theirs.proposal },
  });
  const {
    id: _undo,
    workspaceId: _workspace,
    ...change
  } = await prisma.undo.findFirstOrThrow({
    where: { id: theirs.undo },
  });
  const pairIds = {
    workspaceId: there.id,
    programId: program.id,
    mentorId: members.get('UMENTEE3') ?? '',
    menteeId: ids.memberId,
    proposedById: members.get('UMENTEE3') ?? '',
  };
  const { id: proposed } = await prisma.mentorship.create({ data: { ...proposal, ...pairIds } });
  return {
    nudge,
    bareNudge: await bareNudge(ids),
    goal,
    droppedGoal,
    checkIn: await copyCheckIn(theirs.checkIn),
    draft: await copyCheckIn(theirs.draft),
    proposal: proposed,
    agreement: await agreementIn(bound, proposed, ids.memberId, CANARY),
    undo: (await bound.undos.add({ ...change, memberId: ids.memberId, subjectId: ids.memberId })).id,
    member: ids.memberId,
    words: await wordsTo({ workspaceId: there.id, toId: ids.memberId }, CANARY),
    promise: await promiseOf(ids, CANARY),
  };
}

/** Every row that is not the clicker's alone, whatever tables there are. */
async function rowsOfOthers(clicker: string): Promise<string[]> {
  const { id } = await memberOf(stage, clicker);
  const { prisma } = stage.database;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT IN ('SeenEvent', '_prisma_migrations') ORDER BY 1`;
  // What they ask of the one they are paired with is theirs to say.
  const words = await prisma.response.findMany({ where: { fromId: id }, select: { id: true } });
  const said = [id, ...words.map((each) => each.id)];
  const others = [theirs, elsewhere].flatMap((things) => Object.values<string>({ ...things }));
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS "row" FROM "${name}" t ORDER BY 1`,
    );
    for (const { row } of found) {
      if (!said.some((each) => row.includes(each)) || others.some((other) => row.includes(other)))
        rows.push(`${name} ${row}`);
    }
  }
  return rows;
}

/** All that a person can see: their DM with the bot, what was said only to them, their form and their home. */
function seenBy(user: string): string {
  const { slack } = stage;
  return [...dm(stage, user), ...slack.ephemerals(user), slack.view(user), slack.home(user)]
    .map((shown) => JSON.stringify(shown))
    .join('\n');
}

/** For whatever form a click opens. */
const FILLED_IN = {
  goal: 'none',
  text: 'A word',
  title: 'A title',
  reason: 'None',
  until: '2027-12-01',
  who: 'UROBOT',
  mentor: 'UMENTOR',
  mentee: 'UMENTEE',
};
/** What is answered by showing App Home itself. */
const TURNS: ReadonlySet<Action> = new Set(['home_more', 'home_back']);

/** Clicks, and sends whatever form that opened; answers what the clicker was told. */
async function forge(user: string, action: Action, value: string): Promise<string> {
  const { slack } = stage;
  const before = slack.ephemerals(user).length;
  const { ts } = await slack.say(user, '', { files: [{ id: 'F1', name: 'a.pdf' }] });
  const form = IN_A_FORM[action];
  const place = { channel: slack.dmOf(user), ts };
  if (form) await slack.clickForged(user, { ...place, action: { action_id: ACTIONS[form], value: '' } });
  await stage.settled();
  await slack.clickForged(user, { ...(form ? {} : place), action: { action_id: ACTIONS[action], value } });
  await stage.settled();
  const shown = wordsOf(TURNS.has(action) ? slack.home(user) : slack.view(user));
  const view = slack.view(user);
  if (view?.submit) {
    const inputs = view.blocks.map(({ block_id: id }) => id);
    const values = Object.entries(FILLED_IN).filter(([name]) => inputs.includes(name));
    await fillIn(stage, user, Object.fromEntries(values));
  }
  while (slack.view(user)) await slack.closeView(user);
  await stage.settled();
  return [shown, ...slack.ephemerals(user).slice(before).map(wordsOf)].join('\n').trim();
}

const actions = Object.values(ACTIONS);

it('every action has its forged clicks', () => {
  expect(Object.keys(FORGED).toSorted()).toEqual([...actions].toSorted());
});

describe.each([
  ['somebody else', 'UOTHER', [...GARBAGE]],
  ['the mentor of somebody else', 'UMENTOR2', []],
])('%s', (_who, user, garbage) => {
  it.each(actions)('gets nothing of anybody with a forged %s', async (action) => {
    const mine = own.get(user);
    if (!mine) throw new Error(`${user} has nothing`);
    const make = FORGED[action];
    const values = new Set([
      ...make(theirs, mine),
      ...(garbage.length > 0 ? make(elsewhere, mine) : []),
      ...garbage,
    ]);
    const before = await rowsOfOthers(user);
    for (const value of make === carriesNothing ? make(theirs, mine) : values) {
      const told = await forge(user, action, value);
      expect({ value, told }).toEqual({ value, told: expect.stringMatching(/\w{2,}/) as unknown });
      expect(told).not.toContain('Something went wrong');
      expect(told).not.toContain(CANARY);
    }
    expect(await rowsOfOthers(user)).toEqual(before);
    expect(seenBy(user)).not.toContain(CANARY);
    expect(stage.errors).toEqual([]);
  });
});
