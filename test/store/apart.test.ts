import { createStore, type WorkspaceStore } from '../../src/store';
import { freshDatabase, type FreshDatabase } from '../support/databases';

/** What is written or counted in sets stays within its workspace too, whatever ids come along. */

const NOW = new Date('2027-02-01T15:00:00Z');
const EARLIER = new Date('2027-01-25T15:00:00Z');

let database: FreshDatabase;
let here: WorkspaceStore;
let there: WorkspaceStore;
let memberId: string;

beforeAll(async () => {
  database = await freshDatabase();
  const store = createStore(database);
  for (const id of ['T1', 'T2']) await store.sweeps.openWorkspace({ id, name: id, botUserId: 'UBOT' }, NOW);
  here = store.workspace('T1');
  there = store.workspace('T2');
  const member = await there.members.ensure(
    {
      slackUserId: 'UMENTEE',
      teamId: 'T2',
      name: 'Mina',
      zone: 'America/Chicago',
      locale: 'en-US',
      isBot: false,
      isGone: false,
      isGuest: false,
      isExternal: false,
    },
    NOW,
    null,
  );
  memberId = member.id;
});
afterAll(() => database.close());

async function plannedNudge(dueAt: Date, sendAt: Date | null): Promise<string> {
  const { id } = await database.prisma.nudge.create({
    data: { workspaceId: 'T2', memberId, dueAt, sendAt, origin: 'rhythm', state: 'planned' },
  });
  return id;
}

it('a message is claimed by its own workspace alone', async () => {
  await there.messages.say([{ kind: 'help', memberId, onceKey: 'help:1' }], NOW);
  const { id } = await database.prisma.message.findFirstOrThrow();
  expect(await here.messages.claim({ id, now: NOW })).toBe(false);
  expect(await there.messages.claim({ id, now: NOW })).toBe(true);
  expect(await there.messages.claim({ id, now: NOW })).toBe(false);
});

it('who was asked, and how often, is counted in its own workspace alone', async () => {
  const id = await plannedNudge(new Date(NOW.getTime() - 1), null);
  await there.nudges.move(id, ['planned'], 'sent', { sentAt: NOW });
  expect(await here.digests.presence([memberId], EARLIER, NOW)).toEqual([]);
  expect(await there.digests.presence([memberId], EARLIER, NOW)).toMatchObject([{ memberId, asked: 1 }]);
});

it('what is planned is put aside by its own workspace alone', async () => {
  const id = await plannedNudge(NOW, NOW);
  await here.nudges.voidPlanned(memberId, 'paused');
  expect(await there.nudges.byId(id)).toMatchObject({ state: 'planned' });
  await there.nudges.voidPlanned(memberId, 'paused');
  expect(await there.nudges.byId(id)).toMatchObject({ state: 'void', reason: 'paused' });
});

it('an absence is taken back by its own workspace alone', async () => {
  const { id } = await there.life.addAbsence(memberId, memberId, '2027-03-01', '2027-03-02');
  await here.life.removeAbsences([id]);
  expect(await there.life.absences([memberId], '2027-01-01')).toHaveLength(1);
  await there.life.removeAbsences([id]);
  expect(await there.life.absences([memberId], '2027-01-01')).toEqual([]);
});
