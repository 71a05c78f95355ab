import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openDatabase, type Database, type DatabaseOptions } from '../../src/store/database';
import { TEMPLATE } from './global-setup';

/** A database of one's own in a moment: a copy of a migrated one. */

const QUEUE = { retryDelaySeconds: 0 };

export interface FreshDatabase extends Database {
  /** Where it is, for whoever wants a second connection. Null for the embedded one. */
  readonly url: string | null;
}

let made = 0;

/** @param options one's own, beside those of every test */
export async function freshDatabase(
  onError: (error: unknown) => void = fail,
  options: Partial<DatabaseOptions> = {},
): Promise<FreshDatabase> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  const url = urlOf(name);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  let isClosed = false;
  // Dropping a database cuts the connections that are still saying goodbye.
  const database = await openDatabase(
    { kind: 'server', url },
    { ...QUEUE, ...options },
    (error) => isClosed || onError(error),
  );
  return {
    ...database,
    url,
    async close() {
      await database.close();
      isClosed = true;
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** As the embedded one: whatever waits for a second connection within a transaction waits for ever, and is found. */
const ALONE = { connections: 1 };

let kept: Promise<FreshDatabase> | null = null;
let isTaken = false;
let report: (error: unknown) => void = fail;

/**
 * The one database of a test file: opened once with its queue, and empty for whoever asks next, after the one before has
 * closed it. Whoever asks meanwhile, or wants more connections, gets one of their own.
 */
export async function keptDatabase(
  onError: (error: unknown) => void,
  connections = ALONE.connections,
): Promise<FreshDatabase> {
  if (isTaken || connections !== ALONE.connections) return freshDatabase(onError, { connections });
  isTaken = true;
  report = onError;
  kept ??= freshDatabase((error) => report(error), ALONE);
  const database = await kept;
  return {
    ...database,
    async close() {
      await database.prisma.$executeRaw`DELETE FROM "Workspace"`;
      await database.prisma.$executeRaw`DELETE FROM pgboss.job`;
      isTaken = false;
    },
  };
}

/** For the end of a test file. */
export async function closeKept(): Promise<void> {
  const database = await kept;
  kept = null;
  await database?.close();
}

/** An empty database on the server, not migrated. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  made += 1;
  const name = `test_${process.pid}_${made}_empty`;
  await onServer(`CREATE DATABASE ${name}`);
  return { url: urlOf(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Embedded, in a folder of its own. */
export async function freshEmbedded(onError: (error: unknown) => void = fail): Promise<FreshDatabase> {
  const folder = await temporaryFolder();
  const database = await openDatabase({ kind: 'embedded', dataDir: folder.path }, QUEUE, onError);
  return {
    ...database,
    url: null,
    async close() {
      await database.close();
      await folder.remove();
    },
  };
}

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gentle-nudge-test-'));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function urlOf(name: string): string {
  const url = new URL(process.env['TEST_POSTGRES'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_POSTGRES'] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function fail(error: unknown): never {
  throw error;
}
