import { Client } from 'pg';
import { isDatabaseAway } from '../../src/services/database-away';
import type { Db } from '../../src/store/client';
import { freshDatabase, type FreshDatabase } from '../support/databases';

/** A connection that is cut is the database being away, whatever was being asked: what was acknowledged waits for it. */

let database: FreshDatabase;
let other: Client;
beforeAll(async () => {
  database = await freshDatabase(() => undefined);
  other = new Client({ connectionString: database.url ?? '' });
  await other.connect();
  await other.query('SELECT pg_advisory_lock(7)');
});
afterAll(async () => {
  await other.end();
  await database.close();
});

const cut = () =>
  other.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
  );
/** Until the driver has heard of it. */
const heard = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** Waits for what another connection holds. */
const WAITING = 'SELECT 1 FROM pg_advisory_lock(7)';

it.each<[string, (db: Db) => Promise<unknown>]>([
  ['by hand', (db) => db.$queryRaw`SELECT 1`],
  ['by Prisma', (db) => db.member.count()],
])('cut before something is asked %s within a transaction', async (_how, ask) => {
  const asking = database.prisma.$transaction(async (db) => {
    await cut();
    await heard();
    return ask(db);
  });
  expect(isDatabaseAway(await asking.catch((error: unknown) => error))).toBe(true);
});

it.each<[string, () => Promise<unknown>]>([
  ['within a transaction', () => database.prisma.$transaction((db) => db.$queryRawUnsafe(WAITING))],
  ['outside of one', () => database.prisma.$queryRawUnsafe(WAITING)],
])('cut while something is being asked %s', async (_where, ask) => {
  const asking = ask().catch((error: unknown) => error);
  for (let running = 0; running === 0;) {
    const { rows } = await other.query<{ running: number }>(
      "SELECT count(*)::int AS running FROM pg_stat_activity WHERE query = 'SELECT 1 FROM pg_advisory_lock(7)'",
    );
    running = rows[0]?.running ?? 0;
  }
  await cut();
  expect(isDatabaseAway(await asking)).toBe(true);
});

it('a mistake of ours is none', async () => {
  const wrong = await database.prisma.$queryRawUnsafe('SELECT 1/0').catch((error: unknown) => error);
  expect(wrong).toBeInstanceOf(Error);
  expect(isDatabaseAway(wrong)).toBe(false);
});
