import type { NewQuestion, Nudge, NudgeQuestion, NudgeState, SilenceAnswer } from '../domain/nudge';
import type { Audience } from '../domain/check-in';
import type { NudgeReason } from '../domain/reasons';
import type { Sharing } from '../domain/visibility';
import { insertRows, type Db } from './client';
import { beside, type Gather } from './gather';
import type { Nudge as NudgeRow, NudgeQuestion as NudgeQuestionRow, Prisma } from './generated/client';

/** The tables of nudges and of their questions. */

export interface NewNudge {
  readonly id: string;
  readonly memberId: string;
  readonly dueAt: Date;
  readonly origin: Nudge['origin'];
  readonly state: NudgeState;
  readonly sendAt: Date | null;
  readonly reason: NudgeReason | null;
  readonly detail: string | null;
  readonly messageId: string | null;
  readonly silenceAskedAt: Date | null;
}

export type SettledNudge = Pick<
  NewNudge,
  'id' | 'state' | 'sendAt' | 'reason' | 'detail' | 'messageId' | 'silenceAskedAt'
>;

export type AskedNudge = Nudge & { readonly questions: NudgeQuestion[] };

/** Of older ones the message stays as it is: nobody scrolls back so far to answer. */
const ANSWERABLE = 5;

const WITH_QUESTIONS = { questions: { orderBy: { position: 'asc' } } } as const;

