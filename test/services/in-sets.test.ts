import { watchStore, type WatchedStore } from '../../bench/watched';
import { sweep } from '../../src/services/sweep';
import { freshDatabase, type FreshDatabase } from '../support/databases';

/** What waited and falls due is worked on in sets: a batch takes as many statements whatever the number of rows in it. */

const NOW = new Date('2027-02-01T15:00:00Z');
const BEFORE = new Date('2027-01-25T15:00:00Z');
const FEW = 5;
/** One more statement a row would be more than a second batch takes. */
const MANY = 100;

const WORKSPACE = { workspaceId: 'T1' };
const uuid = (kind: number, n: number) =>
  `00000000-0000-4000-8000-${String(kind * 1000 + n).padStart(12, '0')}`;
const MEMBER = 1;
const NUDGE = 2;
const MESSAGE = 3;
const ASK = 4;
const BANK = [{ id: 'no_goal_1', situation: 'no_goal' as const, type: 'open' as const }];

let database: FreshDatabase;
let watched: WatchedStore;

beforeEach(async () => {
  database = await freshDatabase();
  watched = watchStore({ url: database.url ?? '', queue: database.queue });
});
afterEach(async () => {
  await watched.close();
  await database.close();
});

/** How many statements a sweep takes with so many rows due. */
async function statementsWith(
  count: number,
  seed: (count: number) => Promise<unknown>,
  getsOn: () => void = () => undefined,
): Promise<number> {
  await database.prisma.workspace.deleteMany();
  await watched.store.sweeps.openWorkspace({ id: 'T1', name: 'T1', botUserId: 'UBOT' }, BEFORE);
  await database.prisma.member.createMany({
    data: numbers(2 * count).map((n) => ({
      ...WORKSPACE,
      id: uuid(MEMBER, n),
      slackUserId: `U${n}`,
      name: `U${n}`,
      zone: 'UTC',
      joinedAt: BEFORE,
      // Some are not asked at this moment.
      pausedAt: n % 5 === 4 ? BEFORE : null,
    })),
  });
  await seed(count);
  watched.forget();
  await sweep({ sweeps: watched.store.sweeps, bank: BANK, getsOn }, NOW);
  return watched.statements().filter(({ text }) => !text.startsWith('ANALYZE')).length;
}

/** Two claims are made at once; where they share the rows, each takes a batch's statements. */
const twice = (few: number) => 2 * few;

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Each waits since last week; of some the rhythm is silent for long, and of some it halves. */
async function waiting(count: number): Promise<void> {
  const nudge = { ...WORKSPACE, origin: 'rhythm', state: 'expired' } as const;
  await database.prisma.nudge.createMany({
    data: numbers(count).flatMap((n) => [
      ...(n % 5 === 1 ? [1, 2] : n % 5 === 2 ? [1] : []).map((week) => ({
        ...nudge,
        memberId: uuid(MEMBER, n),
        dueAt: new Date(BEFORE.getTime() - week * 3_600_000),
        silenceAskedAt: n % 5 === 2 ? BEFORE : null,
      })),
      {
        ...nudge,
        id: uuid(NUDGE, n),
        memberId: uuid(MEMBER, n),
        dueAt: BEFORE,
        sendAt: NOW,
        state: 'planned',
      },
    ]),
  });
  await database.prisma.cadence.createMany({
    data: numbers(count).map((n) => ({
      ...WORKSPACE,
      purpose: 'nudge',
      memberId: uuid(MEMBER, n),
      rule: 'FREQ=WEEKLY;BYDAY=TH',
      start: '2027-01-28T09:00',
      nextDueAt: new Date(NOW.getTime() + (n % 5 === 3 ? 1 : 72) * 3_600_000),
    })),
  });
}

async function unanswered(count: number): Promise<void> {
  await database.prisma.message.createMany({
    data: numbers(count).map((n) => ({
      ...WORKSPACE,
      id: uuid(MESSAGE, n),
      kind: 'nudge',
      memberId: uuid(MEMBER, n),
      subjectId: uuid(NUDGE, n),
      payload: {},
      state: 'sent',
      plannedAt: BEFORE,
      onceKey: `nudge:${n}`,
    })),
  });
  await database.prisma.nudge.createMany({
    data: numbers(count).map((n) => ({
      ...WORKSPACE,
      id: uuid(NUDGE, n),
      memberId: uuid(MEMBER, n),
      dueAt: BEFORE,
      state: 'sent',
      followUpAt: NOW,
      messageId: uuid(MESSAGE, n),
    })),
  });
}

async function proposals(count: number): Promise<void> {
  const program = await watched.store.workspace('T1').programs.first();
  await database.prisma.mentorship.createMany({
    data: numbers(count).map((n) => ({
      ...WORKSPACE,
      programId: program.id,
      mentorId: uuid(MEMBER, n),
      menteeId: uuid(MEMBER, count + n),
      proposedById: uuid(MEMBER, n),
      proposedAt: BEFORE,
      nextStepAt: NOW,
      askedAgainAt: n % 2 === 0 ? BEFORE : null,
      openPair: String(n),
    })),
  });
}

