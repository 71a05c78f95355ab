import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { Pool } from 'pg';
import { DatabaseUnavailable } from './database-unavailable';
import { startEmbedded, type Embedded } from './embedded';
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

export interface DatabaseOptions extends QueueOptions {
  /** How many a server is asked for at once; the embedded database has one. */
  readonly connections?: number;
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

/** @param ahead an embedded database of the place that was started already */
export function openDatabase(
  place: DatabasePlace,
  options: DatabaseOptions,
  onError: (error: unknown) => void,
  ahead: Promise<Embedded> | null = null,
): Promise<Database> {
  return place.kind === 'server'
    ? openServer(place.url, options, onError)
    : openFolder(ahead ?? startEmbedded(place.dataDir), options, onError);
}

async function openFolder(
  starting: Promise<Embedded>,
  options: DatabaseOptions,
  onError: (error: unknown) => void,
): Promise<Database> {
  const embedded = await starting;
  embedded.onError(onError);
  try {
    const prisma = newClient(embedded.adapter);
    // Prisma loads its compiler while the folder is opened.
    await Promise.all([embedded.opened, prisma.$connect()]);
    await applyMigrations(embedded.adapter);
    return await openOver(prisma, embedded.runner, options, onError, () => embedded.close());
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function openServer(
  url: string,
  options: DatabaseOptions,
  onError: (error: unknown) => void,
): Promise<Database> {
  await migrateServer(url);
  const pool = new Pool({ connectionString: url, max: options.connections ?? CONNECTIONS, ...LIMITS });
  // A connection that is lost while it rests is made anew; whoever uses one is told in any case.
  pool.on('error', onError);
  const executeSql: SqlRunner['executeSql'] = (text, values) => pool.query<object>(text, values);
  return openOver(newClient(new PrismaPg(pool)), { executeSql }, options, onError, () => pool.end());
}

async function openOver(
  prisma: PrismaClient,
  runner: SqlRunner,
  options: DatabaseOptions,
  onError: (error: unknown) => void,
  closePlace: () => Promise<void>,
): Promise<Database> {
  const queue = await openQueue(runner, options, onError);
  return {
    prisma,
    queue,
    async close() {
      await queue.stop();
      await prisma.$disconnect();
      await closePlace();
    },
  };
}

function newClient(adapter: SqlMigrationAwareDriverAdapterFactory): PrismaClient {
  return new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
}

/** Applies migrations and closes again: what `npm run migrate` does. Answers their names. */
export async function migrate(place: DatabasePlace): Promise<string[]> {
  if (place.kind === 'server') return migrateServer(place.url);
  const embedded = await startEmbedded(place.dataDir);
  try {
    await embedded.opened;
    return await applyMigrations(embedded.adapter);
  } finally {
    await embedded.close();
  }
}

/**
 * Applies migrations under an advisory lock, so that replicas that start together do it once. Lock and migrations share one
 * connection, and both go with it.
 */
async function migrateServer(url: string): Promise<string[]> {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener, the loss of a connection that rests would end the process; whoever needs one is told in any case.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]).catch((error: unknown) => {
      throw new DatabaseUnavailable(
        `The database does not answer (${reasonOf(error)}). Nothing was changed. Check that PostgreSQL runs and that DATABASE_URL is right, or unset DATABASE_URL to use the embedded database.`,
        isPassing(error),
        error,
      );
    });
    return await applyMigrations(new PrismaPg(pool));
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
