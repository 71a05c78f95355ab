import type { Db } from './client';
import { allBeside, type Gather } from './gather';

export interface StoredAbsence {
  readonly id: string;
  readonly memberId: string;
  readonly from: string;
  readonly to: string;
}

export interface OwnQuestion {
  readonly id: string;
  readonly memberId: string | null;
  readonly text: string;
}

export function createLife(db: Db, workspaceId: string, gather: Gather) {
  return {
    /** Absences that end on this local date or later. */
    absences: (memberIds: readonly string[], from: string): Promise<StoredAbsence[]> =>
      db.absence.findMany({
        where: { workspaceId, memberId: { in: [...memberIds] }, to: { gte: from } },
        orderBy: { from: 'asc' },
      }),

    allAbsences: gather(async (memberIds: readonly string[]): Promise<StoredAbsence[][]> => {
      const rows = await db.absence.findMany({
        where: { workspaceId, memberId: { in: [...memberIds] } },
        orderBy: { from: 'asc' },
      });
      return allBeside(memberIds, rows, ({ memberId }) => memberId);
    }),

    addAbsence: (memberId: string, setById: string, from: string, to: string): Promise<StoredAbsence> =>
      db.absence.create({ data: { workspaceId, memberId, setById, from, to } }),

    async removeAbsences(ids: readonly string[]): Promise<void> {
      await db.absence.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
    },

    ownQuestions: (memberIds: readonly string[]): Promise<OwnQuestion[]> =>
      db.ownQuestion.findMany({
        where: { workspaceId, OR: [{ memberId: { in: [...memberIds] } }, { programId: { not: null } }] },
        orderBy: { id: 'asc' },
      }),

    addOwnQuestion: (
      owner: { memberId: string } | { programId: string },
      text: string,
    ): Promise<OwnQuestion> => db.ownQuestion.create({ data: { workspaceId, ...owner, text } }),

    async removeOwnQuestion(id: string, memberId: string): Promise<boolean> {
      const { count } = await db.ownQuestion.deleteMany({ where: { workspaceId, id, memberId } });
      return count === 1;
    },
  };
}
