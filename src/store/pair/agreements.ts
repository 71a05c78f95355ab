import type { Cadence } from '../../domain/cadence';
import type { Agreement, Bound, Hours, Terms } from '../../domain/pair/agreement';
import { isWeekday } from '../../domain/weekday';
import { isTaken, type Db } from '../client';
import { allBeside, type Gather } from '../gather';
import type { Agreement as AgreementRow } from '../generated/client';

/** The tables of agreements and of who has signed them. */

export interface NewAgreement {
  readonly mentorshipId: string;
  readonly version: number;
  readonly draftedById: string;
  readonly draftedAt: Date;
  readonly terms: Terms;
}

/** What one mentorship of a mentee allows: null where nothing is agreed in it. */
export interface StoredBound {
  readonly memberId: string;
  readonly bound: Bound | null;
  /** When the bot last asked them of its own accord. */
  readonly lastAskedAt: Date | null;
}

type BoundRow = { readonly memberId: string; readonly lastAskedAt: Date | null } & (
  | { readonly nudgeRule: null }
  | Pick<AgreementRow, 'nudgeRule' | 'nudgeStart' | 'hoursFrom' | 'hoursTo' | 'days' | 'until'>
);

export function createAgreements(db: Db, workspaceId: string, gather: Gather) {
  /** What the mentorships of these mentees allow, by the version in force of each. */
  async function bounds(memberIds: readonly string[]): Promise<StoredBound[]> {
    const rows = await db.$queryRaw<BoundRow[]>`
      SELECT m."menteeId"::text AS "memberId", a.*, last."at" AS "lastAskedAt"
      FROM "Mentorship" m
      LEFT JOIN LATERAL (
        SELECT "nudgeRule", "nudgeStart", "hoursFrom", "hoursTo", "days", "until" FROM "Agreement"
        WHERE "workspaceId" = ${workspaceId} AND "mentorshipId" = m."id" AND "inForceAt" IS NOT NULL
        ORDER BY "version" DESC LIMIT 1
      ) a ON true
      LEFT JOIN LATERAL (
        SELECT coalesce("sentAt", "dueAt") AS "at" FROM "Nudge"
        WHERE a."nudgeRule" IS NOT NULL AND "workspaceId" = ${workspaceId} AND "memberId" = m."menteeId"
          AND "origin" = 'rhythm' AND "state" NOT IN ('held', 'void', 'undeliverable')
        ORDER BY "dueAt" DESC LIMIT 1
      ) last ON true
      WHERE m."workspaceId" = ${workspaceId} AND m."menteeId" = ANY(${[...memberIds]}::uuid[])
        AND m."state" IN ('active', 'paused')`;
    return rows.map(({ memberId, lastAskedAt, ...row }) => ({
      memberId,
      lastAskedAt,
      bound: row.nudgeRule === null ? null : toBound(row),
    }));
  }

  return {
    bounds,

    boundsOf: gather.reads(async (memberIds: readonly string[]) =>
      allBeside(memberIds, await bounds(memberIds), ({ memberId }) => memberId),
    ),

    async byId(id: string): Promise<Agreement | null> {
      const where = { workspaceId_id: { workspaceId, id } };
      const row = await db.agreement.findUnique({ where, include: SIGNED });
      return row && toAgreement(row);
    },

    /** Every version of these mentorships, oldest first. */
    async ofMentorships(mentorshipIds: readonly string[]): Promise<Agreement[]> {
      const rows = await db.agreement.findMany({
        where: { workspaceId, mentorshipId: { in: [...mentorshipIds] } },
        orderBy: { version: 'asc' },
        include: SIGNED,
      });
      return rows.map(toAgreement);
    },

    /** Writes a version down; null where there is one by this number already. */
    async draft({ terms, ...drafted }: NewAgreement): Promise<Agreement | null> {
      const { nudges, talks, hours, ...rest } = terms;
      try {
        const row = await db.agreement.create({
          data: {
            workspaceId,
            ...drafted,
            ...rest,
            nudgeRule: nudges.rule,
            nudgeStart: nudges.start,
            talkRule: talks?.rule ?? null,
            talkStart: talks?.start ?? null,
            hoursFrom: hours.from,
            hoursTo: hours.to,
            days: [...hours.days],
          },
          include: SIGNED,
        });
        return toAgreement(row);
      } catch (error) {
        if (isTaken(error)) return null;
        throw error;
      }
    },

    /** False where they had signed before. */
    async sign(agreementId: string, memberId: string, at: Date): Promise<boolean> {
      const data = [{ workspaceId, agreementId, memberId, at }];
      const { count } = await db.signature.createMany({ data, skipDuplicates: true });
      return count === 1;
    },

    async change(id: string, change: Partial<Pick<Agreement, 'inForceAt' | 'completeById'>>): Promise<void> {
      await db.agreement.updateMany({ where: { workspaceId, id }, data: change });
    },
  };
}

const SIGNED = { signatures: { select: { memberId: true } } } as const;

type HoursRow = Pick<AgreementRow, 'hoursFrom' | 'hoursTo' | 'days'>;

function toHours({ hoursFrom, hoursTo, days }: HoursRow): Hours {
  return { from: hoursFrom, to: hoursTo, days: days.filter(isWeekday) };
}

function toBound(row: HoursRow & Pick<AgreementRow, 'nudgeRule' | 'nudgeStart' | 'until'>): Bound {
  return {
    nudges: { rule: row.nudgeRule, start: row.nudgeStart },
    hours: toHours(row),
    until: row.until,
  };
}

function toTalks({ talkRule, talkStart }: AgreementRow): Cadence | null {
  return talkRule === null || talkStart === null ? null : { rule: talkRule, start: talkStart };
}

function toAgreement(
  row: AgreementRow & { readonly signatures: readonly { memberId: string }[] },
): Agreement {
  return {
    id: row.id,
    mentorshipId: row.mentorshipId,
    version: row.version,
    draftedById: row.draftedById,
    draftedAt: row.draftedAt,
    ...toBound(row),
    menteeBrings: row.menteeBrings,
    mentorBrings: row.mentorBrings,
    talks: toTalks(row),
    audience: row.audience,
    between: row.between,
    mayHear: row.mayHear,
    signedBy: row.signatures.map(({ memberId }) => memberId),
    inForceAt: row.inForceAt,
    completeById: row.completeById,
  };
}
