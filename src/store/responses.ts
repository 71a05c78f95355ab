import type { Db } from './client';
import { isTaken } from './client';
import type { Response as ResponseRow } from './generated/client';

/** The table of what mentors answered, and of their words that answer nothing. */

export interface Response {
  readonly id: string;
  readonly fromId: string;
  readonly checkInId: string | null;
  readonly goalId: string | null;
  readonly kind: string;
  readonly text: string | null;
}

export interface NewResponse {
  readonly fromId: string;
  readonly checkInId?: string;
  readonly goalId?: string;
  readonly kind: 'congratulation' | 'encourage' | 'words';
  readonly text: string | null;
  readonly at: Date;
  readonly onceKey: string;
}

export function createResponses(db: Db, workspaceId: string) {
  return {
    async byId(id: string): Promise<Response | null> {
      const row = await db.response.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toResponse(row);
    },

    hasKey: async (onceKey: string): Promise<boolean> =>
      (await db.response.count({ where: { workspaceId, onceKey } })) > 0,

    /** Null when this very response was given before. Call it outside a transaction that must go on after a null. */
    async add(response: NewResponse): Promise<Response | null> {
      try {
        return toResponse(await db.response.create({ data: { workspaceId, ...response } }));
      } catch (error) {
        if (isTaken(error)) return null;
        throw error;
      }
    },
  };
}

function toResponse(row: ResponseRow): Response {
  return {
    id: row.id,
    fromId: row.fromId,
    checkInId: row.checkInId,
    goalId: row.goalId,
    kind: row.kind,
    text: row.text,
  };
}
