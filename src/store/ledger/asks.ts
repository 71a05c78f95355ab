import { ASK_ENDS, ASK_STEPS, type AskEnd, type AskStep } from '../../domain/ledger/ask';
import type { Db } from '../client';
import { beside, type Gather } from '../gather';
import { Prisma } from '../generated/client';

/** The table of asks, each with the words that ask. */

export interface Ask {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly step: AskStep;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly end: AskEnd | null;
  readonly text: string | null;
  readonly goalId: string | null;
}

/** An ask that has fallen due. */
export type DueAsk = Pick<Ask, 'id' | 'fromId' | 'toId' | 'step' | 'askedAt'> & {
  /** Whether a nudge or a digest has carried its reminder. */
  readonly ridden: boolean;
};

export interface ReviewedAsk {
  readonly id: string;
  readonly step: AskStep;
  readonly dueAt: Date | null;
  /** Null: as it was. */
  readonly ridesAt: Date | null;
}

type AskRow = Omit<Ask, 'step' | 'end'> & { readonly step: string; readonly end: string | null };

/** While the two are paired, whoever is whose mentor. */
export const PAIRED = Prisma.sql`EXISTS (
  SELECT FROM "Mentorship" m
  WHERE m."workspaceId" = a."workspaceId" AND m."state" IN ('active', 'paused')
    AND ((m."mentorId" = a."fromId" AND m."menteeId" = a."toId") OR (m."mentorId" = a."toId" AND m."menteeId" = a."fromId"))
)`;

/** Whether whoever is asked was spoken to since the reminder fell due, by a question or a digest. @param until exclusive */
const spokenTo = (until: Prisma.Sql) => Prisma.sql`(
  EXISTS (
    SELECT FROM "Nudge" n
    WHERE n."workspaceId" = a."workspaceId" AND n."memberId" = a."toId" AND n."dueAt" >= a."ridesAt" AND n."dueAt" < ${until}
      AND n."state" NOT IN ('held', 'void', 'undeliverable') AND n."silenceAskedAt" IS NULL
  ) OR EXISTS (
    SELECT FROM "Digest" d
    WHERE d."workspaceId" = a."workspaceId" AND d."memberId" = a."toId" AND d."to" >= a."ridesAt" AND d."to" < ${until}
  ))`;

/** Asks that have fallen due, locked so that nobody else takes them up. */
export const dueAsks = (now: Date, limit: number): Prisma.Sql => Prisma.sql`
  SELECT a."workspaceId", a."id"::text AS "id", a."fromId"::text AS "fromId", a."toId"::text AS "toId", a."step",
         r."at" AS "askedAt", ${spokenTo(Prisma.sql`${now}::timestamptz + interval '1 millisecond'`)} AS "ridden"
  FROM "Ask" a
  JOIN "Workspace" w ON w."id" = a."workspaceId"
  JOIN "Response" r ON r."workspaceId" = a."workspaceId" AND r."id" = a."id"
  WHERE a."dueAt" <= ${now} AND w."stoppedAt" IS NULL AND ${PAIRED}
  ORDER BY a."dueAt" LIMIT ${limit} FOR UPDATE OF a SKIP LOCKED`;

