import { randomUUID } from 'node:crypto';
import type { OutboxJob } from './queue';
import { createAgreements } from './pair/agreements';
import { createCadences } from './cadences';
import { createCheckIns } from './check-ins';
import { sqlRunner, type Db } from './client';
import type { Database } from './database';
import { createDigests } from './digests';
import { createEvents } from './events';
import { oneByOne, together } from './gather';
import { createGoals } from './goals';
import { createInbox } from './inbox';
import { createLaidAside } from './laid-aside';
import { createAsks } from './ledger/asks';
import { createShelf } from './ledger/shelf';
import { createLife, createUndos } from './life';
import { createMembers } from './members';
import { createMentorships } from './mentorships';
import { createMessages, type SentNudge } from './messages';
import { createNudges } from './nudges';
import { createNudgeFacts } from './nudge-facts';
import { createBarriers } from './ledger/barriers';
import { createPromises } from './ledger/promises';
import { createPrograms } from './programs';
import { createResponses } from './responses';
import { createSweeps, type Sweeps } from './sweeps';
import type { PrismaClient } from './generated/client';
import type { Queue } from './queue';

/** Everything of one workspace and nothing of any other. */
export interface WorkspaceStore {
  readonly workspaceId: string;
  readonly members: ReturnType<typeof createMembers>;
  readonly programs: ReturnType<typeof createPrograms>;
  readonly mentorships: ReturnType<typeof createMentorships>;
  readonly agreements: ReturnType<typeof createAgreements>;
  readonly goals: ReturnType<typeof createGoals>;
  readonly cadences: ReturnType<typeof createCadences>;
  readonly nudges: ReturnType<typeof createNudges>;
  readonly checkIns: ReturnType<typeof createCheckIns>;
  readonly responses: ReturnType<typeof createResponses>;
  readonly promises: ReturnType<typeof createPromises>;
  readonly barriers: ReturnType<typeof createBarriers>;
  readonly asks: ReturnType<typeof createAsks>;
  readonly shelf: ReturnType<typeof createShelf>;
  readonly digests: ReturnType<typeof createDigests>;
  readonly messages: ReturnType<typeof createMessages>;
  readonly events: ReturnType<typeof createEvents>;
  readonly inbox: ReturnType<typeof createInbox>;
  readonly life: ReturnType<typeof createLife>;
  readonly nudgeFacts: ReturnType<typeof createNudgeFacts>;
  readonly laidAside: ReturnType<typeof createLaidAside>;
  readonly undos: ReturnType<typeof createUndos>;
  /** The same store outside the work under way: what is written there stands, whatever becomes of the work. */
  readonly apart: WorkspaceStore;
  /** An id for a row that others in the same transaction point at. */
  newId(): string;
  /** Records a nudge as said, with the job that redraws the person's Home. Many at once are one transaction. */
  nudgeSent(sent: SentNudge): Promise<unknown>;
  /** Puts jobs into the outbox, within the transaction where there is one. */
  enqueue(jobs: readonly OutboxJob[]): Promise<void>;
  /** All or nothing. Inside another transaction it joins that one. */
  transaction<Result>(work: (store: WorkspaceStore) => Promise<Result>): Promise<Result>;
}

export interface Store {
  workspace(workspaceId: string): WorkspaceStore;
  readonly sweeps: Sweeps;
}

export function createStore(database: Pick<Database, 'prisma' | 'queue'>): Store {
  const { prisma, queue } = database;
  // One store a workspace, so that what many lanes of the outbox ask at once can go together.
  const bound = new Map<string, WorkspaceStore>();
  return {
    workspace(workspaceId) {
      const store = bound.get(workspaceId) ?? bind(prisma, null, workspaceId, queue);
      bound.set(workspaceId, store);
      return store;
    },
    sweeps: createSweeps(prisma, (transaction, workspaceId) => bind(prisma, transaction, workspaceId, queue)),
  };
}

function bind(
  prisma: PrismaClient,
  transaction: Db | null,
  workspaceId: string,
  queue: Queue,
): WorkspaceStore {
  const db = transaction ?? prisma;
  const gather = transaction ? oneByOne : together;
  const store: WorkspaceStore = {
    workspaceId,
    members: createMembers(db, workspaceId, gather),
    programs: createPrograms(db, workspaceId),
    mentorships: createMentorships(db, workspaceId, gather),
    agreements: createAgreements(db, workspaceId, gather),
    goals: createGoals(db, workspaceId, gather),
    cadences: createCadences(db, workspaceId, gather),
    nudges: createNudges(db, workspaceId, gather),
    checkIns: createCheckIns(db, workspaceId, gather),
    responses: createResponses(db, workspaceId, gather),
    promises: createPromises(db, workspaceId, gather),
    barriers: createBarriers(db, workspaceId, gather),
    asks: createAsks(db, workspaceId, gather),
    shelf: createShelf(db, workspaceId, gather),
    digests: createDigests(db, workspaceId),
    messages: createMessages(db, workspaceId, queue, gather),
    events: createEvents(db, workspaceId),
    inbox: createInbox(db, workspaceId),
    life: createLife(db, workspaceId, gather),
    nudgeFacts: createNudgeFacts(db, workspaceId),
    laidAside: createLaidAside(db, workspaceId),
    undos: createUndos(db, workspaceId),
    get apart() {
      return store;
    },
    newId: randomUUID,
    nudgeSent: gather.writes(async (sent: readonly SentNudge[]) => {
      await store.transaction(async (within) => {
        await within.messages.nudgesSent(sent);
        await within.enqueue(
          sent.map(({ memberId }) => ({ do: 'home', workspaceId, lane: memberId, memberId })),
        );
      });
      return sent;
    }),
    enqueue: (jobs) => queue.enqueue(jobs, sqlRunner(db)),
    transaction: (work) =>
      transaction ? work(store) : prisma.$transaction((tx) => work(bind(prisma, tx, workspaceId, queue))),
  };
  return store;
}
