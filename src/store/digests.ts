import { insertRows, type Db } from './client';
import { Prisma, type Digest as DigestRow } from './generated/client';

/** The table of digests, and what they count. */

export interface Digest {
  readonly id: string;
  readonly memberId: string | null;
  readonly programId: string | null;
  readonly from: Date;
  readonly to: Date;
}

/** Of a mentor, or of a program's channel. */
export type NewDigest = Digest;

export function createDigests(db: Db, workspaceId: string) {
  return {
    async byId(id: string): Promise<Digest | null> {
      const row = await db.digest.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toDigest(row);
    },

    /** Where the last digest of each of these owners ended, so that the next begins there. */
    async lastEnds(owner: 'memberId' | 'programId', ids: readonly string[]): Promise<Map<string, Date>> {
      const column = Prisma.raw(`"${owner}"`);
      const rows = await db.$queryRaw<{ owner: string; to: Date }[]>`
        SELECT o."id"::text AS "owner", d."to"
        FROM unnest(${[...ids]}::uuid[]) AS o("id")
        JOIN LATERAL (
          SELECT "to" FROM "Digest" WHERE "workspaceId" = ${workspaceId} AND ${column} = o."id" ORDER BY "to" DESC LIMIT 1
        ) d ON true`;
      return new Map(rows.map(({ owner: id, to }) => [id, to]));
    },

    async add(digests: readonly NewDigest[]): Promise<void> {
      await insertRows(
        db,
        'Digest',
        digests.map((digest) => ({ workspaceId, ...digest })),
      );
    },

    /** The newest digests, of mentors and of channels, that may show something this person said or set at `since`, up to `until`. */
    async thatMayShow(menteeId: string, since: Date, until: Date | null, limit?: number): Promise<string[]> {
      const isTheirs = { mentorships: { some: { menteeId } } };
      const rows = await db.digest.findMany({
        where: {
          workspaceId,
          to: { gte: since, ...(until === null ? {} : { lte: until }) },
          OR: [{ member: { mentees: { some: { menteeId } } } }, { program: isTheirs }],
        },
        orderBy: { to: 'desc' },
        ...(limit === undefined ? {} : { take: limit }),
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** How often these people were asked in this span, whatever came of it, and how often that was held as they were away. */
    async presence(
      memberIds: readonly string[],
      from: Date,
      to: Date,
    ): Promise<{ memberId: string; asked: number; away: number }[]> {
      if (memberIds.length === 0) return [];
      return db.$queryRaw`
        SELECT "memberId"::text AS "memberId",
               count(*) FILTER (WHERE "state" IN ('sent', 'expired', 'answered', 'skipped') AND "origin" <> 'snoozed')::int AS "asked",
               count(*) FILTER (WHERE "state" = 'held' AND "reason" IN ('away', 'holiday', 'paused'))::int AS "away"
        FROM "Nudge"
        WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[])
          AND "dueAt" > ${from} AND "dueAt" <= ${to}
        GROUP BY "memberId"`;
    },
  };
}

function toDigest(row: DigestRow): Digest {
  return { id: row.id, memberId: row.memberId, programId: row.programId, from: row.from, to: row.to };
}
