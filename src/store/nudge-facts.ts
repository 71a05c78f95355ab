import { NUDGES_LOOKED_AT } from '../domain/silence';
import type { Db } from './client';

/** What a batch of the sweep needs to know, one query each however many people it holds. */

export interface GoalFacts {
  readonly goalId: string;
  readonly lastStatus: string | null;
  readonly lastSaidAt: Date | null;
}

interface AskedFacts {
  readonly memberId: string;
  readonly goalId: string | null;
  /** Newest first, as far as anybody looks back. */
  readonly questions: readonly string[];
}

interface LastAsked {
  readonly goalId: string;
  readonly lastAskedAt: Date;
}

export interface SentFacts {
  readonly memberId: string;
  /** Messages that count against the weekly budget. */
  readonly sentThisWeek: number;
}

export function createNudgeFacts(db: Db, workspaceId: string) {
  return {
    lastCheckIns: (goalIds: readonly string[]): Promise<GoalFacts[]> =>
      db.$queryRaw`
        SELECT g."id"::text AS "goalId", c."status"::text AS "lastStatus", c."saidAt" AS "lastSaidAt"
        FROM unnest(${[...goalIds]}::uuid[]) AS g("id")
        LEFT JOIN LATERAL (
          SELECT "status", "saidAt" FROM "CheckIn"
          WHERE "goalId" = g."id" AND "workspaceId" = ${workspaceId} AND "state" = 'recorded'
          ORDER BY "saidAt" DESC LIMIT 1
        ) c ON true`,

    /** What was last asked of each member, about each goal or about none. */
    recentQuestions: (memberIds: readonly string[]): Promise<AskedFacts[]> =>
      db.$queryRaw`
        SELECT n."memberId"::text AS "memberId", q."goalId"::text AS "goalId",
               array_agg(q."question" ORDER BY n."dueAt" DESC) AS "questions"
        FROM unnest(${[...memberIds]}::uuid[]) AS m("id")
        JOIN LATERAL (
          SELECT "id", "memberId", "dueAt" FROM "Nudge"
          WHERE "memberId" = m."id" AND "workspaceId" = ${workspaceId} AND "state" NOT IN ('held', 'void')
          ORDER BY "dueAt" DESC LIMIT 12
        ) n ON true
        JOIN "NudgeQuestion" q ON q."workspaceId" = ${workspaceId} AND q."nudgeId" = n."id"
        GROUP BY n."memberId", q."goalId"`,

    /** When each of these goals was asked about last, however long ago; those that never were are left out. */
    lastAsked: (goalIds: readonly string[]): Promise<LastAsked[]> =>
      db.$queryRaw`
        SELECT q."goalId"::text AS "goalId", max(n."dueAt") AS "lastAskedAt"
        FROM "NudgeQuestion" q JOIN "Nudge" n ON n."id" = q."nudgeId" AND n."workspaceId" = q."workspaceId"
        WHERE q."workspaceId" = ${workspaceId} AND q."goalId" = ANY(${[...goalIds]}::uuid[])
          AND n."state" NOT IN ('held', 'void')
        GROUP BY q."goalId"`,

    /** `weekStarts` are the members' own Mondays, in the order of `memberIds`. */
    sent: (memberIds: readonly string[], weekStarts: readonly Date[]): Promise<SentFacts[]> =>
      db.$queryRaw`
        SELECT m."id"::text AS "memberId",
               (SELECT count(*)::int FROM "Nudge" n
                WHERE n."memberId" = m."id" AND n."workspaceId" = ${workspaceId} AND n."dueAt" > m."from" - interval '12 hours' AND n."sendAt" IS NULL
                  AND n."state" IN ('planned', 'sending', 'sent', 'answered', 'skipped', 'expired')
                  AND coalesce(n."sentAt", n."dueAt") >= m."from") AS "sentThisWeek"
        FROM unnest(${[...memberIds]}::uuid[], ${weekStarts.map((start) => start.toISOString())}::timestamptz[]) AS m("id", "from")`,

    /** The last nudges of each member that reached them, newest first: what a silence is read from. */
    lastNudges: (memberIds: readonly string[]): Promise<NudgeOutcome[]> =>
      db.$queryRaw`
        SELECT n.* FROM unnest(${[...memberIds]}::uuid[]) AS m("id")
        JOIN LATERAL (
          SELECT "memberId"::text AS "memberId", "id"::text AS "id", "state"::text AS "state", "silenceAskedAt", "silenceAnswer" FROM "Nudge"
          WHERE "memberId" = m."id" AND "workspaceId" = ${workspaceId} AND "state" IN ('sent', 'answered', 'skipped', 'expired')
          ORDER BY "dueAt" DESC LIMIT ${NUDGES_LOOKED_AT}
        ) n ON true`,
  };
}

export interface NudgeOutcome {
  readonly memberId: string;
  readonly id: string;
  readonly state: string;
  readonly silenceAskedAt: Date | null;
  readonly silenceAnswer: string | null;
}
