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

/** What so many weeks leave behind for everybody: a nudge a week, said, and answered within the hour. */
export async function seedHistory(sql: Sql, weeks: number): Promise<void> {
  await sql.query(
    `WITH n AS (
       INSERT INTO "Nudge" ("id", "workspaceId", "memberId", "dueAt", "state", "sentAt")
       SELECT gen_random_uuid(), m."workspaceId", m."id", $1::timestamptz - w * interval '7 days', 'answered', $1::timestamptz - w * interval '7 days'
       FROM "Member" m, generate_series(1, $2::int) AS w RETURNING *)
     INSERT INTO "NudgeQuestion" ("workspaceId", "nudgeId", "position", "question") SELECT "workspaceId", "id", 0, 'learnt' FROM n`,
    [DUE, weeks],
  );
  await sql.query(
    `INSERT INTO "CheckIn" ("id", "workspaceId", "memberId", "goalId", "nudgeId", "status", "text", "audience", "saidAt")
     SELECT gen_random_uuid(), n."workspaceId", n."memberId", g."id", n."id", 'note', 'Went well', 'program', n."dueAt" + interval '1 hour'
     FROM "Nudge" n JOIN "Goal" g ON g."memberId" = n."memberId"`,
  );
  await sql.query(
    `INSERT INTO "Message" ("id", "workspaceId", "kind", "memberId", "subjectId", "state", "plannedAt", "sentAt", "onceKey")
     SELECT gen_random_uuid(), "workspaceId", 'nudge', "memberId", "id", 'sent', "dueAt", "dueAt", 'nudge:' || "id" FROM "Nudge"`,
  );
  await sql.query('ANALYZE');
}

/** Back to the moment before the sweep: nothing planned, everybody due, and whatever was before. */
export async function rewind(sql: Sql): Promise<void> {
  const planned = `SELECT "id" FROM "Nudge" WHERE "dueAt" >= $1`;
  for (const table of ['CheckIn', 'NudgeQuestion'])
    await sql.query(`DELETE FROM "${table}" WHERE "nudgeId" IN (${planned})`, [DUE]);
  await sql.query(`DELETE FROM "Nudge" WHERE "dueAt" >= $1`, [DUE]);
  await sql.query(`DELETE FROM "Message" WHERE "plannedAt" >= $1`, [DUE]);
  await sql.query('DELETE FROM pgboss.job');
  await sql.query(`UPDATE "Cadence" SET "nextDueAt" = $1`, [DUE]);
  await sql.query('VACUUM ANALYZE');
}

/** Before anybody was asked for the first time. */
export async function forgetHistory(sql: Sql): Promise<void> {
  await sql.query('TRUNCATE "Nudge", "NudgeQuestion", "Message", "CheckIn" CASCADE');
}

export function slackUserIds(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `U${String(number).padStart(8, '0')}`);
}
