/** People by the thousand, written as SQL writes them: the bot's own ways would take the time that is to be measured. */

export const TEAM = 'T0BENCH';

/** A Monday, 9:00 in New York. */
export const DUE = new Date('2027-02-01T14:00:00Z');

/** IANA zones in which DUE is the wall time beside it. */
const ZONES = [
  ['America/New_York', '09:00'],
  ['America/Chicago', '08:00'],
  ['Europe/London', '14:00'],
  ['Europe/Berlin', '15:00'],
] as const;

/** A connection, to whichever of the databases. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

export interface People {
  readonly workspaceId: string;
  readonly slackUserIds: readonly string[];
  /** Beside `slackUserIds`. Empty: the DMs are not open yet. */
  readonly dmChannelIds: readonly string[];
}

export async function seedWorkspace(sql: Sql, workspaceId: string): Promise<void> {
  await sql.query(
    `INSERT INTO "Workspace" ("id", "name", "botUserId", "createdAt") VALUES ($1, 'Bench', 'UBOT', now())
     ON CONFLICT DO NOTHING`,
    [workspaceId],
  );
  await sql.query(
    `INSERT INTO "Program" ("id", "workspaceId", "name") VALUES (gen_random_uuid(), $1, 'Mentorship')`,
    [workspaceId],
  );
}

/** Members who know the bot, with one goal each and a rhythm that is due at DUE. They began in 52 different weeks. */
export async function seedDueMembers(sql: Sql, people: People): Promise<void> {
  const numbers = people.slackUserIds.map((_, number) => number);
  const zones = numbers.map((number) => ZONES[number % ZONES.length] ?? ZONES[0]);
  await sql.query(
    `INSERT INTO "Member" ("id", "workspaceId", "slackUserId", "name", "zone", "joinedAt", "welcomedAt", "dmChannelId")
     SELECT gen_random_uuid(), $1, m."slack", 'Mentee ' || m."slack", m."zone", $5::timestamptz - interval '1 year',
            $5::timestamptz - interval '1 year', m."dm"
     FROM unnest($2::text[], $3::text[], $4::text[]) AS m("slack", "zone", "dm")`,
    [
      people.workspaceId,
      people.slackUserIds,
      zones.map(([zone]) => zone),
      numbers.map((number) => people.dmChannelIds[number] ?? null),
      DUE,
    ],
  );
  await sql.query(
    `INSERT INTO "Goal" ("id", "workspaceId", "memberId", "number", "title", "audience", "createdAt")
     SELECT gen_random_uuid(), "workspaceId", "id", 1, 'Give a talk at the spring meeting', 'mentor', $1::timestamptz - interval '60 days'
     FROM "Member"`,
    [DUE],
  );
  await sql.query(
    `INSERT INTO "Cadence" ("id", "workspaceId", "purpose", "memberId", "rule", "start", "nextDueAt")
     SELECT gen_random_uuid(), m."workspaceId", 'nudge', m."id", c."rule",
            to_char($4::timestamptz - make_interval(weeks => (c."number" % 52)::int), 'YYYY-MM-DD') || 'T' || c."time", $4
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS c("slack", "time", "rule", "number")
     JOIN "Member" m ON m."slackUserId" = c."slack"`,
    [
      people.slackUserIds,
      zones.map(([, time]) => time),
      numbers.map((number) => (number % 3 === 0 ? 'FREQ=WEEKLY;BYDAY=MO,WE,FR' : 'FREQ=WEEKLY;BYDAY=MO')),
      DUE,
    ],
  );
  await sql.query('ANALYZE');
}

/** Back to the moment before the sweep: nothing planned, everybody due. */
export async function rewind(sql: Sql): Promise<void> {
  await sql.query('TRUNCATE "Nudge", "NudgeQuestion", "Message", "CheckIn" CASCADE');
  await sql.query('DELETE FROM pgboss.job');
  await sql.query(`UPDATE "Cadence" SET "nextDueAt" = $1`, [DUE]);
  await sql.query('VACUUM ANALYZE');
}

export function slackUserIds(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `U${String(number).padStart(8, '0')}`);
}
