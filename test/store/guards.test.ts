import { createStore, type WorkspaceStore } from '../../src/store';
import { freshDatabase, type FreshDatabase } from '../support/databases';

/** The guard is in the write: what is no longer true when it arrives changes nothing. */

const NOW = new Date('2027-02-01T15:00:00Z');
const SOON = new Date('2027-02-01T16:00:00Z');
const LATER = new Date('2027-02-08T15:00:00Z');

let database: FreshDatabase;
let store: WorkspaceStore;

beforeAll(async () => {
  database = await freshDatabase();
  const all = createStore(database);
  await all.sweeps.openWorkspace({ id: 'T1', name: 'T1', botUserId: 'UBOT' }, NOW);
  store = all.workspace('T1');
});
afterAll(() => database.close());

async function meet(slackUserId: string): Promise<string> {
  const person = {
    slackUserId,
    teamId: 'T1',
    name: slackUserId,
    zone: 'America/Chicago',
    locale: null,
    isBot: false,
    isGone: false,
    isGuest: false,
    isExternal: false,
  };
  const { id } = await store.members.ensure(person, NOW, null);
  return id;
}

interface Row {
  readonly state: 'planned' | 'sent' | 'answered';
  readonly dueAt: Date;
  readonly sendAt?: Date;
  readonly followUpAt?: Date;
}

async function nudge(memberId: string, row: Row) {
  const { id } = await database.prisma.nudge.create({
    data: { workspaceId: 'T1', memberId, origin: 'snoozed', ...row },
  });
  return id;
}

it('a question that was answered meanwhile is not followed up', async () => {
  const id = await nudge(await meet('UONE'), { state: 'answered', dueAt: NOW });
  expect(await store.nudges.claimFollowUps([id], NOW)).toEqual([]);
  expect(await store.nudges.byId(id)).toMatchObject({ state: 'answered', followedUpAt: null });
});

it('a question put off to soon gives way to a new one; one put off far ahead does not', async () => {
  const memberId = await meet('UTWO');
  const soon = await nudge(memberId, { state: 'planned', dueAt: SOON, sendAt: SOON });
  const later = await nudge(memberId, { state: 'planned', dueAt: LATER, sendAt: LATER });
  await store.nudges.giveWay([memberId], SOON);
  expect(await store.nudges.byId(soon)).toMatchObject({ state: 'void', reason: 'folded' });
  expect(await store.nudges.byId(later)).toMatchObject({ state: 'planned', sendAt: LATER });
});

it('a question that gave way to a new one is not followed up', async () => {
  const memberId = await meet('USIX');
  const said = await nudge(memberId, { state: 'sent', dueAt: NOW, followUpAt: LATER });
  await store.nudges.giveWay([memberId], NOW);
  expect(await store.nudges.byId(said)).toMatchObject({ state: 'expired', followUpAt: null });
});

it('an own question is removed by its owner alone', async () => {
  const [mine, other] = [await meet('UTHREE'), await meet('UFOUR')];
  const { id } = await store.life.addOwnQuestion({ memberId: mine }, 'What would make me proud?');
  expect(await store.life.removeOwnQuestion(id, { memberId: other })).toBe(false);
  expect(await store.life.removeOwnQuestion(id, { memberId: mine })).toBe(true);
});

it('a goal moves on from where it stands, and from nowhere else', async () => {
  const memberId = await meet('UFIVE');
  const { id } = await database.prisma.goal.create({
    data: {
      workspaceId: 'T1',
      memberId,
      number: 1,
      title: 'Become certified',
      createdAt: NOW,
      audience: 'mentor',
      state: 'dropped',
    },
  });
  expect(await store.goals.move(id, 'active', 'achieved', NOW)).toBe(false);
  expect(await store.goals.byId(id)).toMatchObject({ state: 'dropped' });
  expect(await store.goals.move(id, 'dropped', 'active', NOW)).toBe(true);
});

it('a goal that was reached, reopened and reached again is told as it was the last time', async () => {
  const memberId = await meet('USEVEN');
  const { id: goalId } = await store.goals.add(
    memberId,
    {
      title: 'Pass the exam',
      why: null,
      measure: null,
      targetDate: null,
      stretch: false,
      audience: 'mentor',
    },
    NOW,
  );
  await store.goals.move(goalId, 'active', 'achieved', NOW);
  const reached = { goalId, byId: memberId, kind: 'achieved' as const, reason: null };
  await store.goals.remember({ ...reached, audience: 'mentor', at: NOW });
  const reopenedAt = new Date(NOW.getTime() + 1);
  await store.goals.remember({ ...reached, kind: 'reopened', audience: 'mentor', at: reopenedAt });
  await store.goals.remember({ ...reached, audience: 'self', at: SOON });
  const told = await store.goals.achievedBetween([memberId], new Date(0), LATER);
  expect(told).toMatchObject([{ id: goalId, toldTo: 'self', reachedAt: SOON }]);
});
