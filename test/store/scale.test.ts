import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { DUE, seedDueMembers, seedHistory, seedWorkspace, slackUserIds } from '../../bench/seed';
import { nudgeHistory } from '../../src/services/asking/nudge-history';
import { gatherHome } from '../../src/services/reads/home';
import { sweep } from '../../src/services/sweep';
import { createStore, type Store, type WorkspaceStore } from '../../src/store';
import { PrismaClient } from '../../src/store/generated/client';
import { BANK } from '../../src/words/en';
import { freshDatabase, type FreshDatabase } from '../support/databases';

/** With two years behind a thousand people, what is asked often reads by index alone, and binds no parameter a row. */

const TEAM = 'T0SCALE';
const PEOPLE = 1000;
/** Of these, so many are due, and so many are mentees of the program that is coordinated. */
const DUE_NOW = 50;
const IN_PROGRAM = 200;
const MENTORS = 20;
const WEEKS = 104;
/** A statement for a batch or a page binds a handful, however many rows it is about. */
const FEW = 20;
/** What grows with every week. */
const HISTORY = ['Nudge', 'NudgeQuestion', 'CheckIn', 'Message', 'Digest'];

interface Statement {
  readonly query: string;
  readonly values: unknown[];
}

let database: FreshDatabase;
let prisma: PrismaClient<'query'>;
let sql: Client;
let store: Store;
let workspace: WorkspaceStore;
let statements: Statement[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  sql = new Client({ connectionString: database.url ?? '' });
  await sql.connect();
  await seed();
  prisma = new PrismaClient({
    adapter: new PrismaPg(database.url ?? ''),
    log: [{ emit: 'event', level: 'query' }],
  });
  prisma.$on('query', ({ query, params }) => {
    const values: unknown = JSON.parse(params);
    statements.push({ query, values: Array.isArray(values) ? values : [] });
  });
  store = createStore({ prisma, queue: database.queue });
  workspace = store.workspace(TEAM);
});
afterAll(async () => {
  await prisma.$disconnect();
  await sql.end();
  await database.close();
});
beforeEach(() => {
  statements = [];
});

async function seed(): Promise<void> {
  const ids = slackUserIds(PEOPLE);
  await seedWorkspace(sql, TEAM);
  await seedDueMembers(sql, { workspaceId: TEAM, slackUserIds: ids, dmChannelIds: [] });
  await sql.query(
    `UPDATE "Cadence" c SET "nextDueAt" = $1 FROM "Member" m WHERE m."id" = c."memberId" AND m."slackUserId" <> ALL($2)`,
    [new Date(DUE.getTime() + 86_400_000), ids.slice(-DUE_NOW)],
  );
  await seedHistory(sql, WEEKS);
  await sql.query(
    `INSERT INTO "Digest" ("id", "workspaceId", "memberId", "from", "to")
     SELECT gen_random_uuid(), m."workspaceId", m."id", $1::timestamptz - (w + 1) * interval '7 days', $1::timestamptz - w * interval '7 days'
     FROM "Member" m, generate_series(1, ${WEEKS}) AS w WHERE m."slackUserId" = ANY($2)`,
    [DUE, ids.slice(0, MENTORS)],
  );
  await sql.query(
    `INSERT INTO "Mentorship" ("id", "workspaceId", "programId", "mentorId", "menteeId", "proposedById", "state", "proposedAt", "activeAt")
     SELECT gen_random_uuid(), p."workspaceId", p."id", mentor."id", mentee."id", mentor."id", 'active', $1::timestamptz - interval '2 years', $1::timestamptz - interval '2 years'
     FROM "Program" p, generate_series(0, ${IN_PROGRAM - 1}) AS i
     JOIN "Member" mentor ON mentor."slackUserId" = 'U' || lpad((i % ${MENTORS})::text, 8, '0')
     JOIN "Member" mentee ON mentee."slackUserId" = 'U' || lpad((i + ${MENTORS})::text, 8, '0')`,
    [DUE],
  );
  await sql.query(
    `UPDATE "CheckIn" c SET "sharedWith" = ARRAY[s."id"] FROM "Mentorship" s WHERE s."menteeId" = c."memberId"`,
  );
  await sql.query(
    `INSERT INTO "Coordinator" ("workspaceId", "programId", "memberId") SELECT p."workspaceId", p."id", m."id" FROM "Program" p, "Member" m WHERE m."slackUserId" = $1`,
    [ids.at(-1)],
  );
  await sql.query(`UPDATE "Program" SET "digestChannelId" = 'CMENTORS'`);
  await sql.query(
    `INSERT INTO "Cadence" ("id", "workspaceId", "purpose", "memberId", "rule", "start", "nextDueAt")
     SELECT gen_random_uuid(), m."workspaceId", 'digest', m."id", 'FREQ=WEEKLY;BYDAY=MO', '2025-02-03T09:00', $1
     FROM "Member" m WHERE m."slackUserId" = ANY($2)`,
    [DUE, ids.slice(0, MENTORS)],
  );
  await sql.query(
    `INSERT INTO "Cadence" ("id", "workspaceId", "purpose", "programId", "rule", "start", "zone", "nextDueAt")
     SELECT gen_random_uuid(), "workspaceId", 'channel_digest', "id", 'FREQ=WEEKLY;BYDAY=MO', '2025-02-03T09:00', 'UTC', $1 FROM "Program"`,
    [DUE],
  );
  await sql.query('ANALYZE');
}

