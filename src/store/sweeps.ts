import { unlessInTheWay } from './client';
import type { DueWhat } from '../domain/due';
import type { Nudge } from '../domain/nudge';
import type { WorkspaceStore } from './index';
import { toCadence, type StoredCadence } from './cadences';
import { toArrival, type Arrival } from './inbox';
import { beside, together } from './gather';
import {
  Prisma,
  type Arrival as ArrivalRow,
  type Cadence as CadenceRow,
  type CadencePurpose,
  type Nudge as NudgeRow,
  type PrismaClient,
} from './generated/client';
import { countAside, forgetAside, layAside, takeBack, type Aside, type DueRow } from './laid-aside';
import { forgetUndos } from './life';
import { dueAsks, PAIRED, toStep, type DueAsk } from './ledger/asks';
import { toNudge } from './nudges';

/** The only queries that are not bound to a workspace: what is due now, anywhere; and the workspaces themselves. */
export interface Sweeps {
  /**
   * Claims due cadences, a batch at a time, and hands them over workspace by workspace, all in one transaction:
   * what `work` writes and the claim stand or fall together. Other replicas skip what is claimed. Answers how many.
   */
  dueCadences(
    purpose: CadencePurpose,
    now: Date,
    limit: number,
    work: (store: WorkspaceStore, due: readonly DueCadence[]) => Promise<void>,
  ): Promise<number>;
  /** The same for nudges that wait for their own time: snoozed, or put off until quiet hours end. */
  readonly dueNudges: Claim<Nudge>;
  readonly dueFollowUps: Claim<Nudge>;
  readonly dueProposals: Claim<{ readonly id: string }>;
  readonly dueAsks: Claim<DueAsk>;
  /** Claims what nobody is at work on any more, for longer each time it is claimed: a minute, two, four, an hour at most. */
  takeUpArrivals(now: Date, limit: number): Promise<Arrival[]>;
  forgetArrivals(before: Date): Promise<number>;
  /** Makes jobs for messages whose time to be tried has come, or whose job was lost. Answers how many. */
  takeUpMessages(now: Date, limit: number): Promise<number>;
  /** Moves what is due to a later instant: its work broke, and it must stop nobody else. False where another has moved it. */
  layAside(what: DueWhat, row: DueRow, aside: Aside): Promise<boolean>;
  /** Whether the database does. */
  answers(): Promise<void>;
  /** How many messages wait to be said, and how many rows for another try. */
  waiting(now: Date): Promise<{ readonly messages: number; readonly laidAside: number }>;
  forgetAside(before: Date): Promise<void>;
  forgetUndos(before: Date): Promise<void>;
  /** The next instant at which anything falls due that a sweep does, or a nudge, or a message that waits: for a moved clock. */
  nextDue(what: keyof typeof NEXT): Promise<Date | null>;
  forgetEvents(before: Date): Promise<void>;
  openWorkspace(workspace: { id: string; name: string; botUserId: string }, now: Date): Promise<void>;
  workspaceIds(): Promise<string[]>;
  /** Whether a workspace is at work, and until when Slack wants no more calls of a method. */
  standing(workspaceId: string): Promise<Standing>;
  /** Slack wants no more calls of this method until then, in any process. */
  hold(workspaceId: string, method: string, until: Date): Promise<void>;
  stopWorkspace(workspaceId: string, reason: string, now: Date): Promise<void>;
}

type Claim<Due> = (
  now: Date,
  limit: number,
  work: (store: WorkspaceStore, due: readonly Due[]) => Promise<void>,
) => Promise<number>;

interface WaitingRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly memberId: string | null;
  readonly channelId: string | null;
}

export interface Standing {
  readonly isStopped: boolean;
  /** By Slack's name of the method. */
  readonly heldUntil: ReadonlyMap<string, Date>;
}

export type DueCadence = StoredCadence & { readonly nextDueAt: Date };

/** Nothing of a stopped workspace falls due. */
const AT_WORK = Prisma.sql`"workspaceId" IN (SELECT "id" FROM "Workspace" WHERE "stoppedAt" IS NULL)`;

