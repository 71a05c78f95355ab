import { randomUUID } from 'node:crypto';
import type { OutboxJob } from '../domain/message';
import { createCadences } from './cadences';
import { createCheckIns } from './check-ins';
import { sqlRunner, type Db } from './client';
import type { Database } from './database';
import { createDigests } from './digests';
import { createEvents } from './events';
import { createGoals } from './goals';
import { createLife } from './life';
import { createMembers } from './members';
import { createMentorships } from './mentorships';
import { createMessages } from './messages';
import { createNudges } from './nudges';
import { createPlanning } from './planning';
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
  readonly goals: ReturnType<typeof createGoals>;
  readonly cadences: ReturnType<typeof createCadences>;
  readonly nudges: ReturnType<typeof createNudges>;
  readonly checkIns: ReturnType<typeof createCheckIns>;
  readonly responses: ReturnType<typeof createResponses>;
  readonly digests: ReturnType<typeof createDigests>;
  readonly messages: ReturnType<typeof createMessages>;
  readonly events: ReturnType<typeof createEvents>;
  readonly life: ReturnType<typeof createLife>;
  readonly planning: ReturnType<typeof createPlanning>;
  /** An id for a row that others in the same transaction point at. */
  newId(): string;
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
  return {
    workspace: (workspaceId) => bind(prisma, null, workspaceId, queue),
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
  const store: WorkspaceStore = {
    workspaceId,
    members: createMembers(db, workspaceId),
    programs: createPrograms(db, workspaceId),
    mentorships: createMentorships(db, workspaceId),
    goals: createGoals(db, workspaceId),
    cadences: createCadences(db, workspaceId),
    nudges: createNudges(db, workspaceId),
    checkIns: createCheckIns(db, workspaceId),
    responses: createResponses(db, workspaceId),
    digests: createDigests(db, workspaceId),
    messages: createMessages(db, workspaceId, queue),
    events: createEvents(db, workspaceId),
    life: createLife(db, workspaceId),
    planning: createPlanning(db, workspaceId),
    newId: randomUUID,
    enqueue: (jobs) => queue.enqueue(jobs, sqlRunner(db)),
    transaction: (work) =>
      transaction ? work(store) : prisma.$transaction((tx) => work(bind(prisma, tx, workspaceId, queue))),
  };
  return store;
}
