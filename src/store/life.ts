import type { Db } from './client';
import { allBeside, type Gather } from './gather';
import type { Absence as AbsenceRow, Undo } from './generated/client';

/** The tables of absences, of people’s own questions, and of changes that may be taken back (the field: mementos). */

export interface StoredAbsence {
  readonly id: string;
  readonly memberId: string;
  readonly from: string;
  readonly to: string;
}

export interface OwnQuestion {
  readonly id: string;
  /** Null: a program brought it. */
  readonly memberId: string | null;
  readonly text: string;
  /** Whom it may be asked: the person who brought it, or the people of the program. */
  readonly askedOf: readonly string[];
}

/** Before any date. */
const EVER = '0000-01-01';

export function createLife(db: Db, workspaceId: string, gather: Gather) {
  /** Absences that end on this local date or later. */
  async function absences(memberIds: readonly string[], from: string): Promise<StoredAbsence[]> {
    const rows = await db.$queryRaw<AbsenceRow[]>`
      SELECT * FROM "Absence"
      WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[]) AND "to" >= ${from}
      ORDER BY "from"`;
    return rows.map(toAbsence);
  }

  return {
    absences,

    allAbsences: gather.reads(async (memberIds: readonly string[]) =>
      allBeside(memberIds, await absences(memberIds, EVER), ({ memberId }) => memberId),
    ),

    async addAbsence(memberId: string, setById: string, from: string, to: string): Promise<StoredAbsence> {
      return toAbsence(await db.absence.create({ data: { workspaceId, memberId, setById, from, to } }));
    },

    async removeAbsences(ids: readonly string[]): Promise<void> {
      await db.absence.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
    },

    /** The questions that may be asked of these people: what each brought, and what the programs they are in bring. */
    async ownQuestions(memberIds: readonly string[]): Promise<OwnQuestion[]> {
      return db.$queryRaw`
        WITH asked AS (SELECT unnest(${[...memberIds]}::uuid[]) AS "id"),
        taking_part AS (
          SELECT "programId", "menteeId", "mentorId" FROM "Mentorship"
          WHERE "workspaceId" = ${workspaceId} AND "state" IN ('active', 'paused')
            AND ("menteeId" IN (SELECT "id" FROM asked) OR "mentorId" IN (SELECT "id" FROM asked))
        )
        SELECT q."id"::text AS "id", q."memberId"::text AS "memberId", q."text",
               CASE WHEN q."memberId" IS NOT NULL THEN ARRAY[q."memberId"::text] ELSE (
                 SELECT array_agg("who"::text)
                 FROM taking_part t, LATERAL (VALUES (t."menteeId"), (t."mentorId")) AS both_of("who")
                 WHERE t."programId" = q."programId"
               ) END AS "askedOf"
        FROM "OwnQuestion" q
        WHERE q."workspaceId" = ${workspaceId}
          AND (q."memberId" IN (SELECT "id" FROM asked) OR q."programId" IN (SELECT "programId" FROM taking_part))
        ORDER BY q."id"`;
    },

    /** The words of questions that were asked, whoever has left the program since. */
    async questionTexts(ids: readonly string[]): Promise<Map<string, string>> {
      const rows = await db.ownQuestion.findMany({
        where: { workspaceId, id: { in: [...ids] } },
        select: { id: true, text: true },
      });
      return new Map(rows.map(({ id, text }) => [id, text]));
    },

    addOwnQuestion: (
      owner: { memberId: string } | { programId: string },
      text: string,
      id?: string,
    ): Promise<{ readonly id: string }> =>
      db.ownQuestion.create({
        data: { workspaceId, ...owner, text, ...(id === undefined ? {} : { id }) },
        select: { id: true },
      }),

    /** The questions that a program brings, oldest first. */
    programQuestions: (programId: string): Promise<{ readonly id: string; readonly text: string }[]> =>
      db.ownQuestion.findMany({
        where: { workspaceId, programId },
        orderBy: { id: 'asc' },
        select: { id: true, text: true },
      }),

    async removeOwnQuestion(
      id: string,
      owner: { memberId: string } | { programId: string },
    ): Promise<boolean> {
      const { count } = await db.ownQuestion.deleteMany({ where: { workspaceId, id, ...owner } });
      return count === 1;
    },
  };
}

function toAbsence(row: AbsenceRow): StoredAbsence {
  return { id: row.id, memberId: row.memberId, from: row.from, to: row.to };
}

export type StoredUndo = Pick<Undo, 'id' | 'memberId' | 'subjectId' | 'before' | 'after' | 'until'>;

export function createUndos(db: Db, workspaceId: string) {
  return {
    add: (undo: Omit<StoredUndo, 'id'>): Promise<{ readonly id: string }> =>
      db.undo.create({ data: { workspaceId, ...undo }, select: { id: true } }),

    byId: (id: string): Promise<StoredUndo | null> =>
      db.undo.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),

    /** True for the one who takes it: nobody takes a change back twice. */
    async take(id: string): Promise<boolean> {
      const { count } = await db.undo.deleteMany({ where: { workspaceId, id } });
      return count === 1;
    },
  };
}

/** Those whose time is over. */
export async function forgetUndos(db: Db, before: Date): Promise<void> {
  await db.undo.deleteMany({ where: { until: { lt: before } } });
}
