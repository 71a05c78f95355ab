import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { createStore } from '../../src/store';
import { migrate, openDatabase } from '../../src/store/database';
import { DatabaseUnavailable } from '../../src/store/database-unavailable';
import { emptyDatabase, freshDatabase, temporaryFolder, type FreshDatabase } from '../support/databases';

const QUEUE = { retryDelaySeconds: 0 };
const ignore = () => undefined;
const root = path.join(__dirname, '..', '..');
const run = promisify(execFile);

/** What a newer version leaves in the database when it has migrated it. */
async function recordMigration({ prisma }: FreshDatabase, name: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
    VALUES (${name}, '', ${name}, now(), 1)`;
}

describe('an embedded database', () => {
  it('belongs to one process: a second one is refused kindly, and what the first wrote is still there', async () => {
    const folder = await temporaryFolder();
    const place = { kind: 'embedded', dataDir: folder.path } as const;
    const first = await openDatabase(place, QUEUE, ignore);
    await createStore(first).sweeps.openWorkspace({ id: 'T1', name: 'One', botUserId: 'UBOT' }, new Date(0));
    const second = openDatabase(place, QUEUE, ignore);
    await expect(second).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(second).rejects.toThrow(
      /Another Gentle Nudge already uses the data[\s\S]*Nothing was changed/,
    );
    await first.close();

    expect(await migrate(place)).toEqual([]);
    const again = await openDatabase(place, QUEUE, ignore);
    expect(await again.prisma.workspace.findMany()).toMatchObject([{ id: 'T1', name: 'One' }]);
    await again.close();
    await folder.remove();
  });
});

describe('a database on a server', () => {
  it('that does not answer is told in words, with what to do', async () => {
    const place = { kind: 'server', url: 'postgresql://nobody@127.0.0.1:1/nothing' } as const;
    const opened = openDatabase(place, QUEUE, ignore);
    await expect(opened).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(opened).rejects.toThrow(/does not answer \(.*ECONNREFUSED.*\)[\s\S]*DATABASE_URL/);
  });

  it('is migrated once by whoever comes first, when several start together', async () => {
    const empty = await emptyDatabase();
    const place = { kind: 'server', url: empty.url } as const;
    const applied = await Promise.all([migrate(place), migrate(place), migrate(place)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(place)).toEqual([]);
    await empty.drop();
  });

  it('that a newer version has changed opens when older code may go on with it', async () => {
    const database = await freshDatabase();
    await recordMigration(database, '20990101000000_more');
    await (await openDatabase({ kind: 'server', url: database.url ?? '' }, QUEUE, ignore)).close();
    await database.close();
  });

  it('that a newer version has changed beyond reading is refused in words, with what to do', async () => {
    const database = await freshDatabase();
    const place = { kind: 'server', url: database.url ?? '' } as const;
    await recordMigration(database, '20990101000000_less_breaking');
    for (const refused of [openDatabase(place, QUEUE, ignore), migrate(place)]) {
      await expect(refused).rejects.toBeInstanceOf(DatabaseUnavailable);
      await expect(refused).rejects.toThrow(
        /newer Gentle Nudge[\s\S]*20990101000000_less_breaking[\s\S]*Nothing was changed[\s\S]*Start the newer version/,
      );
    }
    await database.close();
  });

  it('opens twice, as replicas do', async () => {
    const first = await freshDatabase();
    const second = await openDatabase({ kind: 'server', url: first.url ?? '' }, QUEUE, ignore);
    await createStore(first).sweeps.openWorkspace({ id: 'T1', name: 'One', botUserId: 'UBOT' }, new Date(0));
    expect(await second.prisma.workspace.count()).toBe(1);
    await second.close();
    await first.close();
  });
});

it('npm run migrate says what it applied, and then that all is up to date', async () => {
  const empty = await emptyDatabase();
  const migrateOnce = () =>
    run(process.execPath, ['--import', 'tsx', 'src/index.ts', 'migrate'], {
      cwd: root,
      env: { PATH: process.env['PATH'], DATABASE_URL: empty.url },
    });
  expect((await migrateOnce()).stdout).toMatch(/^Applied \d{14}_/);
  expect((await migrateOnce()).stdout).toBe('The database is up to date.\n');
  await empty.drop();
});
