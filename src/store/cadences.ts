import type { Cadence } from '../domain/cadence';
import type { Db } from './client';
import { beside, type Gather } from './gather';
import type { Cadence as CadenceRow, CadencePurpose, Prisma } from './generated/client';

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
  /** The rule that silence halved; null while it is whole. */
  readonly ruleBefore: string | null;
}

export interface HalvedCadence {
  readonly id: string;
  readonly rule: string;
  readonly nextDueAt: Date | null;
}

/** Of the rhythms that are a person's own. */
type OwnPurpose = 'nudge' | 'digest';

type Owner = { readonly memberId: string } | { readonly programId: string };

export function createCadences(db: Db, workspaceId: string, gather: Gather) {
  async function ofMembers(memberIds: readonly string[], purpose: OwnPurpose): Promise<StoredCadence[]> {
    const rows = await db.cadence.findMany({
      where: { workspaceId, purpose, memberId: { in: [...memberIds] } },
    });
    return rows.map(toCadence);
  }

  const gathered = (purpose: OwnPurpose) =>
    gather.reads(async (memberIds: readonly string[]) =>
      beside(memberIds, await ofMembers(memberIds, purpose), ({ memberId }) => memberId ?? ''),
    );
  const own = { nudge: gathered('nudge'), digest: gathered('digest') };

  async function one(where: Prisma.CadenceWhereUniqueInput): Promise<StoredCadence | null> {
    const row = await db.cadence.findUnique({ where });
    return row && toCadence(row);
  }

  return {
    /** The rhythms in which these people are asked. */
    nudgeRhythms: (memberIds: readonly string[]) => ofMembers(memberIds, 'nudge'),

    ofMember: (memberId: string, purpose: OwnPurpose): Promise<StoredCadence | null> =>
      own[purpose](memberId),

    ofProgram: (programId: string) =>
      one({ workspaceId_programId_purpose: { workspaceId, programId, purpose: 'channel_digest' } }),

    /** Sets the one cadence of this owner for this purpose. */
    async set(
      owner: Owner,
      purpose: CadencePurpose,
      cadence: Cadence,
      zone: string | null,
      nextDueAt: Date | null,
    ): Promise<StoredCadence> {
      const data = {
        rule: cadence.rule,
        start: cadence.start,
        zone,
        nextDueAt,
        halvedAt: null,
        ruleBefore: null,
      };
      const row = await db.cadence.upsert({
        where:
          'memberId' in owner
            ? { workspaceId_memberId_purpose: { workspaceId, memberId: owner.memberId, purpose } }
            : { workspaceId_programId_purpose: { workspaceId, programId: owner.programId, purpose } },
        create: { workspaceId, purpose, ...owner, ...data },
        update: data,
      });
      return toCadence(row);
    },

    async allOfMember(memberId: string): Promise<StoredCadence[]> {
      const rows = await db.cadence.findMany({ where: { workspaceId, memberId } });
      return rows.map(toCadence);
    },

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

    /** Brings back the rhythm that silence halved. @param halvedAt null lets a later silence halve it anew */
    async makeWhole(id: string, rule: string, nextDueAt: Date | null, halvedAt: Date | null): Promise<void> {
      await db.cadence.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { rule, ruleBefore: null, nextDueAt, halvedAt },
      });
    },

    /** Halves rhythms, each once in the life of a cadence; answers how many. */
    async halve(halved: readonly HalvedCadence[], now: Date): Promise<number> {
      if (halved.length === 0) return 0;
      return db.$executeRaw`
        UPDATE "Cadence" c
        SET "rule" = h."rule", "ruleBefore" = c."rule", "nextDueAt" = h."nextDueAt", "halvedAt" = ${now}
        FROM json_to_recordset(${JSON.stringify(halved)}::json) AS h("id" uuid, "rule" text, "nextDueAt" timestamptz)
        WHERE c."id" = h."id" AND c."workspaceId" = ${workspaceId} AND c."halvedAt" IS NULL`;
    },
  };
}

export function toCadence(row: CadenceRow): StoredCadence {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    purpose: row.purpose,
    memberId: row.memberId,
    programId: row.programId,
    rule: row.rule,
    start: row.start,
    zone: row.zone,
    nextDueAt: row.nextDueAt,
    halvedAt: row.halvedAt,
    ruleBefore: row.ruleBefore,
  };
}
