import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { emptyDatabase } from '../support/databases';

/** A database that was filled before the wall between workspaces stood is carried over by the migrations, row by row. */

const folder = path.join(__dirname, '..', '..', 'prisma', 'migrations');
const migrations = readdirSync(folder)
  .filter((name) => /^\d{14}_/.test(name))
  .sort();
const WALL = migrations.findIndex((name) => name.includes('workspace_wall'));

/** What rows point at, by the name of the column that points. */
const POINTED: Readonly<Record<string, string>> = {
  workspaceId: 'Workspace',
  programId: 'Program',
  memberId: 'Member',
  mentorId: 'Member',
  menteeId: 'Member',
  proposedById: 'Member',
  byId: 'Member',
  fromId: 'Member',
  setById: 'Member',
  goalId: 'Goal',
  nudgeId: 'Nudge',
  checkInId: 'CheckIn',
  messageId: 'Message',
};
/** Whoever is pointed at comes first. */
const TABLES = [
  ...[
    'Workspace',
    'Member',
    'Program',
    'Coordinator',
    'Mentorship',
    'Goal',
    'GoalChange',
    'Cadence',
    'Message',
    'Nudge',
  ],
  ...['NudgeQuestion', 'CheckIn', 'Response', 'Digest', 'SeenEvent', 'Absence', 'OwnQuestion'],
];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly kind: string;
}

async function apply(sql: Client, names: readonly string[]): Promise<void> {
  for (const name of names) await sql.query(readFileSync(path.join(folder, name, 'migration.sql'), 'utf8'));
}

/** One row in each table and workspace, in which every column has something; answers how many rows there are. */
async function fill(sql: Client, workspaceId: string): Promise<void> {
  const ids = new Map<string, string>([['Workspace', workspaceId]]);
  for (const table of TABLES) {
    const { rows: columns } = await sql.query<Column>(
      `SELECT column_name AS name, udt_name AS type, data_type AS kind FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1`,
      [table],
    );
    const values = await Promise.all(columns.map((column) => valueOf(sql, table, column, workspaceId, ids)));
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    const { rows } = await sql.query<{ id?: string }>(
      `INSERT INTO "${table}" (${names}) VALUES (${places}) RETURNING *`,
      values,
    );
    if (rows[0]?.id !== undefined) ids.set(table, rows[0].id);
  }
}

async function valueOf(
  sql: Client,
  table: string,
  { name, type, kind }: Column,
  workspaceId: string,
  ids: ReadonlyMap<string, string>,
): Promise<unknown> {
  const pointed = POINTED[name];
  if (pointed !== undefined && pointed !== table) return ids.get(pointed);
  if (name === 'id') return table === 'Workspace' ? workspaceId : crypto.randomUUID();
  if (kind === 'ARRAY') return [];
  switch (type) {
    case 'uuid':
      return null;
    case 'text':
      return `${name} of ${workspaceId}`;
    case 'bool':
      return true;
    case 'int4':
      return 1;
    case 'timestamptz':
      return '2027-02-01T15:00:00Z';
    case 'jsonb':
      return '{}';
    default: {
      const { rows } = await sql.query<{ label: string }>(
        `SELECT enumlabel AS label FROM pg_enum WHERE enumtypid = $1::regtype ORDER BY enumsortorder LIMIT 1`,
        [`"${type}"`],
      );
      return rows[0]?.label;
    }
  }
}

async function rowsOf(sql: Client): Promise<Record<string, Record<string, unknown>[]>> {
  const found: [string, Record<string, unknown>[]][] = [];
  for (const table of TABLES) {
    const { rows } = await sql.query<Record<string, unknown>>(`SELECT * FROM "${table}"`);
    found.push([table, rows]);
  }
  return Object.fromEntries(found);
}

it('nothing is lost, and every row belongs to the workspace it belonged to', async () => {
  const database = await emptyDatabase();
  const sql = new Client({ connectionString: database.url });
  await sql.connect();
  try {
    expect(WALL).toBeGreaterThan(0);
    await apply(sql, migrations.slice(0, WALL));
    await fill(sql, 'T1');
    await fill(sql, 'T2');
    const before = await rowsOf(sql);
    await apply(sql, migrations.slice(WALL));
    const after = await rowsOf(sql);

    for (const table of TABLES) {
      expect([table, after[table]?.length]).toEqual([table, 2]);
      for (const row of before[table] ?? []) {
        const kept = after[table]?.find((each) =>
          ['id', 'nudgeId', 'memberId', 'eventId'].every((key) => !(key in row) || each[key] === row[key]),
        );
        const columns = Object.keys(row).filter((column) => kept && column in kept);
        expect([table, columns.map((column) => kept?.[column])]).toEqual([
          table,
          columns.map((column) => row[column]),
        ]);
        if (table !== 'Workspace') expect(['T1', 'T2']).toContain(kept?.['workspaceId']);
      }
    }
  } finally {
    await sql.end();
    await database.drop();
  }
});
