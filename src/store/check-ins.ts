import type { Audience, CheckIn, CheckInState, CheckInStatus } from '../domain/check-in';
import type { Db } from './client';
import { allBeside, type Gather } from './gather';

/** The table of check-ins. */

export interface NewCheckIn {
  readonly memberId: string;
  readonly goalId: string | null;
  readonly nudgeId: string | null;
  readonly state: CheckInState;
  readonly status: CheckInStatus;
  readonly text: string | null;
  readonly audience: Audience;
  readonly sharedWith: readonly string[];
  readonly saidAt: Date;
  readonly originChannel?: string;
  readonly originTs?: string;
  readonly answerKey?: string;
}

export function createCheckIns(db: Db, workspaceId: string, gather: Gather) {
  return {
    byId: (id: string): Promise<CheckIn | null> =>
      db.checkIn.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),

    byOrigin: (originChannel: string, originTs: string): Promise<CheckIn | null> =>
      db.checkIn.findUnique({
        where: { workspaceId_originChannel_originTs: { workspaceId, originChannel, originTs } },
      }),

    add: ({ sharedWith, ...checkIn }: NewCheckIn): Promise<CheckIn> =>
      db.checkIn.create({ data: { workspaceId, ...checkIn, sharedWith: [...sharedWith] } }),

    /**
     * An answer given again under the same key changes the first one: the status always, its words and who reads it
     * where they are `chosen`. `isNew` tells whether it was the first.
     */
    async answer(
      answerKey: string,
      checkIn: NewCheckIn,
      chosen: { readonly text: boolean; readonly audience: boolean } = { text: true, audience: true },
    ): Promise<{ checkIn: CheckIn; isNew: boolean }> {
      const where = { workspaceId_answerKey: { workspaceId, answerKey } };
      const before = await db.checkIn.findUnique({ where, select: { id: true } });
      const { status, text, saidAt, audience } = checkIn;
      const sharedWith = [...checkIn.sharedWith];
      const row = await db.checkIn.upsert({
        where,
        create: { workspaceId, answerKey, ...checkIn, sharedWith },
        update: before
          ? {
              status,
              editedAt: saidAt,
              ...(chosen.text ? { text } : {}),
              ...(chosen.audience ? { audience, sharedWith } : {}),
            }
          : {},
      });
      return { checkIn: row, isNew: before === null };
    },

    change: (
      id: string,
      change: {
        goalId?: string | null;
        state?: CheckInState;
        status?: CheckInStatus;
        text?: string | null;
        audience?: Audience;
        sharedWith?: string[];
        editedAt?: Date;
        nudgeId?: string | null;
        filedAt?: Date;
      },
    ): Promise<CheckIn> =>
      db.checkIn.update({ where: { workspaceId_id: { workspaceId, id } }, data: change }),

    async remove(id: string): Promise<void> {
      await db.checkIn.deleteMany({ where: { id, workspaceId } });
    },

    /** Marks that the mentor has answered; true the first time. */
    async acknowledge(id: string, now: Date): Promise<boolean> {
      const { count } = await db.checkIn.updateMany({
        where: { id, workspaceId, acknowledgedAt: null },
        data: { acknowledgedAt: now },
      });
      return count === 1;
    },

    ofNudge: gather.reads(async (nudgeIds: readonly string[]): Promise<CheckIn[][]> => {
      const rows = await db.checkIn.findMany({
        where: { workspaceId, nudgeId: { in: [...nudgeIds] } },
        orderBy: { saidAt: 'asc' },
      });
      return allBeside(nudgeIds, rows, ({ nudgeId }) => nudgeId);
    }),

    recentOf: (memberId: string, limit: number): Promise<CheckIn[]> =>
      db.checkIn.findMany({
        where: { workspaceId, memberId, state: 'recorded' },
        orderBy: { saidAt: 'desc' },
        take: limit,
      }),

    /** Recorded check-ins of these people, oldest first. */
    between: (memberIds: readonly string[], from: Date, to: Date): Promise<CheckIn[]> =>
      db.checkIn.findMany({
        where: {
          workspaceId,
          memberId: { in: [...memberIds] },
          state: 'recorded',
          saidAt: { gt: from, lte: to },
        },
        orderBy: { saidAt: 'asc' },
      }),

    /** The words that wait for a mentor's answer, oldest first. */
    awaiting: (memberIds: readonly string[], since: Date, until: Date): Promise<CheckIn[]> =>
      db.checkIn.findMany({
        where: {
          workspaceId,
          memberId: { in: [...memberIds] },
          state: 'recorded',
          acknowledgedAt: null,
          saidAt: { gt: since, lte: until },
          audience: { not: 'self' },
        },
        orderBy: { saidAt: 'asc' },
      }),
  };
}
