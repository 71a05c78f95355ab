import type { Audience } from '../domain/check-in';
import type { Goal, GoalChangeKind, GoalDraft, GoalState, ReachedGoal } from '../domain/goal';
import type { Db } from './client';
import { allBeside, type Gather } from './gather';

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
  const ofMembers = (memberIds: readonly string[], state?: GoalState): Promise<Goal[]> =>
    db.goal.findMany({
      where: { workspaceId, memberId: { in: [...memberIds] }, ...(state === undefined ? {} : { state }) },
      orderBy: { number: 'asc' },
    });

  return {
    byId: (id: string): Promise<Goal | null> =>
      db.goal.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),

    ofMembers,

    ofMember: gather.reads(async (memberIds: readonly string[]) =>
      allBeside(memberIds, await ofMembers(memberIds), ({ memberId }) => memberId),
    ),

    /** Goals reached in a span of time and not reopened since, with whom the last reaching was for. */
    async achievedBetween(memberIds: readonly string[], from: Date, to: Date): Promise<ReachedGoal[]> {
      const rows = await db.goalChange.findMany({
        where: {
          workspaceId,
          kind: 'achieved',
          at: { gt: from, lte: to },
          goal: { memberId: { in: [...memberIds] }, state: 'achieved' },
        },
        include: { goal: true },
        orderBy: { at: 'asc' },
      });
      const last = new Map(
        rows.map(({ goal, audience, at }) => [goal.id, { ...goal, toldTo: audience, reachedAt: at }]),
      );
      return [...last.values()];
    },

    /** How the goal was reached last; null when it never was. */
    async lastReached(id: string): Promise<{ readonly audience: Audience; readonly at: Date } | null> {
      return db.goalChange.findFirst({
        where: { workspaceId, goalId: id, kind: 'achieved' },
        orderBy: { at: 'desc' },
        select: { audience: true, at: true },
      });
    },

    /** Adds a goal with the member's next number. Call it within a transaction: it locks the member's row. */
    async add(memberId: string, draft: GoalDraft & { audience: Audience }, now: Date): Promise<Goal> {
      await db.$executeRaw`SELECT 1 FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "id" = ${memberId}::uuid FOR UPDATE`;
      const last = await db.goal.aggregate({ where: { workspaceId, memberId }, _max: { number: true } });
      return db.goal.create({
        data: { workspaceId, memberId, number: (last._max.number ?? 0) + 1, createdAt: now, ...draft },
      });
    },

    edit: (id: string, { audience, ...draft }: GoalDraft): Promise<Goal> =>
      db.goal.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...draft, ...(audience === null ? {} : { audience }) },
      }),

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