/** The tables of history that a statement would read from end to end. */
async function readWhole({ query, values }: Statement): Promise<string[]> {
  if (!/^\s*(SELECT|UPDATE|INSERT|DELETE|WITH)/i.test(query)) return [];
  const { rows } = await sql.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return HISTORY.filter((table) => new RegExp(`Seq Scan on "${table}"`).test(plan));
}

async function looks(): Promise<{ whole: string[]; wide: string[]; count: number }> {
  const seen = statements;
  const whole: string[] = [];
  for (const statement of seen) {
    for (const table of await readWhole(statement)) whole.push(`${table}: ${statement.query.slice(0, 200)}`);
  }
  return {
    whole,
    wide: seen.filter(({ values }) => values.length > FEW).map(({ query }) => query.slice(0, 200)),
    count: seen.length,
  };
}

const person = async (number: number) => {
  const member = await workspace.members.bySlackId(slackUserIds(PEOPLE).at(number) ?? '');
  if (!member) throw new Error('Nobody is there');
  return member;
};

it.each([
  ['a mentee', MENTORS],
  ['a mentor', 0],
  ['a coordinator', -1],
])('the Home of %s', async (_who, number) => {
  const home = await gatherHome(workspace, await person(number), DUE);
  expect(home.enrolled).toBe(true);
  expect(await looks()).toMatchObject({ whole: [], wide: [] });
});

it('the Home of a coordinator counts everybody in the program', async () => {
  const { coordinates } = await gatherHome(workspace, await person(-1), DUE);
  expect(coordinates).toMatchObject([{ pairs: IN_PROGRAM, checkIns: IN_PROGRAM }]);
});

it('why somebody was asked or not', async () => {
  const member = await person(MENTORS);
  const history = await nudgeHistory({ store: workspace } as never, { member, now: DUE } as never);
  expect(JSON.stringify(history)).toContain('answered');
  expect(await looks()).toMatchObject({ whole: [], wide: [] });
});

it('a sweep, with nudges, digests and the digest of a channel', async () => {
  await sweep({ sweeps: store.sweeps, bank: BANK, onLaidAside: raise }, DUE);
  const { whole, wide, count } = await looks();
  expect([whole, wide]).toEqual([[], []]);
  expect(count).toBeGreaterThan(30);
  const { rows } = await sql.query<{ nudges: number; digests: number }>(
    `SELECT (SELECT count(*)::int FROM "Nudge" WHERE "dueAt" = $1) AS "nudges",
            (SELECT count(*)::int FROM "Message" WHERE "kind" IN ('digest', 'channel_digest')) AS "digests"`,
    [DUE],
  );
  expect(rows).toEqual([{ nudges: DUE_NOW, digests: MENTORS + 1 }]);
});

it('a sweep with nothing due, and messages taken up', async () => {
  await sweep({ sweeps: store.sweeps, bank: BANK, onLaidAside: raise }, new Date(DUE.getTime() + 60_000));
  await store.sweeps.takeUpMessages(DUE, 500);
  await store.sweeps.takeUpArrivals(DUE, 50);
  expect(await looks()).toMatchObject({ whole: [], wide: [] });
});

function raise(error: unknown): never {
  throw error;
}