export function createAsks(db: Db, workspaceId: string, gather: Gather) {
  const rowsWhere = (where: Prisma.Sql) =>
    db.$queryRaw<AskRow[]>`
      SELECT a."id"::text AS "id", a."fromId"::text AS "fromId", a."toId"::text AS "toId", a."step", r."at" AS "askedAt",
             a."answeredAt", a."end", r."text", r."goalId"::text AS "goalId"
      FROM "Ask" a
      JOIN "Response" r ON r."workspaceId" = a."workspaceId" AND r."id" = a."id"
      WHERE a."workspaceId" = ${workspaceId} AND ${where}
      ORDER BY r."at", a."id"`;

  return {
    byId: gather.reads(async (ids: readonly string[]): Promise<(Ask | null)[]> => {
      const rows = await rowsWhere(Prisma.sql`a."id" = ANY(${[...ids]}::uuid[])`);
      return beside(ids, rows.map(toAsk), ({ id }) => id);
    }),

    /** Begins to wait for an answer to the words of this id. */
    async open(ask: Pick<Ask, 'id' | 'fromId' | 'toId'> & { readonly dueAt: Date }): Promise<void> {
      await db.ask.create({ data: { workspaceId, step: 'asked' satisfies AskStep, ...ask } });
    },

    /** What is not over between people who are paired, on either side, oldest first. */
    async ofMembers(memberIds: readonly string[]): Promise<Ask[]> {
      const ids = [...memberIds];
      const rows = await rowsWhere(Prisma.sql`
        a."endedAt" IS NULL AND (a."toId" = ANY(${ids}::uuid[]) OR a."fromId" = ANY(${ids}::uuid[])) AND ${PAIRED}`);
      return rows.map(toAsk);
    },

    /** Those of which a nudge reminds its person: it is the first thing said to them since the reminder fell due. */
    ridingWith: gather.reads(async (nudgeIds: readonly string[]): Promise<Ask[][]> => {
      const rows = await db.$queryRaw<{ nudgeId: string; id: string }[]>`
        SELECT nudge."id"::text AS "nudgeId", a."id"::text AS "id"
        FROM "Nudge" nudge
        JOIN "Ask" a ON a."workspaceId" = nudge."workspaceId" AND a."toId" = nudge."memberId"
          AND a."ridesAt" <= nudge."dueAt" AND a."answeredAt" IS NULL AND a."endedAt" IS NULL
        WHERE nudge."workspaceId" = ${workspaceId} AND nudge."id" = ANY(${[...nudgeIds]}::uuid[])
          AND ${PAIRED} AND NOT ${spokenTo(Prisma.sql`nudge."dueAt"`)}`;
      const asks =
        rows.length === 0
          ? []
          : (await rowsWhere(Prisma.sql`a."id" = ANY(${rows.map(({ id }) => id)}::uuid[])`)).map(toAsk);
      return nudgeIds.map((nudgeId) =>
        asks.filter(({ id }) => rows.some((row) => row.nudgeId === nudgeId && row.id === id)),
      );
    }),

    /** The ids of those about this goal. */
    async aboutGoal(goalId: string): Promise<string[]> {
      const rows = await db.ask.findMany({
        where: { workspaceId, response: { goalId } },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Notes that whoever was asked has answered; false where nobody waited for that. */
    async answer(id: string, byId: string, answeredAt: Date): Promise<boolean> {
      const { count } = await db.ask.updateMany({
        where: { workspaceId, id, toId: byId, answeredAt: null, endedAt: null },
        data: { answeredAt, dueAt: null },
      });
      return count === 1;
    },

    /** An answer that did not help yet: it waits for another. False where it is over, or waits already. */
    async waitAgain(id: string, dueAt: Date): Promise<boolean> {
      const { count } = await db.ask.updateMany({
        where: { workspaceId, id, answeredAt: { not: null }, endedAt: null },
        data: { answeredAt: null, ridesAt: null, step: 'asked' satisfies AskStep, dueAt },
      });
      return count === 1;
    },

    /** Ends an ask, once. */
    async end(id: string, end: AskEnd, endedAt: Date): Promise<boolean> {
      const { count } = await db.ask.updateMany({
        where: { workspaceId, id, endedAt: null },
        data: { end, endedAt, dueAt: null },
      });
      return count === 1;
    },

    /** Writes down how far these have come; one without anything to come rests. */
    async review(asks: readonly ReviewedAsk[], now: Date): Promise<void> {
      await db.$executeRaw`
        UPDATE "Ask" a
        SET "step" = r."step", "dueAt" = r."dueAt", "ridesAt" = COALESCE(r."ridesAt", a."ridesAt"),
            "end" = CASE WHEN r."dueAt" IS NULL THEN ${'rests' satisfies AskEnd} END,
            "endedAt" = CASE WHEN r."dueAt" IS NULL THEN ${now}::timestamptz END
        FROM json_to_recordset(${JSON.stringify(asks)}::json)
          AS r("id" uuid, "step" text, "dueAt" timestamptz, "ridesAt" timestamptz)
        WHERE a."workspaceId" = ${workspaceId} AND a."id" = r."id"`;
    },
  };
}

function toAsk({ step, end, ...row }: AskRow): Ask {
  return { ...row, step: toStep(step), end: ASK_ENDS.find((each) => each === end) ?? null };
}

/** One of a newer version has come as far as can be. */
export function toStep(step: string): AskStep {
  return ASK_STEPS.find((each) => each === step) ?? 'questioned';
}
