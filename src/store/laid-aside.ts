import type { DueWhat, LaidAside } from '../domain/due';
import type { Db } from './client';
import { Prisma } from './generated/client';

/** The table of due rows whose work broke: what they are, whom they concern, and when they are tried again. */

/** A sweep comes each minute: what was to be tried before this is no longer due, or nobody was there to try. */
const TRIED_WITHIN = 5 * 60_000;

/** Where each kind says when it is due, and whom it concerns. */
const COLUMNS = {
  nudge: ['Cadence', 'nextDueAt', 'memberId'],
  digest: ['Cadence', 'nextDueAt', 'memberId'],
  channel_digest: ['Cadence', 'nextDueAt', 'memberId'],
  postponed: ['Nudge', 'sendAt', 'memberId'],
  follow_up: ['Nudge', 'followUpAt', 'memberId'],
  proposal: ['Mentorship', 'nextStepAt', 'proposedById'],
  ask: ['Ask', 'dueAt', 'fromId'],
} satisfies Record<DueWhat, readonly [string, string, string]>;

export interface Aside {
  /** A code or a name, never a message. */
  readonly reason: string;
  readonly now: Date;
  readonly until: Date;
}

export interface DueRow {
  readonly workspaceId: string;
  readonly id: string;
}

export function createLaidAside(db: Db, workspaceId: string) {
  return {
    /** What waits for another try, of what concerns this person. */
    ofMember: (memberId: string, now: Date): Promise<LaidAside[]> =>
      db.laidAside.findMany({
        where: { workspaceId, memberId, ...waiting(now) },
        orderBy: { since: 'asc' },
        select: { what: true, since: true, until: true },
      }),
  };
}

/** Moves what is due to a later instant: its work broke, and it must stop nobody else. False where another has moved it. */
export async function layAside(
  db: Db,
  what: DueWhat,
  { workspaceId, id }: DueRow,
  { reason, now, until }: Aside,
): Promise<boolean> {
  const [table, due, member] = COLUMNS[what].map((name) => Prisma.raw(`"${name}"`));
  const count = await db.$executeRaw`
    WITH aside AS (
      UPDATE ${table} SET ${due} = ${until}::timestamptz
      WHERE "workspaceId" = ${workspaceId} AND "id" = ${id}::uuid AND ${due} <= ${now}::timestamptz
      RETURNING "workspaceId", "id", ${member} AS "memberId"
    )
    INSERT INTO "LaidAside" ("workspaceId", "what", "id", "memberId", "reason", "since", "until")
    SELECT "workspaceId", ${what}::"DueWhat", "id", "memberId", ${reason}::text, ${now}::timestamptz, ${until}::timestamptz FROM aside
    ON CONFLICT ("workspaceId", "what", "id") DO UPDATE SET "reason" = EXCLUDED."reason", "until" = EXCLUDED."until"`;
  return count === 1;
}

/** These were worked on well. */
export async function takeBack(db: Db, what: DueWhat, rows: readonly DueRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    DELETE FROM "LaidAside" a
    USING unnest(${rows.map(({ workspaceId }) => workspaceId)}::text[], ${rows.map(({ id }) => id)}::uuid[]) AS r("workspaceId", "id")
    WHERE a."workspaceId" = r."workspaceId" AND a."what" = ${what}::"DueWhat" AND a."id" = r."id"`;
}

export const countAside = (db: Db, now: Date): Promise<number> => db.laidAside.count({ where: waiting(now) });

/** Of what is no longer due, nobody takes it back. */
export async function forgetAside(db: Db, before: Date): Promise<void> {
  await db.laidAside.deleteMany({ where: { until: { lt: before } } });
}

const waiting = (now: Date) => ({ until: { gt: new Date(now.getTime() - TRIED_WITHIN) } });
