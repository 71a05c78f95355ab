import type { Audience } from '../../domain/check-in';
import type { Barrier } from '../../domain/ledger/barrier';
import type { Db } from '../client';
import { allBeside, beside, type Gather } from '../gather';
import { Prisma } from '../generated/client';

/** The table of barriers. */

/** Of one person: few have as many that are open. */
const LOOKED_AT = 30;

export function createBarriers(db: Db, workspaceId: string, gather: Gather) {
  /** With who reads it: whoever reads the answer that names it. */
  const FROM = Prisma.sql`
    SELECT b.*, c."goalId", c."audience", c."sharedWith"
    FROM "Barrier" b JOIN "CheckIn" c ON c."workspaceId" = b."workspaceId" AND c."id" = b."checkInId"`;

  /** The last ones of each of these people, newest first: open, cleared and let go. */
  async function ofMembers(memberIds: readonly string[]): Promise<Barrier[]> {
    const rows = await db.$queryRaw<BarrierRow[]>`
      SELECT b.* FROM unnest(${[...memberIds]}::uuid[]) AS of("id")
      JOIN LATERAL (
        ${FROM}
        WHERE b."workspaceId" = ${workspaceId} AND b."memberId" = of."id" AND c."state" = 'recorded'
        ORDER BY b."saidAt" DESC LIMIT ${LOOKED_AT}
      ) b ON true
      ORDER BY b."memberId", b."saidAt" DESC`;
    return rows.map(toBarrier);
  }

  return {
    async byId(id: string): Promise<Barrier | null> {
      const [row] = await db.$queryRaw<BarrierRow[]>`
        ${FROM} WHERE b."workspaceId" = ${workspaceId} AND b."id" = ${id}::uuid`;
      return row ? toBarrier(row) : null;
    },

    /** What each of these answers says is in the way; null where it says nothing, or that was let go. */
    ofCheckIn: gather.reads(async (ids: readonly string[]): Promise<(Barrier | null)[]> => {
      const rows = await db.$queryRaw<BarrierRow[]>`
        ${FROM}
        WHERE b."workspaceId" = ${workspaceId} AND b."checkInId" = ANY(${[...ids]}::uuid[]) AND b."letGoAt" IS NULL`;
      return beside(ids, rows.map(toBarrier), ({ checkInId }) => checkInId);
    }),

    ofMembers,
    ofMember: gather.reads(async (ids: readonly string[]) =>
      allBeside(ids, await ofMembers(ids), ({ memberId }) => memberId),
    ),

    /** Names what is in the way of an answer; named again, it is open again. */
    async name(
      checkIn: { readonly id: string; readonly memberId: string; readonly saidAt: Date },
      { words, idea }: { readonly words: string; readonly idea: string | null },
      movedAt: Date | null,
    ): Promise<void> {
      const { id: checkInId, memberId, saidAt } = checkIn;
      await db.barrier.upsert({
        where: { workspaceId_checkInId: { workspaceId, checkInId } },
        create: { workspaceId, checkInId, memberId, words, idea, saidAt },
        update: { words, idea, clearedAt: null, letGoAt: null, restsAt: null, movedAt },
      });
    },

    async change(
      id: string,
      change: {
        readonly clearedAt?: Date;
        readonly movedAt?: Date;
        readonly letGoAt?: Date;
        readonly restsAt?: null;
      },
    ): Promise<void> {
      await db.barrier.updateMany({ where: { workspaceId, id }, data: change });
    },

    /** These are asked about this once more. */
    async rest(ids: readonly string[], restsAt: Date): Promise<void> {
      if (ids.length === 0) return;
      await db.barrier.updateMany({ where: { workspaceId, id: { in: [...ids] } }, data: { restsAt } });
    },
  };
}

interface BarrierRow {
  readonly id: string;
  readonly memberId: string;
  readonly checkInId: string;
  readonly goalId: string | null;
  readonly words: string;
  readonly idea: string | null;
  readonly saidAt: Date;
  readonly clearedAt: Date | null;
  readonly movedAt: Date | null;
  readonly letGoAt: Date | null;
  readonly restsAt: Date | null;
  readonly audience: Audience;
  readonly sharedWith: string[];
}

function toBarrier(row: BarrierRow): Barrier {
  return {
    id: row.id,
    memberId: row.memberId,
    checkInId: row.checkInId,
    goalId: row.goalId,
    words: row.words,
    idea: row.idea,
    saidAt: row.saidAt,
    clearedAt: row.clearedAt,
    movedAt: row.movedAt,
    letGoAt: row.letGoAt,
    closedAt: row.clearedAt ?? row.letGoAt,
    restsAt: row.restsAt,
    audience: row.audience,
    sharedWith: row.sharedWith,
  };
}
