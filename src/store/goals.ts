import type { Goal, GoalDraft, GoalState } from '../domain/goal';
import type { Db } from './client';
import { allBeside, type Gather } from './gather';
import type { GoalChangeKind } from './generated/client';

export interface GoalChangeRecord {
  readonly goalId: string;
  readonly byId: string;
  readonly kind: GoalChangeKind;
  readonly at: Date;
  readonly reason: string | null;
}

export function createGoals(db: Db, workspaceId: string, gather: Gather) {
  const ofMembers = (memberIds: readonly string[], state?: GoalState): Promise<Goal[]> =>
    db.goal.findMany({
      where: { workspaceId, memberId: { in: [...memberIds] }, ...(state === undefined ? {} : { state }) },
      orderBy: { number: 'asc' },
    });

  return {
    byId: (id: string): Promise<Goal | null> => db.goal.findUnique({ where: { id, workspaceId } }),

    ofMembers,

    ofMember: gather(async (memberIds: readonly string[]) =>
      allBeside(memberIds, await ofMembers(memberIds), ({ memberId }) => memberId),
    ),

    /** Goals reached in a span of time. */
    achievedBetween: (memberIds: readonly string[], from: Date, to: Date): Promise<Goal[]> =>
      db.goal.findMany({
        where: {
          workspaceId,
          memberId: { in: [...memberIds] },
          state: 'achieved',
          closedAt: { gt: from, lte: to },
        },
        orderBy: { closedAt: 'asc' },
      }),

    /** Adds a goal with the member's next number. Call it within a transaction: it locks the member's row. */
    async add(memberId: string, draft: GoalDraft, now: Date): Promise<Goal> {
      await db.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${memberId}::uuid FOR UPDATE`;
      const last = await db.goal.aggregate({ where: { memberId }, _max: { number: true } });
      return db.goal.create({
        data: { workspaceId, memberId, number: (last._max.number ?? 0) + 1, createdAt: now, ...draft },
      });
    },

    edit: (id: string, draft: GoalDraft): Promise<Goal> =>
      db.goal.update({ where: { id, workspaceId }, data: draft }),

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
