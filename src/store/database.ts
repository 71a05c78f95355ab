import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { lockFolder } from './folder-lock';
import { DatabaseUnavailable } from './database-unavailable';
import { PrismaClient } from './generated/client';
import { applyMigrations } from './migrations';
import { openQueue, type Queue, type QueueOptions, type SqlRunner } from './queue';

/** PostgreSQL, embedded in a folder or on a server: one dialect, one set of migrations, one queue. */

export type DatabasePlace = { kind: 'embedded'; dataDir: string } | { kind: 'server'; url: string };

export interface Database {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  close(): Promise<void>;
}

// Any constant: every Gentle Nudge process that migrates the same server asks for this advisory lock.
const MIGRATION_LOCK = 7_346_001;

const CONNECTIONS = 12;
/**
 * Nothing waits for ever, in milliseconds: a server that is silent, a network that swallows what it is given, a transaction
 * that nobody ends. A connection on which an answer was lost is not given back for long: each lives two minutes.
 */
const LIMITS = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
  idle_in_transaction_session_timeout: 60_000,
  maxLifetimeSeconds: 120,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

const TRANSACTIONS = { maxWait: 10_000, timeout: 30_000 };

export async function openDatabase(
  place: DatabasePlace,
  options: QueueOptions,
  onError: (error: unknown) => void,
): Promise<Database> {
  if (place.kind === 'server') return openServer(place.url, options, onError);
  const release = await lockFolder(place.dataDir);
  try {
    const pglite = new PGlite(path.join(place.dataDir, 'postgres'));
    await pglite.waitReady;
    return await openEmbedded(pglite, options, onError, release);
  } catch (error) {
    await release();
    throw error;
  }
}

/** Opens on a PGlite that the caller made (tests load a dumped data folder). */
export async function openEmbedded(
  pglite: PGlite,
  options: QueueOptions,
  onError: (error: unknown) => void,
  release: () => Promise<void> = () => Promise.resolve(),
): Promise<Database> {
  const adapter = new PrismaPGlite(pglite);
  await applyMigrations(adapter);
  const runner: SqlRunner = {
    async executeSql(text, values) {
      if (values !== undefined && values.length > 0) return pglite.query(text, values);
      const results = await pglite.exec(text);
      return { rows: results.at(-1)?.rows ?? [] };
    },
  };
  const queue = await openQueue(runner, options, onError);
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
  return {
    prisma,
    queue,
    async close() {
      await queue.stop();
      await prisma.$disconnect();
      await pglite.close();
      await release();
    },
  };
}

async function openServer(
  url: string,
  options: QueueOptions,
  onError: (error: unknown) => void,
): Promise<Database> {
  await migrateServer(url);
  const pool = new Pool({ connectionString: url, max: CONNECTIONS, ...LIMITS });
  // A connection that is lost while it rests is made anew; whoever uses one is told in any case.
  pool.on('error', onError);
  const executeSql: SqlRunner['executeSql'] = (text, values) => pool.query<object>(text, values);
  const queue = await openQueue({ executeSql }, options, onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTIONS });
  return {
    prisma,
    queue,
    async close() {
      await queue.stop();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Applies migrations and closes again: what `npm run migrate` does. Answers their names. */
export async function migrate(place: DatabasePlace): Promise<string[]> {
  if (place.kind === 'server') return migrateServer(place.url);
  const release = await lockFolder(place.dataDir);
  const pglite = new PGlite(path.join(place.dataDir, 'postgres'));
  try {
    return await applyMigrations(new PrismaPGlite(pglite));
  } finally {
    await pglite.close();
    await release();
  }
}

/** Applies migrations under an advisory lock, so that replicas that start together do it once. */
async function migrateServer(url: string): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 3, connectionTimeoutMillis: 10_000 });
  // Without a listener, the loss of a connection that rests would end the process; whoever needs one is told in any case.
  pool.on('error', () => undefined);
  try {
    const lock = await pool.connect().catch((error: unknown) => {
      throw new DatabaseUnavailable(
        `The database does not answer (${reasonOf(error)}). Nothing was changed. Check that PostgreSQL runs and that DATABASE_URL is right, or unset DATABASE_URL to use the embedded database.`,
        isPassing(error),
        error,
      );
    });
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const adapter: SqlMigrationAwareDriverAdapterFactory = new PrismaPg(pool);
      return await applyMigrations(adapter);
    } finally {
      // The lock goes with its connection.
      lock.release(true);
    }
  } finally {
    await pool.end();
  }
}

/** Node gathers the refusals of several addresses in an error without words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

/** Whether PostgreSQL may answer a little later: it is away, starting, or full; not where it refuses us. */
function isPassing(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isPassing)) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|57P0[123]|53300)$/.test(code) ||
    /timeout/i.test(error.message)
  );
}
