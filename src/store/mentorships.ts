import { pairKey, type Mentorship, type MentorshipState } from '../domain/mentorship';
import type { Member } from '../domain/member';
import type { EndReason } from '../domain/reasons';
import { isTaken, type Db } from './client';
import { allBeside, type Gather } from './gather';
import { Prisma, type Member as MemberRow, type Mentorship as MentorshipRow } from './generated/client';
import { membersById, toMember } from './members';

/** The table of mentorships. */

export interface Proposal {
  readonly programId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly proposedById: string;
  readonly now: Date;
  readonly nextStepAt: Date;
}

export type Pair = Mentorship & { readonly mentor: Member; readonly mentee: Member };

const BOTH = { mentor: true, mentee: true } as const;
const CURRENT: MentorshipState[] = ['active', 'paused'];
const OPEN: MentorshipState[] = ['proposed', 'active', 'paused'];

export function createMentorships(db: Db, workspaceId: string, gather: Gather) {
  /** Current: accepted and not over. */
  const current = (where: Prisma.MentorshipWhereInput) => pairs({ state: { in: CURRENT }, ...where });

  async function pairs(where: Prisma.MentorshipWhereInput): Promise<Pair[]> {
    return withMembers(
      await db.mentorship.findMany({ where: { workspaceId, ...where }, orderBy: { id: 'asc' } }),
    );
  }

  /** Current pairs of however many people, whose ids are one parameter. */
  async function currentOf(side: 'mentorId' | 'menteeId', ids: readonly string[]): Promise<Pair[]> {
    const column = Prisma.raw(`"${side}"`);
    const rows = await db.$queryRaw<MentorshipRow[]>`
      SELECT * FROM "Mentorship"
      WHERE "workspaceId" = ${workspaceId} AND ${column} = ANY(${[...ids]}::uuid[]) AND "state" IN ('active', 'paused')
      ORDER BY "id"`;
    return withMembers(rows);
  }

  async function withMembers(rows: readonly MentorshipRow[]): Promise<Pair[]> {
    const ids = rows.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
    const members = new Map((await membersById(db, workspaceId, ids)).map((member) => [member.id, member]));
    return rows.flatMap((row) => {
      const [mentor, mentee] = [members.get(row.mentorId), members.get(row.menteeId)];
      return mentor && mentee ? [{ ...toMentorship(row), mentor, mentee }] : [];
    });
  }

  const currentOfMentees = (menteeIds: readonly string[]) => currentOf('menteeId', menteeIds);

  return {
    /** Null when this pair already has an open mentorship. */
    async propose(proposal: Proposal): Promise<Mentorship | null> {
      const { mentorId, menteeId, programId, proposedById, now, nextStepAt } = proposal;
      try {
        const row = await db.mentorship.create({
          data: {
            workspaceId,
            programId,
            mentorId,
            menteeId,
            proposedById,
            proposedAt: now,
            nextStepAt,
            openPair: pairKey(mentorId, menteeId),
          },
        });
        return toMentorship(row);
      } catch (error) {
        if (isTaken(error)) return null;
        throw error;
      }
    },

    async openBetween(mentorId: string, menteeId: string): Promise<Mentorship | null> {
      const openPair = pairKey(mentorId, menteeId);
      const row = await db.mentorship.findUnique({
        where: { workspaceId_openPair: { workspaceId, openPair } },
      });
      return row && toMentorship(row);
    },

    /** When this other person last said no to an invitation by this one, in either role; null where that is longer ago. */
    async declinedAt(proposedById: string, otherId: string, since: Date): Promise<Date | null> {
      const row = await db.mentorship.findFirst({
        where: {
          workspaceId,
          proposedById,
          endReason: 'declined' satisfies EndReason,
          endedAt: { gt: since },
          OR: [{ mentorId: otherId }, { menteeId: otherId }],
        },
        orderBy: { endedAt: 'desc' },
        select: { endedAt: true },
      });
      return row?.endedAt ?? null;
    },

    byIds: (ids: readonly string[]): Promise<Pair[]> => pairs({ id: { in: [...ids] } }),

    async byId(id: string): Promise<Pair | null> {
      const where = { workspaceId_id: { workspaceId, id } };
      const row = await db.mentorship.findUnique({ where, include: BOTH });
      return row && toPair(row);
    },

    /** Moves a mentorship on, once: false when somebody else already did. */
    async move(
      id: string,
      from: MentorshipState,
      to: MentorshipState,
      now: Date,
      endReason: EndReason | null = null,
    ): Promise<boolean> {
      const { count } = await db.mentorship.updateMany({
        where: { id, workspaceId, state: from },
        data: {
          state: to,
          endReason,
          // Taken up again after a pause, it counts from its beginning: a pause takes nothing away.
          ...(to === 'active' && from === 'proposed' ? { activeAt: now, nextStepAt: null } : {}),
          ...(to === 'ended' || to === 'completed' ? over(now) : {}),
        },
      });
      return count === 1;
    },

    /** Notes a yes while the other side has not answered; false when they have, or it is settled. */
    async accept(id: string, byId: string): Promise<boolean> {
      const { count } = await db.mentorship.updateMany({
        where: { id, workspaceId, state: 'proposed', acceptedById: null },
        data: { acceptedById: byId },
      });
      return count === 1;
    },

    /** Ends a current mentorship, once. */
    async end(id: string, endReason: EndReason, now: Date): Promise<boolean> {
      const { count } = await db.mentorship.updateMany({
        where: { id, workspaceId, state: { in: CURRENT } },
        data: { ...over(now), state: 'ended', endReason },
      });
      return count === 1;
    },

    /** When something falls due in the agreements of mentorships that run: one statement for all. */
    async setNextSteps(next: readonly { id: string; nextStepAt: Date | null }[]): Promise<void> {
      await db.$executeRaw`
        UPDATE "Mentorship" m SET "nextStepAt" = n."at"
        FROM unnest(${next.map(({ id }) => id)}::uuid[], ${next.map(({ nextStepAt }) => nextStepAt?.toISOString() ?? null)}::timestamptz[]) AS n("id", "at")
        WHERE m."workspaceId" = ${workspaceId} AND m."id" = n."id" AND m."state" IN ('active', 'paused')`;
    },

    /** Takes an end back: it goes on as if it had never ended. False when the two have begun another meanwhile. */
    async goOn({
      id,
      mentorId,
      menteeId,
    }: Pick<Mentorship, 'id' | 'mentorId' | 'menteeId'>): Promise<boolean> {
      const openPair = pairKey(mentorId, menteeId);
      if ((await db.mentorship.count({ where: { workspaceId, openPair } })) > 0) return false;
      const { count } = await db.mentorship.updateMany({
        where: { id, workspaceId, state: 'ended', endReason: 'left' satisfies EndReason },
        data: { state: 'active', endReason: null, endedAt: null, openPair },
      });
      return count === 1;
    },

    /** Marks that unanswered proposals were asked about again; answers those that were not already. */
    async askAgain(ids: readonly string[], now: Date, nextStepAt: Date): Promise<string[]> {
      const rows = await db.mentorship.updateManyAndReturn({
        where: { id: { in: [...ids] }, workspaceId, state: 'proposed', askedAgainAt: null },
        data: { askedAgainAt: now, nextStepAt },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Ends proposals that nobody answered; answers those that this has ended. */
    async lapse(ids: readonly string[], now: Date): Promise<string[]> {
      const rows = await db.mentorship.updateManyAndReturn({
        where: { id: { in: [...ids] }, workspaceId, state: 'proposed' },
        data: { ...over(now), state: 'ended', endReason: 'lapsed' satisfies EndReason },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Proposed, active and paused ones in which the member is on either side, oldest first. */
    openOf: (memberId: string) =>
      pairs({ state: { in: OPEN }, OR: [{ mentorId: memberId }, { menteeId: memberId }] }),

    currentOfMentees,

    currentOfMentee: gather.reads(async (menteeIds: readonly string[]) =>
      allBeside(menteeIds, await currentOfMentees(menteeIds), ({ menteeId }) => menteeId),
    ),

    currentOfMentor: (mentorId: string): Promise<Pair[]> => current({ mentorId }),

    currentOfMentors: (mentorIds: readonly string[]) => currentOf('mentorId', mentorIds),

    /** Proposed, active and paused ones of these programs, oldest first. */
    openOfPrograms: (programIds: readonly string[]) =>
      pairs({ state: { in: OPEN }, programId: { in: [...programIds] } }),

    currentOfPrograms: (programIds: readonly string[]): Promise<Pair[]> =>
      current({ programId: { in: [...programIds] } }),
  };
}

const over = (now: Date) => ({ endedAt: now, openPair: null, nextStepAt: null });

function toMentorship(row: MentorshipRow): Mentorship {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    programId: row.programId,
    mentorId: row.mentorId,
    menteeId: row.menteeId,
    proposedById: row.proposedById,
    acceptedById: row.acceptedById,
    state: row.state,
    proposedAt: row.proposedAt,
    activeAt: row.activeAt,
    askedAgainAt: row.askedAgainAt,
  };
}

function toPair(row: MentorshipRow & { mentor: MemberRow; mentee: MemberRow }): Pair {
  return { ...toMentorship(row), mentor: toMember(row.mentor), mentee: toMember(row.mentee) };
}