/** When things fall due next, each by its own index. */
const NEXT = {
  nudge: Prisma.sql`
    SELECT least(
      (SELECT min("nextDueAt") FROM "Cadence" WHERE "purpose" = 'nudge' AND ${AT_WORK}),
      (SELECT min("sendAt") FROM "Nudge" WHERE "state" = 'planned' AND ${AT_WORK})
    ) AS "at"`,
  message: Prisma.sql`
    SELECT min("tryAt") AS "at" FROM "Message" WHERE "state" IN ('planned', 'sending') AND ${AT_WORK}`,
  anything: Prisma.sql`
    SELECT least(
      (SELECT min("nextDueAt") FROM "Cadence" WHERE ${AT_WORK}),
      (SELECT min("sendAt") FROM "Nudge" WHERE "state" = 'planned' AND ${AT_WORK}),
      (SELECT min("followUpAt") FROM "Nudge" WHERE ${AT_WORK}),
      (SELECT min("nextStepAt") FROM "Mentorship" WHERE "state" IN ('proposed', 'active', 'paused') AND ${AT_WORK}),
      (SELECT min(a."dueAt") FROM "Ask" a WHERE ${AT_WORK} AND ${PAIRED}),
      (SELECT min("takeUpAt") FROM "Arrival" WHERE ${AT_WORK})
    ) AS "at"`,
} as const;

/** So many rows change what the planner should believe of the tables. */
const A_FLOOD = 200;

