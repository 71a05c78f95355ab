import type { Member } from '../domain/member';
import type { Db } from './client';

export interface Program {
  readonly id: string;
  readonly name: string;
  readonly digestChannelId: string | null;
  readonly digestSetById: string | null;
}

export function createPrograms(db: Db, workspaceId: string) {
  return {
    /** A workspace has one program until it asks for more. */
    current: (): Promise<Program> =>
      db.program.findFirstOrThrow({ where: { workspaceId }, orderBy: { id: 'asc' } }),

    byId: (id: string): Promise<Program | null> =>
      db.program.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),

    byIds: (ids: readonly string[]): Promise<Program[]> =>
      db.program.findMany({ where: { workspaceId, id: { in: [...ids] } } }),

    async setDigestChannel(id: string, channelId: string | null, setById: string | null): Promise<void> {
      await db.program.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { digestChannelId: channelId, digestSetById: setById },
      });
    },

    async addCoordinator(programId: string, memberId: string): Promise<void> {
      await db.coordinator.upsert({
        where: { workspaceId_programId_memberId: { workspaceId, programId, memberId } },
        create: { workspaceId, programId, memberId },
        update: {},
      });
    },

    async coordinatorsOf(programId: string): Promise<Member[]> {
      const rows = await db.coordinator.findMany({
        where: { workspaceId, programId },
        include: { member: true },
      });
      return rows.map((row) => row.member);
    },

    coordinatedBy: (memberId: string): Promise<Program[]> =>
      db.program.findMany({ where: { workspaceId, coordinators: { some: { memberId } } } }),
  };
}
