import type { Audience } from '../domain/check-in';
import type { Goal, GoalChangeKind, GoalDraft, GoalState, ReachedGoal, Reaching } from '../domain/goal';
import type { Db } from './client';
import { allBeside, type Gather } from './gather';
import type { Goal as GoalRow } from './generated/client';

/** The tables of goals and of their changes. */

export interface GoalChangeRecord {
  readonly goalId: string;
  readonly byId: string;
  readonly kind: GoalChangeKind;
  readonly at: Date;
  readonly reason: string | null;
  readonly audience: Audience;
}

export function createGoals(db: Db, workspaceId: string, gather: Gather) {
  async function ofMembers(memberIds: readonly string[], state?: GoalState): Promise<Goal[]> {
    const rows = await db.$queryRaw<GoalRow[]>`
      SELECT * FROM "Goal"
      WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[])
        AND (${state ?? null}::"GoalState" IS NULL OR "state" = ${state ?? null}::"GoalState")
      ORDER BY "number"`;
    return rows.map(toGoal);
  }

  return {
    async byId(id: string): Promise<Goal | null> {
      const row = await db.goal.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toGoal(row);
    },

    ofMembers,

    ofMember: gather.reads(async (memberIds: readonly string[]) =>
      allBeside(memberIds, await ofMembers(memberIds), ({ memberId }) => memberId),
    ),

    /** Goals reached in a span of time and not opened again since, with whom that was for. */
    async achievedBetween(memberIds: readonly string[], from: Date, to: Date): Promise<ReachedGoal[]> {
      const rows = await db.$queryRaw<(GoalRow & Pick<ReachedGoal, 'toldTo' | 'reachedAt'>)[]>`
        SELECT g.*, c."audience" AS "toldTo", c."at" AS "reachedAt"
        FROM "Goal" g JOIN "GoalChange" c
          ON c."workspaceId" = g."workspaceId" AND c."goalId" = g."id" AND c."kind" = 'achieved'
        WHERE g."workspaceId" = ${workspaceId} AND g."memberId" = ANY(${[...memberIds]}::uuid[]) AND g."state" = 'achieved'
          AND c."at" > ${from} AND c."at" <= ${to} AND NOT EXISTS (
            SELECT FROM "GoalChange" r
            WHERE r."workspaceId" = ${workspaceId} AND r."goalId" = g."id" AND r."kind" = 'reopened' AND r."at" >= c."at")
        ORDER BY c."at"`;
      return rows.map((row) => ({ ...toGoal(row), toldTo: row.toldTo, reachedAt: row.reachedAt }));
    },

    /** How the goal was reached at this instant, or last, and whether it was opened again since; null when it never was. */
    async reached(id: string, at: Date | null = null): Promise<Reaching | null> {
      const reached = await db.goalChange.findFirst({
        where: { workspaceId, goalId: id, kind: 'achieved', ...(at === null ? {} : { at }) },
        orderBy: { at: 'desc' },
        select: { audience: true, at: true },
      });
      if (reached === null) return null;
      const where = { workspaceId, goalId: id, kind: 'reopened', at: { gte: reached.at } } as const;
      return { ...reached, isOpenAgain: (await db.goalChange.count({ where })) > 0 };
    },

    /** Adds a goal with the member's next number. Call it within a transaction: it locks the member's row. */
    /** @param id given where the goal has to be known by it; else the database makes one */
    async add(
      memberId: string,
      draft: GoalDraft & { audience: Audience },
      now: Date,
      id?: string,
    ): Promise<Goal> {
      await db.$executeRaw`SELECT 1 FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "id" = ${memberId}::uuid FOR UPDATE`;
      const last = await db.goal.aggregate({ where: { workspaceId, memberId }, _max: { number: true } });
      const row = await db.goal.create({
        data: {
          ...(id === undefined ? {} : { id }),
          workspaceId,
          memberId,
          number: (last._max.number ?? 0) + 1,
          createdAt: now,
          ...draft,
        },
      });
      return toGoal(row);
    },

    async edit(id: string, { audience, ...draft }: GoalDraft): Promise<Goal> {
      const row = await db.goal.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...draft, ...(audience === null ? {} : { audience }) },
      });
      return toGoal(row);
    },

    /** Moves a goal on, once: false when it is no longer in `from`. */
    async move(id: string, from: GoalState, to: GoalState, now: Date): Promise<boolean> {
      const { count } = await db.goal.updateMany({
        where: { id, workspaceId, state: from },
        data: { state: to, closedAt: to === 'active' ? null : now },
      });
      return count === 1;
    },

    async remember(change: GoalChangeRecord): Promise<void> {
      await db.goalChange.create({ data: { workspaceId, ...change } });
    },
  };
}

function toGoal(row: GoalRow): Goal {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    memberId: row.memberId,
    number: row.number,
    title: row.title,
    why: row.why,
    measure: row.measure,
    targetDate: row.targetDate,
    stretch: row.stretch,
    state: row.state,
    audience: row.audience,
    createdAt: row.createdAt,
    closedAt: row.closedAt,
  };
}
