import type { Audience, CheckIn, CheckInState, CheckInStatus } from '../domain/check-in';
import type { Mentorship } from '../domain/mentorship';
import type { Db } from './client';
import { allBeside, type Gather } from './gather';
import type { CheckIn as CheckInRow, Prisma } from './generated/client';

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
  async function one(where: Prisma.CheckInWhereUniqueInput): Promise<CheckIn | null> {
    const row = await db.checkIn.findUnique({ where });
    return row && toCheckIn(row);
  }

  return {
    byId: (id: string) => one({ workspaceId_id: { workspaceId, id } }),

    byOrigin: (originChannel: string, originTs: string) =>
      one({ workspaceId_originChannel_originTs: { workspaceId, originChannel, originTs } }),

    async add({ sharedWith, ...checkIn }: NewCheckIn): Promise<CheckIn> {
      const data = { workspaceId, ...checkIn, sharedWith: [...sharedWith] };
      return toCheckIn(await db.checkIn.create({ data }));
    },

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
      return { checkIn: toCheckIn(row), isNew: before === null };
    },

    /** Takes back the status that was given at that moment: words that came along stay as a note. Answers its nudge. */
    async takeBackStatus(goalId: string, status: CheckInStatus, saidAt: Date): Promise<string | null> {
      const given = await db.checkIn.findFirst({
        where: { workspaceId, goalId, status, saidAt },
        include: { promise: { select: { id: true } } },
      });
      if (given === null) return null;
      const where = { workspaceId_id: { workspaceId, id: given.id } };
      await (given.text === null && given.promise === null
        ? db.checkIn.delete({ where })
        : db.checkIn.update({ where, data: { status: 'note' } }));
      return given.nudgeId;
    },

    async change(
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
    ): Promise<CheckIn> {
      const where = { workspaceId_id: { workspaceId, id } };
      return toCheckIn(await db.checkIn.update({ where, data: change }));
    },

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
      return allBeside(nudgeIds, rows.map(toCheckIn), ({ nudgeId }) => nudgeId);
    }),

    async recentOf(memberId: string, limit: number): Promise<CheckIn[]> {
      const rows = await db.checkIn.findMany({
        where: { workspaceId, memberId, state: 'recorded' },
        orderBy: { saidAt: 'desc' },
        take: limit,
      });
      return rows.map(toCheckIn);
    },

    /**
     * The last thing that the mentee of each of these mentorships said to its mentor; nothing for one who has not.
     *
     * @param reachedUntil a goal that was said to be reached later than this may still be taken back: it is passed over
     */
    async lastSaidThrough(
      mentorships: readonly Pick<Mentorship, 'id' | 'menteeId'>[],
      reachedUntil: Date,
    ): Promise<CheckIn[]> {
      const [ids, menteeIds] = [mentorships.map(({ id }) => id), mentorships.map(({ menteeId }) => menteeId)];
      const rows = await db.$queryRaw<CheckInRow[]>`
        SELECT c.* FROM unnest(${ids}::uuid[], ${menteeIds}::uuid[]) AS m("id", "menteeId")
        JOIN LATERAL (
          SELECT * FROM "CheckIn"
          WHERE "workspaceId" = ${workspaceId} AND "memberId" = m."menteeId" AND "state" = 'recorded'
            AND "audience" <> 'self' AND m."id" = ANY("sharedWith")
            AND ("status" <> 'done' OR "saidAt" <= ${reachedUntil})
          ORDER BY "saidAt" DESC LIMIT 1
        ) c ON true`;
      return rows.map(toCheckIn);
    },

    /** Recorded check-ins of these people, oldest first. */
    async between(memberIds: readonly string[], from: Date, to: Date): Promise<CheckIn[]> {
      const rows = await db.$queryRaw<CheckInRow[]>`
        SELECT * FROM "CheckIn"
        WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[])
          AND "saidAt" > ${from} AND "saidAt" <= ${to} AND "state" = 'recorded'
        ORDER BY "saidAt"`;
      return rows.map(toCheckIn);
    },

    /** What each of these people last said of how it goes, for others than themselves alone, newest first. */
    async lately(memberIds: readonly string[], since: Date, until: Date, limit: number): Promise<CheckIn[]> {
      const rows = await db.$queryRaw<CheckInRow[]>`
        SELECT c.* FROM unnest(${[...memberIds]}::uuid[]) AS m("id")
        JOIN LATERAL (
          SELECT * FROM "CheckIn"
          WHERE "workspaceId" = ${workspaceId} AND "memberId" = m."id" AND "saidAt" > ${since} AND "saidAt" <= ${until}
            AND "state" = 'recorded' AND "status" <> 'note' AND "audience" <> 'self'
          ORDER BY "saidAt" DESC LIMIT ${limit}
        ) c ON true
        ORDER BY c."saidAt" DESC`;
      return rows.map(toCheckIn);
    },

    /** The words that waited for a mentor's answer at the end of this span, oldest first. */
    async awaiting(memberIds: readonly string[], since: Date, until: Date): Promise<CheckIn[]> {
      const rows = await db.$queryRaw<CheckInRow[]>`
        SELECT * FROM "CheckIn"
        WHERE "workspaceId" = ${workspaceId} AND "memberId" = ANY(${[...memberIds]}::uuid[])
          AND "saidAt" > ${since} AND "saidAt" <= ${until} AND "state" = 'recorded'
          AND ("acknowledgedAt" IS NULL OR "acknowledgedAt" > ${until}) AND "audience" <> 'self'
        ORDER BY "saidAt"`;
      return rows.map(toCheckIn);
    },
  };
}

function toCheckIn(row: CheckInRow): CheckIn {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    memberId: row.memberId,
    goalId: row.goalId,
    nudgeId: row.nudgeId,
    state: row.state,
    status: row.status,
    text: row.text,
    audience: row.audience,
    sharedWith: row.sharedWith,
    saidAt: row.saidAt,
    editedAt: row.editedAt,
    acknowledgedAt: row.acknowledgedAt,
    filedAt: row.filedAt,
    originChannel: row.originChannel,
    originTs: row.originTs,
  };
}
