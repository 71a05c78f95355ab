import { WORDS_OF_A_PERSON } from '../domain/message';
import type { Db } from './client';
import { isTaken } from './client';
import type { Response as ResponseRow } from './generated/client';

/** The table of what people say to each other. */

export interface Response {
  readonly id: string;
  readonly fromId: string;
  /** Null in rows of an older version: then it is the owner of what is answered. */
  readonly toId: string | null;
  /** The conversation it goes on with; null for the first words of one. */
  readonly threadId: string | null;
  readonly checkInId: string | null;
  readonly goalId: string | null;
  readonly kind: string;
  readonly text: string | null;
  readonly editedAt: Date | null;
}

export interface NewResponse {
  readonly id?: string;
  readonly fromId: string;
  readonly toId: string;
  readonly threadId?: string;
  readonly checkInId?: string;
  readonly goalId?: string;
  readonly kind: 'congratulation' | 'encourage' | 'reply' | 'question' | 'note';
  readonly text: string | null;
  readonly at: Date;
  readonly onceKey: string;
  readonly originChannel?: string;
  readonly originTs?: string;
}

export function createResponses(db: Db, workspaceId: string) {
  async function one(id: string): Promise<Response | null> {
    const row = await db.response.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    return row && toResponse(row);
  }

  return {
    byId: one,

    async byOrigin(originChannel: string, originTs: string): Promise<Response | null> {
      const row = await db.response.findUnique({
        where: { workspaceId_originChannel_originTs: { workspaceId, originChannel, originTs } },
      });
      return row && toResponse(row);
    },

    /** The newest words of somebody else that this person reads in a thread of theirs. */
    async lastInThread(memberId: string, threadTs: string): Promise<Response | null> {
      const said = await db.message.findFirst({
        where: {
          workspaceId,
          memberId,
          kind: { in: [...WORDS_OF_A_PERSON] },
          state: 'sent',
          OR: [{ threadTs }, { ts: threadTs }],
        },
        orderBy: { sentAt: 'desc' },
        select: { subjectId: true },
      });
      return said?.subjectId ? one(said.subjectId) : null;
    },

    /** The ids of a conversation's words, its first ones included. */
    async inThread(threadId: string): Promise<string[]> {
      const rows = await db.response.findMany({
        where: { workspaceId, OR: [{ id: threadId }, { threadId }] },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    async changeText(id: string, text: string, editedAt: Date): Promise<void> {
      await db.response.updateMany({ where: { workspaceId, id }, data: { text, editedAt } });
    },

    async remove(id: string): Promise<void> {
      await db.response.deleteMany({ where: { workspaceId, id } });
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
    toId: row.toId,
    threadId: row.threadId,
    checkInId: row.checkInId,
    goalId: row.goalId,
    kind: row.kind,
    text: row.text,
    editedAt: row.editedAt,
  };
}