const statesOf = async (what: 'nudge' | 'message'): Promise<Record<string, number>> => {
  const rows =
    what === 'nudge'
      ? (await database.prisma.nudge.findMany({ where: { dueAt: BEFORE } })).map(
          ({ state, messageId, silenceAskedAt }) =>
            [state, messageId && 'said', silenceAskedAt && 'sorting'].filter(Boolean).join(' '),
        )
      : (await database.prisma.message.findMany()).map(({ kind }) => kind);
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row] = (counts[row] ?? 0) + 1;
  return counts;
};

it('nudges that waited take as many statements for a hundred as for five', async () => {
  const few = await statementsWith(FEW, waiting);
  // One is asked as it is, one sorts a silence, one halves the rhythm; one gives way to the next, and one is paused.
  expect(await statesOf('nudge')).toEqual({ 'planned said': 2, 'planned said sorting': 1, void: 1, held: 1 });
  expect(await database.prisma.cadence.count({ where: { halvedAt: NOW } })).toBe(1);
  expect(await database.prisma.nudgeQuestion.count()).toBe(2);
  expect(await statementsWith(MANY, waiting)).toBeLessThanOrEqual(twice(few));
  expect(await database.prisma.cadence.count({ where: { halvedAt: NOW } })).toBe(MANY / 5);
});

it('of several that waited, one person is asked once', async () => {
  await statementsWith(2, async () => {
    await database.prisma.nudge.createMany({
      data: numbers(3).map((n) => ({
        ...WORKSPACE,
        memberId: uuid(MEMBER, 0),
        dueAt: new Date(BEFORE.getTime() + n),
        origin: 'snoozed',
        state: 'planned',
        sendAt: new Date(NOW.getTime() - n),
      })),
    });
  });
  const rows = await database.prisma.nudge.findMany({ orderBy: { messageId: 'asc' } });
  expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
    ['planned', null],
    ['void', 'folded'],
    ['void', 'folded'],
  ]);
  expect(await statesOf('message')).toEqual({ nudge: 1 });
});

it('follow-ups take as many statements for a hundred as for five', async () => {
  const few = await statementsWith(FEW, unanswered);
  expect(await database.prisma.nudge.count({ where: { followedUpAt: NOW, followUpAt: null } })).toBe(4);
  expect(await database.prisma.nudge.count({ where: { followUpAt: { not: null } } })).toBe(0);
  expect(await statementsWith(MANY, unanswered)).toBeLessThanOrEqual(twice(few));
});

it('proposals take as many statements for a hundred as for five', async () => {
  const few = await statementsWith(FEW, proposals);
  expect(await statesOf('message')).toEqual({ proposal: 2, proposal_lapsed: 3 });
  expect(await database.prisma.mentorship.count({ where: { state: 'ended', openPair: null } })).toBe(3);
  expect(await statementsWith(MANY, proposals)).toBeLessThanOrEqual(twice(few));
});

/** Of each five one is to be reminded, one's reminder rides, two hear of other ways, and one is asked the last time. */
async function asks(count: number): Promise<void> {
  await proposals(count);
  await database.prisma.mentorship.updateMany({ data: { state: 'active', nextStepAt: null } });
  await database.prisma.response.createMany({
    data: numbers(count).map((n) => ({
      ...WORKSPACE,
      id: uuid(ASK, n),
      fromId: uuid(MEMBER, count + n),
      toId: uuid(MEMBER, n),
      kind: 'question',
      at: BEFORE,
      onceKey: `ask:${n}`,
    })),
  });
  await database.prisma.ask.createMany({
    data: numbers(count).map((n) => ({
      ...WORKSPACE,
      id: uuid(ASK, n),
      fromId: uuid(MEMBER, count + n),
      toId: uuid(MEMBER, n),
      step: ['asked', 'rides', 'reminded', 'questioned', 'told'][n % 5] ?? '',
      dueAt: NOW,
    })),
  });
}

it('asks that nobody answers take as many statements for a hundred as for five', async () => {
  const few = await statementsWith(FEW, asks);
  expect(await statesOf('message')).toEqual({ ask_notice: 3 });
  const steps = (await database.prisma.ask.findMany({ orderBy: { id: 'asc' } })).map(
    ({ step, end }) => end ?? step,
  );
  // Whoever asked the last one pauses: they are asked about it another day.
  expect(steps).toEqual(['rides', 'reminded', 'told', 'rests', 'told']);
  expect(await statementsWith(MANY, asks)).toBeLessThanOrEqual(twice(few));
});

it('a sweep of more than one batch says that it gets on, and one of less does not', async () => {
  let times = 0;
  const getsOn = () => void (times += 1);
  await statementsWith(FEW, proposals, getsOn);
  expect(times).toBe(0);
  // Two claims at once share 501 among themselves; of 1,001 one of them has a whole batch.
  await statementsWith(1001, proposals, getsOn);
  expect(times).toBeGreaterThan(0);
  expect(await database.prisma.message.count()).toBe(1001);
});