export function createNudges(db: Db, workspaceId: string, gather: Gather) {
  /** A nudge that was left out takes its questions with it: one person's never stop a batch of the sweep. */
  async function ofThoseThere(questions: readonly NewQuestion[]): Promise<NewQuestion[]> {
    const rows = await db.nudge.findMany({
      where: { workspaceId, id: { in: questions.map(({ nudgeId }) => nudgeId) } },
      select: { id: true },
    });
    const there = new Set(rows.map(({ id }) => id));
    return questions.filter(({ nudgeId }) => there.has(nudgeId));
  }

  async function newest(where: Prisma.NudgeWhereInput): Promise<AskedNudge | null> {
    const row = await db.nudge.findFirst({
      where: { workspaceId, ...where },
      orderBy: { dueAt: 'desc' },
      include: WITH_QUESTIONS,
    });
    return row && toAskedNudge(row);
  }

  return {
    byId: gather.reads(async (ids: readonly string[]): Promise<(AskedNudge | null)[]> => {
      const rows = await db.nudge.findMany({
        where: { workspaceId, id: { in: [...ids] } },
        include: WITH_QUESTIONS,
      });
      return beside(ids, rows.map(toAskedNudge), ({ id }) => id);
    }),

    byMessage: (channel: string, ts: string) => newest({ message: { channel, ts } }),

    /** The newest nudge that was said, or is being said, and not yet closed by a later one. */
    openOf: (memberId: string) => newest({ memberId, state: { in: ['sending', 'sent', 'answered'] } }),

    async recent(memberId: string, limit: number): Promise<Nudge[]> {
      const rows = await db.nudge.findMany({
        where: { workspaceId, memberId },
        orderBy: { dueAt: 'desc' },
        take: limit,
      });
      return rows.map(toNudge);
    },

    /** When the next nudge of each of these people is to be said that waits for a moment of its own: put off, or after quiet hours. */
    async nextWaiting(memberIds: readonly string[]): Promise<Map<string, Date>> {
      const rows = await db.$queryRaw<{ memberId: string; at: Date }[]>`
        SELECT "memberId"::text AS "memberId", min("sendAt") AS "at" FROM "Nudge"
        WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[])
          AND "sendAt" IS NOT NULL AND "state" = 'planned'
        GROUP BY "memberId"`;
      return new Map(rows.map(({ memberId, at }) => [memberId, at]));
    },

    /** The first instant after a moment at which no nudge of this person is due; a rhythm's stand on the minute itself. */
    async freeInstantAfter(memberId: string, moment: Date): Promise<Date> {
      const lte = new Date(moment.getTime() + 999);
      const [last] = await db.nudge.findMany({
        where: { workspaceId, memberId, dueAt: { gte: moment, lte } },
        orderBy: { dueAt: 'desc' },
        take: 1,
      });
      return new Date((last?.dueAt ?? moment).getTime() + 1);
    },

    /** Writes nudges and their questions; a nudge that exists for this person and due time is left as it is. */
    async plan(nudges: readonly NewNudge[], questions: readonly NewQuestion[]): Promise<void> {
      const count = await insertRows(
        db,
        'Nudge',
        nudges.map((nudge) => ({ workspaceId, ...nudge })),
      );
      const kept = count === nudges.length ? questions : await ofThoseThere(questions);
      await insertRows(
        db,
        'NudgeQuestion',
        kept.map((question) => ({ workspaceId, ...question })),
      );
    },

    /** Moves a nudge on, once: false when it is in none of `from`. */
    async move(
      id: string,
      from: readonly NudgeState[],
      to: NudgeState,
      change: {
        reason?: NudgeReason | null;
        detail?: string | null;
        sentAt?: Date;
        answeredAt?: Date;
        sendAt?: Date | null;
        followUpAt?: Date | null;
        messageId?: string;
        silenceAskedAt?: Date | null;
      } = {},
    ): Promise<boolean> {
      const { count } = await db.nudge.updateMany({
        where: { id, workspaceId, state: { in: [...from] } },
        data: { state: to, ...change },
      });
      return count === 1;
    },

    /**
     * About to be spoken, with what will stand on it about its readers: whoever answers before Slack has said that it
     * arrived is taken at that word. Never wider than its person wants by now: the order of the enum is self, mentor,
     * program. One that is answered, or closed, is left as it is.
     */
    startSending: gather.writes(async (spoken: readonly (Sharing & { readonly id: string })[]) => {
      await db.$executeRaw`
        UPDATE "Nudge" n
        SET "state" = 'sending', "audience" = LEAST(s."audience", m."defaultAudience"), "sharedWith" = s."sharedWith"
        FROM json_to_recordset(${JSON.stringify(spoken)}::json)
               AS s("id" uuid, "audience" "Audience", "sharedWith" uuid[]), "Member" m
        WHERE n."id" = s."id" AND n."workspaceId" = ${workspaceId} AND n."state" IN ('planned', 'sending')
          AND m."id" = n."memberId" AND m."workspaceId" = n."workspaceId"`;
      return spoken;
    }),

    /** New nudges close the older ones: sent ones that nobody answered expire, and snoozed ones are folded in. */
    async giveWay(memberIds: readonly string[], foldUntil: Date): Promise<void> {
      await db.$executeRaw`
        UPDATE "Nudge"
        SET "followUpAt" = NULL,
            "reason" = CASE "state" WHEN 'planned' THEN 'folded' ELSE "reason" END,
            "sendAt" = CASE "state" WHEN 'planned' THEN NULL ELSE "sendAt" END,
            "state" = CASE "state" WHEN 'sent' THEN 'expired' ELSE 'void' END::"NudgeState"
        WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[])
          AND "state" IN ('planned', 'sent') AND ("state" = 'sent' OR "sendAt" <= ${foldUntil})`;
    },

    /** What became of those that waited; one that waits no more is left as it is. */
    async settle(settled: readonly SettledNudge[]): Promise<void> {
      await db.$executeRaw`
        UPDATE "Nudge" n
        SET "state" = s."state", "sendAt" = s."sendAt", "reason" = s."reason", "detail" = s."detail",
            "messageId" = s."messageId", "silenceAskedAt" = s."silenceAskedAt"
        FROM json_to_recordset(${JSON.stringify(settled)}::json)
               AS s("id" uuid, "state" "NudgeState", "sendAt" timestamptz, "reason" text, "detail" text,
                    "messageId" uuid, "silenceAskedAt" timestamptz)
        WHERE n."id" = s."id" AND n."workspaceId" = ${workspaceId} AND n."state" = 'planned'`;
    },

    /** These questions of a nudge are let go by; the first time stands. */
    async pass(nudgeId: string, positions: readonly number[], now: Date): Promise<void> {
      await db.nudgeQuestion.updateMany({
        where: { workspaceId, nudgeId, position: { in: [...positions] }, passedAt: null },
        data: { passedAt: now },
      });
    },

    /** Which of these have questions already. */
    async withQuestions(ids: readonly string[]): Promise<string[]> {
      const rows = await db.nudgeQuestion.findMany({
        where: { workspaceId, nudgeId: { in: [...ids] } },
        distinct: 'nudgeId',
        select: { nudgeId: true },
      });
      return rows.map(({ nudgeId }) => nudgeId);
    },

    /** Claims the one follow-up of each nudge; answers those of which it was neither done nor is unwanted by now. */
    async claimFollowUps(ids: readonly string[], now: Date): Promise<string[]> {
      const rows = await db.nudge.updateManyAndReturn({
        where: { id: { in: [...ids] }, workspaceId, state: 'sent', followedUpAt: null },
        data: { followedUpAt: now, followUpAt: null },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** These are not followed up. */
    async endFollowUps(ids: readonly string[]): Promise<void> {
      await db.nudge.updateMany({
        where: { id: { in: [...ids] }, workspaceId },
        data: { followUpAt: null },
      });
    },

    /** Those of this person that may still be answered, said or being said. */
    async answerableOf(memberId: string): Promise<string[]> {
      const rows = await db.nudge.findMany({
        where: { workspaceId, memberId, state: { in: ['sending', 'sent', 'answered'] } },
        orderBy: { dueAt: 'desc' },
        take: ANSWERABLE,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /**
     * Slack has accepted a message that says who reads the answers. Never wider than what its person wants by now: the
     * order of the enum is self, mentor, program. What was answered before keeps what was said then.
     */
    async sayWhoReads(id: string, { audience, sharedWith }: Sharing): Promise<void> {
      await db.$executeRaw`
        UPDATE "Nudge" n
        SET "audience" = LEAST(${audience}::"Audience", m."defaultAudience"), "sharedWith" = ${[...sharedWith]}::uuid[]
        FROM "Member" m
        WHERE n."id" = ${id}::uuid AND n."workspaceId" = ${workspaceId} AND n."state" IN ('sent', 'answered')
          AND m."id" = n."memberId" AND m."workspaceId" = n."workspaceId"`;
    },

    /** Answers to what was asked before are read by nobody whom this audience leaves out, from now on. */
    async narrow(memberId: string, audience: Audience): Promise<void> {
      await db.$executeRaw`
        UPDATE "Nudge" SET "audience" = ${audience}::"Audience"
        WHERE "workspaceId" = ${workspaceId} AND "memberId" = ${memberId}::uuid AND "audience" > ${audience}::"Audience"`;
    },

    /** Records which of the five taps was chosen; the first tap counts. */
    async answerSilence(id: string, answer: SilenceAnswer): Promise<boolean> {
      const { count } = await db.nudge.updateMany({
        where: { id, workspaceId, silenceAnswer: null },
        data: { silenceAnswer: answer },
      });
      return count === 1;
    },

    /** Puts aside everything planned and not yet spoken, when a person pauses, stops or changes the rhythm. */
    async voidPlanned(memberId: string, reason: NudgeReason): Promise<void> {
      await db.nudge.updateMany({
        where: { workspaceId, memberId, state: 'planned', sendAt: { not: null } },
        data: { state: 'void', reason, sendAt: null },
      });
    },
  };
}

export function toNudge(row: NudgeRow): Nudge {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    memberId: row.memberId,
    dueAt: row.dueAt,
    origin: row.origin,
    state: row.state,
    sendAt: row.sendAt,
    reason: row.reason,
    detail: row.detail,
    sentAt: row.sentAt,
    answeredAt: row.answeredAt,
    followUpAt: row.followUpAt,
    followedUpAt: row.followedUpAt,
    silenceAskedAt: row.silenceAskedAt,
    silenceAnswer: row.silenceAnswer,
    messageId: row.messageId,
    audience: row.audience,
    sharedWith: row.sharedWith,
  };
}

function toAskedNudge(row: NudgeRow & { questions: NudgeQuestionRow[] }): AskedNudge {
  const questions = row.questions.map(({ nudgeId, position, goalId, question, passedAt }) => ({
    nudgeId,
    position,
    goalId,
    question,
    passedAt,
  }));
  return { ...toNudge(row), questions };
}
