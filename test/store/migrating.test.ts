import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { Pool } from 'pg';
import { startEmbedded } from '../../src/store/embedded';
import { applyMigrations } from '../../src/store/migrations';
import { emptyDatabase, temporaryFolder } from '../support/databases';

/** Migrations are applied whole or not at all: a start that was killed in the middle is followed by one that works. */

/** A database that breaks once, in the middle of a script of this number. */
function breaking(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  number: number,
): SqlMigrationAwareDriverAdapterFactory {
  let scripts = 0;
  return {
    ...adapter,
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connectToShadowDb: () => adapter.connectToShadowDb(),
    async connect() {
      const connection = await adapter.connect();
      const executeScript = async (script: string) => {
        scripts += 1;
        const isLast = scripts === number;
        await connection.executeScript(script);
        if (isLast) throw new Error('The power went out');
      };
      return Object.create(connection, { executeScript: { value: executeScript } }) as SqlDriverAdapter;
    },
  };
}

async function expectWholeOrNothing(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<void> {
  await expect(applyMigrations(breaking(adapter, 5))).rejects.toBeDefined();
  const connection = await adapter.connect();
  const query = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] });
  expect((await query(`SELECT to_regclass('"Member"')::text`)).rows).toEqual([[null]]);
  expect((await applyMigrations(adapter)).length).toBeGreaterThan(5);
  expect((await query(`SELECT to_regclass('"Member"')::text`)).rows).toEqual([['"Member"']]);
  expect(await applyMigrations(adapter)).toEqual([]);
}

it('on a server', async () => {
  const empty = await emptyDatabase();
  const pool = new Pool({ connectionString: empty.url, max: 1 });
  await expectWholeOrNothing(new PrismaPg(pool));
  await pool.end();
  await empty.drop();
});

it('embedded', async () => {
  const folder = await temporaryFolder();
  const embedded = await startEmbedded(folder.path);
  await embedded.opened;
  await expectWholeOrNothing(embedded.adapter);
  await embedded.close();
  await folder.remove();
});
