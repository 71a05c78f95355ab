import { isTaken, type Db } from '../client';
import type { Gather } from '../gather';
import { Prisma } from '../generated/client';

/** The table of what stands on the shelves of pairs. */

export interface ShelfRow {
  readonly id: string;
  readonly byId: string;
  readonly name: string;
  readonly line: string | null;
}

export interface NewShelfItem {
  readonly mentorshipId: string;
  readonly byId: string;
  readonly name: string;
  readonly line: string | null;
  readonly at: Date;
  readonly onceKey: string;
}

/** What tells somebody of it: their question, or their digest. */
const CARRIERS = {
  nudge: Prisma.sql`(SELECT "workspaceId", "id", "memberId", "dueAt" AS "at" FROM "Nudge")`,
  digest: Prisma.sql`(SELECT "workspaceId", "id", "memberId", "to" AS "at" FROM "Digest")`,
} as const;

export function createShelf(db: Db, workspaceId: string, gather: Gather) {
  /** What the other of a pair has put there since this person was told of anything, by each of these. */
  const newWith = (carrier: keyof typeof CARRIERS) =>
    gather.reads(async (ids: readonly string[]): Promise<ShelfRow[][]> => {
      const rows = await db.$queryRaw<(ShelfRow & { readonly carrierId: string })[]>`
        SELECT c."id"::text AS "carrierId", s."id"::text AS "id", s."byId"::text AS "byId", s."name", s."line"
        FROM ${CARRIERS[carrier]} c
        JOIN "Mentorship" m ON m."workspaceId" = c."workspaceId" AND m."state" IN ('active', 'paused')
          AND (m."mentorId" = c."memberId" OR m."menteeId" = c."memberId")
        JOIN "ShelfItem" s ON s."workspaceId" = m."workspaceId" AND s."mentorshipId" = m."id" AND s."byId" <> c."memberId"
          AND s."at" <= c."at"
        WHERE c."workspaceId" = ${workspaceId} AND c."id" = ANY(${[...ids]}::uuid[])
          AND NOT EXISTS (
            SELECT FROM "Nudge" n
            WHERE n."workspaceId" = c."workspaceId" AND n."memberId" = c."memberId" AND n."dueAt" >= s."at" AND n."dueAt" < c."at"
              AND n."state" NOT IN ('held', 'void', 'undeliverable') AND n."silenceAskedAt" IS NULL
          )
          AND NOT EXISTS (
            SELECT FROM "Digest" d
            WHERE d."workspaceId" = c."workspaceId" AND d."memberId" = c."memberId" AND d."to" >= s."at" AND d."to" < c."at"
          )
        ORDER BY s."at" DESC, s."id" DESC`;
      return ids.map((id) =>
        rows.filter(({ carrierId }) => carrierId === id).map(({ carrierId: _carrier, ...row }) => row),
      );
    });

  return {
    newWithNudge: newWith('nudge'),
    newWithDigest: newWith('digest'),

    /** Newest first. */
    async ofMentorships(ids: readonly string[]): Promise<ShelfRow[]> {
      return db.shelfItem.findMany({
        where: { workspaceId, mentorshipId: { in: [...ids] } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: { id: true, byId: true, name: true, line: true },
      });
    },

    /** False when this very form was sent before. */
    async put(item: NewShelfItem): Promise<boolean> {
      if ((await db.shelfItem.count({ where: { workspaceId, onceKey: item.onceKey } })) > 0) return false;
      try {
        await db.shelfItem.create({ data: { workspaceId, ...item } });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    /** Takes away what this person has put there; answers from which mentorships' shelves. */
    async remove(ids: readonly string[], byId: string): Promise<string[]> {
      const where = { workspaceId, id: { in: [...ids] }, byId };
      const rows = await db.shelfItem.findMany({ where, select: { mentorshipId: true } });
      await db.shelfItem.deleteMany({ where });
      return [...new Set(rows.map(({ mentorshipId }) => mentorshipId))];
    },
  };
}
