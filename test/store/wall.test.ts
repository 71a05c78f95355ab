import { CALLS } from './calls';
import type { Expected } from './expected';
import { fill } from './filled';
import { onBothDatabases } from './on-both';

/** The wall between workspaces: every method of the store, called in one with the ids of another, changes nothing there. */

/** Nothing of the others: none, or no more than the id that was asked for. */
function isNothing(value: unknown, asked: readonly unknown[]): boolean {
  if (value === undefined || value === null || value === false || value === 0) return true;
  if (value instanceof Map) return value.size === 0;
  if (Array.isArray(value)) return value.every((each) => isNothing(each, asked));
  if (typeof value === 'object' && !(value instanceof Date)) {
    return Object.values(value).every((each) => isNothing(each, asked));
  }
  return asked.includes(value);
}

onBothDatabases((world) => {
  /** Every row of the other workspace, in every table. */
  async function rowsThere(): Promise<string> {
    const tables = await world.database.prisma.$queryRaw<{ table_name: string }[]>`
      SELECT table_name::text FROM information_schema.columns
      WHERE column_name = 'workspaceId' AND table_schema = 'public' ORDER BY table_name`;
    const rows: unknown[] = [];
    for (const { table_name: table } of tables) {
      rows.push([
        table,
        await world.database.prisma.$queryRawUnsafe(
          `SELECT to_jsonb(t)::text AS row FROM "${table}" t WHERE "workspaceId" = 'T2' ORDER BY 1`,
        ),
      ]);
    }
    return JSON.stringify(rows);
  }

  it('every method is in the table', () => {
    const spaces = Object.entries<unknown>({ ...world.here, apart: null }).flatMap(([name, space]) =>
      typeof space === 'object' && space !== null ? [[name, Object.keys(space).sort()] as const] : [],
    );
    expect(Object.fromEntries(spaces)).toEqual(
      Object.fromEntries(Object.entries(CALLS).map(([name, calls]) => [name, Object.keys(calls).sort()])),
    );
  });

  it('none finds or changes anything of another workspace', async () => {
    const of = await fill(world);
    const before = await rowsThere();
    const asked = Object.values(of);
    for (const [space, calls] of Object.entries(CALLS)) {
      for (const [method, expected] of Object.entries<Expected>(calls)) {
        const call = 'nothing' in expected ? expected.nothing : expected.own;
        // What the wall refuses, it refuses: a row that points across cannot be written.
        const answer = await call(world.here, of).catch(() => null);
        const found = 'nothing' in expected && !isNothing(answer, asked) ? answer : null;
        expect([space, method, found]).toEqual([space, method, null]);
      }
      expect([space, await rowsThere()]).toEqual([space, before]);
    }
  });
});