export function createSweeps(
  prisma: PrismaClient,
  bindWithin: (transaction: Prisma.TransactionClient, workspaceId: string) => WorkspaceStore,
): Sweeps {
  let taken = 0;
  let learnAt = A_FLOOD;

  /** @param what of what was laid aside, what is worked on well now is taken back */
  async function claim<Row extends DueRow, Item>(
    what: DueWhat | null,
    query: Prisma.Sql,
    toItem: (row: Row) => Item,
    work: (store: WorkspaceStore, items: readonly Item[]) => Promise<void>,
  ): Promise<number> {
    const claimOnce = async (transaction: Prisma.TransactionClient) => {
      const rows = await transaction.$queryRaw<Row[]>(query);
      for (const workspaceId of new Set(rows.map((row) => row.workspaceId))) {
        const claimed = rows.filter((row) => row.workspaceId === workspaceId);
        await work(bindWithin(transaction, workspaceId), claimed.map(toItem));
      }
      if (what !== null) await takeBack(transaction, what, rows);
      return rows.length;
    };
    const count = await unlessInTheWay(() => prisma.$transaction(claimOnce));
    taken += count;
    if (taken >= learnAt) await learnSizes();
    return count;
  }

  const nudgesDue =
    (what: DueWhat, due: Prisma.Sql, where: Prisma.Sql): Claim<Nudge> =>
    (now, limit, work) =>
      claim<NudgeRow, Nudge>(
        what,
        Prisma.sql`
          SELECT n.* FROM "Nudge" n JOIN "Workspace" w ON w."id" = n."workspaceId"
          WHERE ${due} <= ${now} ${where} AND w."stoppedAt" IS NULL
          ORDER BY ${due} LIMIT ${limit} FOR UPDATE OF n SKIP LOCKED`,
        toNudge,
        work,
      );

  /**
   * After a flood of rows PostgreSQL still plans the checks of foreign keys for the tables as they were: almost empty, in a
   * young database, where an index of the whole workspace seems as good as the key. Embedded, nothing else would tell it.
   * Each time that twice as much has been claimed is often enough.
   */
  async function learnSizes(): Promise<void> {
    learnAt = taken * 2;
    await prisma.$executeRaw`ANALYZE "Message", "Nudge", "NudgeQuestion", "Digest"`;
  }

  return {
    dueCadences: (purpose, now, limit, work) =>
      claim<CadenceRow, DueCadence>(
        purpose,
        Prisma.sql`
          SELECT c.* FROM "Cadence" c JOIN "Workspace" w ON w."id" = c."workspaceId"
          WHERE c."purpose" = ${purpose}::"CadencePurpose" AND c."nextDueAt" <= ${now} AND w."stoppedAt" IS NULL
          ORDER BY c."nextDueAt" LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`,
        (row) => ({ ...toCadence(row), nextDueAt: row.nextDueAt ?? now }),
        work,
      ),

    dueNudges: nudgesDue('postponed', Prisma.sql`n."sendAt"`, Prisma.sql`AND n."state" = 'planned'`),
    dueFollowUps: nudgesDue('follow_up', Prisma.sql`n."followUpAt"`, Prisma.empty),

    dueProposals: (now, limit, work) =>
      claim<DueRow, { readonly id: string }>(
        'proposal',
        Prisma.sql`
          SELECT m."id"::text AS "id", m."workspaceId" FROM "Mentorship" m JOIN "Workspace" w ON w."id" = m."workspaceId"
          WHERE m."nextStepAt" <= ${now} AND m."state" IN ('proposed', 'active', 'paused') AND w."stoppedAt" IS NULL
          ORDER BY m."nextStepAt" LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED`,
        ({ id }) => ({ id }),
        work,
      ),

    dueAsks: (now, limit, work) =>
      claim<DueRow & DueAsk, DueAsk>(
        'ask',
        dueAsks(now, limit),
        (row) => ({ ...row, step: toStep(row.step) }),
        work,
      ),

    takeUpMessages: (now, limit) =>
      claim<WaitingRow, WaitingRow>(
        null,
        Prisma.sql`
          UPDATE "Message" m SET "tryAt" = ${now}::timestamptz + interval '1 hour'
          FROM (
            SELECT "workspaceId", "id" FROM "Message"
            WHERE "tryAt" <= ${now} AND "state" IN ('planned', 'sending') AND ${AT_WORK}
            ORDER BY "tryAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
          ) AS due
          WHERE m."workspaceId" = due."workspaceId" AND m."id" = due."id"
          RETURNING m."workspaceId", m."id"::text AS "id", m."memberId"::text AS "memberId", m."channelId"`,
        (row) => row,
        (store, rows) => store.messages.deliverAgain(rows),
      ),

    async takeUpArrivals(now, limit) {
      const rows = await prisma.$queryRaw<ArrivalRow[]>`
        UPDATE "Arrival" a
        SET "tries" = a."tries" + 1, "takeUpAt" = ${now}::timestamptz + least(power(2, a."tries"), 60) * interval '1 minute'
        FROM (
          SELECT "workspaceId", "id" FROM "Arrival" WHERE "takeUpAt" <= ${now} AND ${AT_WORK}
          ORDER BY "takeUpAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
        ) AS due
        WHERE a."workspaceId" = due."workspaceId" AND a."id" = due."id"
        RETURNING a.*`;
      return rows.toSorted((one, other) => Number(one.arrivedAt) - Number(other.arrivedAt)).map(toArrival);
    },

    async forgetArrivals(before) {
      const { count } = await prisma.arrival.deleteMany({ where: { arrivedAt: { lt: before } } });
      return count;
    },

    layAside: (what, row, aside) => layAside(prisma, what, row, aside),
    async answers() {
      await prisma.$executeRaw`SELECT 1`;
    },

    async waiting(now) {
      const messages = await prisma.message.count({
        where: { tryAt: { not: null }, state: { in: ['planned', 'sending'] } },
      });
      return { messages, laidAside: await countAside(prisma, now) };
    },

    forgetAside: (before) => forgetAside(prisma, before),
    forgetUndos: (before) => forgetUndos(prisma, before),

    async nextDue(what) {
      const [row] = await prisma.$queryRaw<{ at: Date | null }[]>(NEXT[what]);
      return row?.at ?? null;
    },

    async forgetEvents(before) {
      await prisma.seenEvent.deleteMany({ where: { seenAt: { lt: before } } });
    },

    async openWorkspace({ id, name, botUserId }, now) {
      await prisma.workspace.upsert({
        where: { id },
        create: { id, name, botUserId, createdAt: now, programs: { create: { name: 'Mentorship' } } },
        update: { name, botUserId, stoppedAt: null, stoppedReason: null },
      });
    },

    async workspaceIds() {
      const workspaces = await prisma.workspace.findMany({
        select: { id: true },
        orderBy: { createdAt: 'asc' },
      });
      return workspaces.map(({ id }) => id);
    },

    standing: together.reads(async (ids: readonly string[]) => {
      const rows = await prisma.workspace.findMany({ where: { id: { in: [...new Set(ids)] } } });
      return beside(ids, rows, ({ id }) => id).map((row) => ({
        isStopped: row !== null && row.stoppedAt !== null,
        heldUntil: toInstants(row?.heldUntil ?? {}),
      }));
    }),

    async hold(workspaceId, method, until) {
      await prisma.$executeRaw`
        UPDATE "Workspace" SET "heldUntil" = "heldUntil" || jsonb_build_object(${method}::text, ${until.toISOString()}::text)
        WHERE "id" = ${workspaceId}`;
    },

    async stopWorkspace(workspaceId, reason, now) {
      await prisma.workspace.updateMany({
        where: { id: workspaceId, stoppedAt: null },
        data: { stoppedAt: now, stoppedReason: reason },
      });
    },
  };
}

function toInstants(held: Prisma.JsonValue): ReadonlyMap<string, Date> {
  return new Map(
    Object.entries(held ?? {}).flatMap(([method, until]) =>
      typeof until === 'string' ? [[method, new Date(until)]] : [],
    ),
  );
}
