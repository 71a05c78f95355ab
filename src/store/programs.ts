import type { Member } from '../domain/member';
import type { Db } from './client';
import type { Prisma, Program as ProgramRow } from './generated/client';
import { toMember } from './members';

/** The tables of programs and of their coordinators. */

export interface Program {
  readonly id: string;
  readonly name: string;
  readonly digestChannelId: string | null;
  readonly digestSetById: string | null;
}

export function createPrograms(db: Db, workspaceId: string) {
  const first = async (): Promise<Program> =>
    toProgram(await db.program.findFirstOrThrow({ where: { workspaceId }, orderBy: { id: 'asc' } }));

  async function all(where: Prisma.ProgramWhereInput): Promise<Program[]> {
    const rows = await db.program.findMany({ where: { workspaceId, ...where } });
    return rows.map(toProgram);
  }

  return {
    /** The one that a workspace begins with. */
    first,

    /** The program that somebody looks after or has a pair in; the first for whoever has none yet. */
    async homeOf(memberId: string): Promise<Program> {
      const theirs = await db.program.findFirst({
        where: {
          workspaceId,
          OR: [
            { coordinators: { some: { memberId } } },
            { mentorships: { some: { OR: [{ mentorId: memberId }, { menteeId: memberId }] } } },
          ],
        },
        orderBy: { id: 'asc' },
      });
      return theirs ? toProgram(theirs) : first();
    },

    byDigestChannel: (channelId: string) => all({ digestChannelId: channelId }),

    async byId(id: string): Promise<Program | null> {
      const row = await db.program.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toProgram(row);
    },

    byIds: (ids: readonly string[]) => all({ id: { in: [...ids] } }),

    async setDigestChannel(id: string, channelId: string | null, setById: string | null): Promise<void> {
      await db.program.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { digestChannelId: channelId, digestSetById: setById },
      });
    },

    /** Exactly these, whoever it was before. */
    async setCoordinators(programId: string, memberIds: readonly string[]): Promise<void> {
      await db.coordinator.deleteMany({
        where: { workspaceId, programId, memberId: { notIn: [...memberIds] } },
      });
      await db.coordinator.createMany({
        data: memberIds.map((memberId) => ({ workspaceId, programId, memberId })),
        skipDuplicates: true,
      });
    },

    async coordinatorsOf(programId: string): Promise<Member[]> {
      const rows = await db.coordinator.findMany({
        where: { workspaceId, programId },
        include: { member: true },
      });
      return rows.map(({ member }) => toMember(member));
    },

    coordinatedBy: (memberId: string) => all({ coordinators: { some: { memberId } } }),
  };
}

function toProgram(row: ProgramRow): Program {
  return {
    id: row.id,
    name: row.name,
    digestChannelId: row.digestChannelId,
    digestSetById: row.digestSetById,
  };
}
