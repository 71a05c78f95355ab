/** Two workspaces in one store, on each PostgreSQL that the bot can stand on. */

import type { Person } from '../../src/domain/member';
import { createStore, type Store, type WorkspaceStore } from '../../src/store';
import type { NewNudge } from '../../src/store/nudges';
import type { OutboxJob } from '../../src/store/queue';
import { freshDatabase, freshEmbedded, type FreshDatabase } from '../support/databases';

export const NOW = new Date('2027-02-01T15:00:00Z');
export const LATER = new Date('2027-02-08T15:00:00Z');
export const RULE = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2027-02-01T09:00' };

export type World = ReturnType<typeof createWorld>;

/** The same tests on both databases, on empty workspaces each time. */
export function onBothDatabases(tests: (world: World) => void): void {
  describe.each([
    ['PostgreSQL on a server', freshDatabase],
    ['PostgreSQL embedded', freshEmbedded],
  ])('on %s', (_name, open) => {
    const world = createWorld();
    beforeAll(() => world.open(open));
    afterAll(() => world.database.close());
    beforeEach(() => world.empty());
    tests(world);
  });
}

function createWorld() {
  let database: FreshDatabase;
  let store: Store;
  let here: WorkspaceStore;
  let there: WorkspaceStore;
  const broken: unknown[] = [];

  async function open(fresh: (onError: (error: unknown) => void) => Promise<FreshDatabase>): Promise<void> {
    database = await fresh((error) => void broken.push(error));
    store = createStore(database);
  }

  async function empty(): Promise<void> {
    await database.prisma.workspace.deleteMany();
    for (const id of ['T1', 'T2']) {
      await store.sweeps.openWorkspace({ id, name: id, botUserId: 'UBOT' }, NOW);
    }
    here = store.workspace('T1');
    there = store.workspace('T2');
    await drained();
  }

  async function drained(): Promise<OutboxJob[]> {
    const jobs: OutboxJob[] = [];
    await database.queue.drain((job) => {
      jobs.push(job);
      return Promise.resolve(null);
    });
    return jobs;
  }

  const meet = (slackUserId: string, at = here) => at.members.ensure(someone(slackUserId), NOW, null);

  function newNudge(memberId: string, change: Partial<NewNudge> = {}): NewNudge {
    return {
      id: here.newId(),
      memberId,
      dueAt: NOW,
      origin: 'rhythm',
      state: 'planned',
      sendAt: null,
      reason: null,
      detail: null,
      messageId: null,
      silenceAskedAt: null,
      ...change,
    };
  }

  async function proposed(mentorId: string, menteeId: string, at = here) {
    const program = await at.programs.first();
    return at.mentorships.propose({
      programId: program.id,
      mentorId,
      menteeId,
      proposedById: mentorId,
      now: NOW,
      nextStepAt: LATER,
    });
  }

  return {
    get database() {
      return database;
    },
    get store() {
      return store;
    },
    get here() {
      return here;
    },
    get there() {
      return there;
    },
    broken,
    open,
    empty,
    drained,
    meet,
    newNudge,
    proposed,
  };
}

export function someone(slackUserId: string): Person {
  return {
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
}

export const checkIn = (memberId: string) => ({
  memberId,
  goalId: null,
  nudgeId: null,
  state: 'recorded' as const,
  status: 'note' as const,
  text: 'Read two chapters',
  audience: 'mentor' as const,
  sharedWith: [],
  saidAt: NOW,
});
