import type { Cadence } from '../domain/cadence';
import type { Db } from './client';
import { beside, type Gather } from './gather';
import type { CadencePurpose } from './generated/client';

/** The table of rhythms: of nudges, of digests, of the mentor channel. */

export interface StoredCadence extends Cadence {
  readonly id: string;
  readonly workspaceId: string;
  readonly purpose: CadencePurpose;
  readonly memberId: string | null;
  readonly programId: string | null;
  readonly zone: string | null;
  readonly nextDueAt: Date | null;
  readonly halvedAt: Date | null;
}

type Owner = { readonly memberId: string } | { readonly programId: string };

export function createCadences(db: Db, workspaceId: string, gather: Gather) {
  const nudgeRhythm = gather.reads(
    async (memberIds: readonly string[]): Promise<(StoredCadence | null)[]> => {
      const rows = await db.cadence.findMany({
        where: { workspaceId, purpose: 'nudge', memberId: { in: [...memberIds] } },
      });
      return beside(memberIds, rows, ({ memberId }) => memberId ?? '');
    },
  );

  return {
    ofMember: (memberId: string, purpose: CadencePurpose): Promise<StoredCadence | null> =>
      purpose === 'nudge'
        ? nudgeRhythm(memberId)
        : db.cadence.findUnique({
            where: { workspaceId_memberId_purpose: { workspaceId, memberId, purpose } },
          }),

    ofProgram: (programId: string): Promise<StoredCadence | null> =>
      db.cadence.findUnique({
        where: {
          workspaceId_programId_purpose: { workspaceId, programId, purpose: 'channel_digest' },
        },
      }),

    /** Sets the one cadence of this owner for this purpose. */
    set(
      owner: Owner,
      purpose: CadencePurpose,
      cadence: Cadence,
      zone: string | null,
      nextDueAt: Date | null,
    ): Promise<StoredCadence> {
      const data = { rule: cadence.rule, start: cadence.start, zone, nextDueAt, halvedAt: null };
      return db.cadence.upsert({
        where:
          'memberId' in owner
            ? { workspaceId_memberId_purpose: { workspaceId, memberId: owner.memberId, purpose } }
            : { workspaceId_programId_purpose: { workspaceId, programId: owner.programId, purpose } },
        create: { workspaceId, purpose, ...owner, ...data },
        update: data,
      });
    },

    allOfMember: (memberId: string): Promise<StoredCadence[]> =>
      db.cadence.findMany({ where: { workspaceId, memberId } }),

    /** One statement for a whole batch of the sweep. */
    async setNextDues(next: readonly { id: string; nextDueAt: Date | null }[]): Promise<void> {
      await db.$executeRaw`
        UPDATE "Cadence" c SET "nextDueAt" = n."at"
        FROM unnest(${next.map(({ id }) => id)}::uuid[], ${next.map(({ nextDueAt }) => nextDueAt?.toISOString() ?? null)}::timestamptz[]) AS n("id", "at")
        WHERE c."id" = n."id" AND c."workspaceId" = ${workspaceId}`;
    },

    async setNextDue(id: string, nextDueAt: Date | null): Promise<void> {
      await db.cadence.update({ where: { workspaceId_id: { workspaceId, id } }, data: { nextDueAt } });
    },

    /** Halves the rhythm, once in the life of a cadence. */
    async halve(id: string, rule: string, nextDueAt: Date | null, now: Date): Promise<boolean> {
      const { count } = await db.cadence.updateMany({
        where: { id, workspaceId, halvedAt: null },
        data: { rule, nextDueAt, halvedAt: now },
      });
      return count === 1;
    },
  };
}
