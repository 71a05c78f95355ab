import type { Db } from './client';
import type { Undo } from './generated/client';

/** The table of changes that may be taken back. The field: mementos. */

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
