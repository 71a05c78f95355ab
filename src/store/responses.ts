import { WORDS_BETWEEN_TWO } from '../domain/message';
import type { Db } from './client';
import { isTaken } from './client';
import { beside, type Gather } from './gather';
import type { NudgeState, Response as ResponseRow } from './generated/client';

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
  /** Of a mentor's question: the nudge that asks it. */
  readonly nudgeId: string | null;
}

/** What a mentor asks in a nudge of their mentee's, and what came of it. */
export interface MentorQuestionRow {
  readonly id: string;
  readonly fromId: string;
  readonly nudgeId: string;
  readonly text: string;
  readonly passed: boolean;
  readonly answered: boolean;
}

/** Whoever was not asked after all still has the question before them. */
const NEVER_SAID: NudgeState[] = ['held', 'void', 'undeliverable'];

/** 'mentor_question' is what a mentor asks in a nudge, 'answer' what was said to it; 'question' is a mentee's, at any time. */
export type ResponseKind =
  'congratulation' | 'encourage' | 'reply' | 'question' | 'note' | 'mentor_question' | 'answer';

export interface NewResponse {
  readonly id?: string;
  readonly fromId: string;
  readonly toId: string;
  readonly threadId?: string;
  readonly checkInId?: string;
  readonly goalId?: string;
  readonly kind: ResponseKind;
  readonly text: string | null;
  readonly at: Date;
  readonly onceKey: string;
  readonly originChannel?: string;
  readonly originTs?: string;
}

export function createResponses(db: Db, workspaceId: string, gather: Gather) {
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

    /** The newest words between this person and another in a thread of theirs. */
    async lastInThread(memberId: string, threadTs: string): Promise<Response | null> {
      const said = await db.message.findFirst({
        where: {
          workspaceId,
          memberId,
          kind: { in: [...WORDS_BETWEEN_TWO] },
          state: 'sent',
          OR: [{ threadTs }, { ts: threadTs }],
        },
        orderBy: { sentAt: 'desc' },
        select: { subjectId: true },
      });
      return said?.subjectId ? one(said.subjectId) : null;
    },

    /** The ids of a conversation's words, its first ones included, and of the nudge that asked them. */
    async inThread(threadId: string): Promise<string[]> {
      const rows = await db.response.findMany({
        where: { workspaceId, OR: [{ id: threadId }, { threadId }] },
        select: { id: true, nudgeId: true },
      });
      return rows.flatMap(({ id, nudgeId }) => (nudgeId === null ? [id] : [id, nudgeId]));
    },

    /** The mentor's question that a nudge asks. */
    ofNudge: gather.reads(async (nudgeIds: readonly string[]): Promise<(MentorQuestionRow | null)[]> => {
      const rows = await db.$queryRaw<MentorQuestionRow[]>`
        SELECT q."id"::text AS "id", q."fromId"::text AS "fromId", q."nudgeId"::text AS "nudgeId", q."text",
               q."passedAt" IS NOT NULL AS "passed",
               EXISTS (
                 SELECT 1 FROM "Response" a
                 WHERE a."workspaceId" = q."workspaceId" AND a."threadId" = q."id" AND a."kind" = 'answer'
               ) AS "answered"
        FROM "Response" q
        WHERE q."workspaceId" = ${workspaceId} AND q."nudgeId" = ANY(${[...nudgeIds]}::uuid[])`;
      return beside(nudgeIds, rows, ({ nudgeId }) => nudgeId);
    }),

    /** A mentor's questions that no nudge has asked yet, oldest first. */
    async waitingFrom(fromId: string): Promise<Response[]> {
      const rows = await db.response.findMany({
        where: {
          workspaceId,
          fromId,
          kind: 'mentor_question',
          passedAt: null,
          OR: [{ nudgeId: null }, { nudge: { state: { in: NEVER_SAID } } }],
        },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toResponse);
    },

    /** Gives each of these nudges the question that has waited longest for its person, of a mentor of theirs. */
    async askIn(nudgeIds: readonly string[]): Promise<void> {
      if (nudgeIds.length === 0) return;
      await db.$executeRaw`
        UPDATE "Response" r SET "nudgeId" = asked."nudgeId"
        FROM (
          SELECT DISTINCT ON (n."id") n."id" AS "nudgeId", q."id"
          FROM "Nudge" n
          JOIN "Response" q ON q."workspaceId" = n."workspaceId" AND q."toId" = n."memberId"
            AND q."kind" = 'mentor_question' AND q."passedAt" IS NULL
          JOIN "Mentorship" m ON m."workspaceId" = q."workspaceId" AND m."mentorId" = q."fromId"
            AND m."menteeId" = q."toId" AND m."state" = 'active'
          LEFT JOIN "Nudge" earlier ON earlier."workspaceId" = q."workspaceId" AND earlier."id" = q."nudgeId"
          WHERE n."workspaceId" = ${workspaceId} AND n."id" = ANY(${[...nudgeIds]}::uuid[])
            AND (q."nudgeId" IS NULL OR earlier."state"::text = ANY(${NEVER_SAID}))
          ORDER BY n."id", q."at", q."id"
        ) asked
        WHERE r."workspaceId" = ${workspaceId} AND r."id" = asked."id"`;
    },

    /** A nudge gives way to another: what its mentor asked, and is open, is asked there. */
    async askLater(nudgeId: string, later: string): Promise<void> {
      await db.$executeRaw`
        UPDATE "Response" q SET "nudgeId" = ${later}::uuid
        WHERE q."workspaceId" = ${workspaceId} AND q."nudgeId" = ${nudgeId}::uuid AND q."passedAt" IS NULL
          AND NOT EXISTS (
            SELECT 1 FROM "Response" a
            WHERE a."workspaceId" = q."workspaceId" AND a."threadId" = q."id" AND a."kind" = 'answer'
          )`;
    },

    /** False when it was let go by before. */
    async pass(id: string, passedAt: Date): Promise<boolean> {
      const { count } = await db.response.updateMany({
        where: { workspaceId, id, passedAt: null },
        data: { passedAt },
      });
      return count === 1;
    },

    /** The newest words of others to a check-in. */
    async toCheckIn(checkInId: string, limit: number): Promise<Response[]> {
      const rows = await db.response.findMany({
        where: { workspaceId, checkInId, kind: 'encourage' satisfies ResponseKind, text: { not: null } },
        orderBy: { at: 'desc' },
        take: limit,
      });
      return rows.map(toResponse);
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
    nudgeId: row.nudgeId,
  };
}
