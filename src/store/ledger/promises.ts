import type { Audience } from '../../domain/check-in';
import { fromWords, type PromiseMade } from '../../domain/ledger/promise';
import { isTaken, type Db } from '../client';
import { allBeside, beside, type Gather } from '../gather';
import { Prisma } from '../generated/client';

/** The table of promises: next steps, and what one of a pair promised the other. */

export interface NewPromise {
  readonly memberId: string;
  readonly mentorshipId: string;
  readonly words: string;
  readonly by: string | null;
  readonly saidAt: Date;
  readonly onceKey: string;
}

/** Of one person: few have as many that are open. */
const LOOKED_AT = 30;

export function createPromises(db: Db, workspaceId: string, gather: Gather) {
  /** With who reads it: a next step is read by whoever reads its answer. */
  const FROM = Prisma.sql`
    SELECT p.*, c."goalId", COALESCE(c."audience", 'mentor') AS "audience",
           COALESCE(c."sharedWith", array_remove(ARRAY[p."mentorshipId"], NULL)) AS "sharedWith",
           CASE WHEN m."mentorId" = p."memberId" THEN m."menteeId" ELSE m."mentorId" END AS "toId"
    FROM "Promise" p
    LEFT JOIN "CheckIn" c ON c."workspaceId" = p."workspaceId" AND c."id" = p."checkInId"
    LEFT JOIN "Mentorship" m ON m."workspaceId" = p."workspaceId" AND m."id" = p."mentorshipId"`;

  async function where(condition: Prisma.Sql): Promise<PromiseMade[]> {
    const rows = await db.$queryRaw<
      PromiseRow[]
    >`${FROM} WHERE p."workspaceId" = ${workspaceId} AND ${condition}`;
    return rows.map(toPromise);
  }

  /** The last promises of each of these people, newest first: open, kept and let go. Not those of a pair that is over. */
  async function ofMembers(memberIds: readonly string[]): Promise<PromiseMade[]> {
    const rows = await db.$queryRaw<PromiseRow[]>`
      SELECT p.* FROM unnest(${[...memberIds]}::uuid[]) AS of("id")
      JOIN LATERAL (
        ${FROM}
        WHERE p."workspaceId" = ${workspaceId} AND p."memberId" = of."id"
          AND (c."state" = 'recorded' OR m."state" IN ('active', 'paused'))
        ORDER BY p."saidAt" DESC LIMIT ${LOOKED_AT}
      ) p ON true
      ORDER BY p."memberId", p."saidAt" DESC`;
    return rows.map(toPromise);
  }

  return {
    async byId(id: string): Promise<PromiseMade | null> {
      const [promise] = await where(Prisma.sql`p."id" = ${id}::uuid`);
      return promise ?? null;
    },

    /** What each of these answers says comes next; null where it says nothing, or that was let go. */
    ofCheckIn: gather.reads(async (ids: readonly string[]): Promise<(PromiseMade | null)[]> => {
      const named = await where(Prisma.sql`p."checkInId" = ANY(${[...ids]}::uuid[]) AND p."letGoAt" IS NULL`);
      return beside(ids, named, ({ checkInId }) => checkInId ?? '');
    }),

    ofMembers,
    ofMember: gather.reads(async (ids: readonly string[]) =>
      allBeside(ids, await ofMembers(ids), ({ memberId }) => memberId),
    ),

    /** Names what an answer says comes next; named again, it is open again. */
    async name(
      checkIn: { readonly id: string; readonly memberId: string; readonly saidAt: Date },
      { words, by }: { readonly words: string; readonly by: string | null },
      movedAt: Date | null,
    ): Promise<void> {
      const { id: checkInId, memberId, saidAt } = checkIn;
      await db.promiseMade.upsert({
        where: { workspaceId_checkInId: { workspaceId, checkInId } },
        create: { workspaceId, checkInId, memberId, words, by, saidAt },
        update: { words, by, keptAt: null, letGoAt: null, restsAt: null, movedAt },
      });
    },

    /** Whether these words of one person to another were kept as a promise. */
    isFromWords: async (responseId: string): Promise<boolean> =>
      (await db.promiseMade.count({ where: { workspaceId, onceKey: fromWords(responseId) } })) > 0,

    /** Null when it was made before, by the same form or tap. */
    async add(promise: NewPromise): Promise<string | null> {
      try {
        const { id } = await db.promiseMade.create({ data: { workspaceId, ...promise } });
        return id;
      } catch (error) {
        if (isTaken(error)) return null;
        throw error;
      }
    },

    async change(
      id: string,
      change: {
        readonly words?: string;
        readonly by?: string | null;
        readonly keptAt?: Date;
        readonly movedAt?: Date;
        readonly letGoAt?: Date;
        readonly letGoWhy?: string | null;
        readonly restsAt?: null;
      },
    ): Promise<void> {
      await db.promiseMade.updateMany({ where: { workspaceId, id }, data: change });
    },

    /** These are asked about this once more. */
    async rest(ids: readonly string[], restsAt: Date): Promise<void> {
      if (ids.length === 0) return;
      await db.promiseMade.updateMany({ where: { workspaceId, id: { in: [...ids] } }, data: { restsAt } });
    },
  };
}

interface PromiseRow {
  readonly id: string;
  readonly memberId: string;
  readonly mentorshipId: string | null;
  readonly toId: string | null;
  readonly checkInId: string | null;
  readonly goalId: string | null;
  readonly words: string;
  readonly by: string | null;
  readonly saidAt: Date;
  readonly keptAt: Date | null;
  readonly movedAt: Date | null;
  readonly letGoAt: Date | null;
  readonly letGoWhy: string | null;
  readonly restsAt: Date | null;
  readonly audience: Audience;
  readonly sharedWith: string[];
}

function toPromise(row: PromiseRow): PromiseMade {
  return {
    id: row.id,
    memberId: row.memberId,
    mentorshipId: row.mentorshipId,
    toId: row.toId,
    checkInId: row.checkInId,
    goalId: row.goalId,
    words: row.words,
    by: row.by,
    saidAt: row.saidAt,
    keptAt: row.keptAt,
    movedAt: row.movedAt,
    letGoAt: row.letGoAt,
    closedAt: row.keptAt ?? row.letGoAt,
    letGoWhy: row.letGoWhy,
    restsAt: row.restsAt,
    audience: row.audience,
    sharedWith: row.sharedWith,
  };
}
