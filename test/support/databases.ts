import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { openDatabase, openEmbedded, type Database } from '../../src/store/database';
import { TEMPLATE } from './global-setup';

/** A database of one's own in a moment: a copy of a migrated one. */

const QUEUE = { retryDelaySeconds: 0 };

export interface FreshDatabase extends Database {
  /** Where it is, for whoever wants a second connection. Null for the embedded one. */
  readonly url: string | null;
}

let made = 0;

export async function freshDatabase(onError: (error: unknown) => void = fail): Promise<FreshDatabase> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  const url = urlOf(name);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  let isClosed = false;
  // Dropping a database cuts the connections that are still saying goodbye.
  const database = await openDatabase({ kind: 'server', url }, QUEUE, (error) => isClosed || onError(error));
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

let kept: Promise<FreshDatabase> | null = null;
let isTaken = false;
let report: (error: unknown) => void = fail;

/**
 * The one database of a test file: opened once with its queue, and empty for whoever asks next, after the one before has
 * closed it. Whoever asks meanwhile gets one of their own.
 */
export async function keptDatabase(onError: (error: unknown) => void): Promise<FreshDatabase> {
  if (isTaken) return freshDatabase(onError);
  isTaken = true;
  report = onError;
  kept ??= freshDatabase((error) => report(error));
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

let dumped: Promise<Blob> | null = null;

/** Embedded, in memory, from a data folder that was migrated and dumped once a test file. */
export async function freshEmbedded(onError: (error: unknown) => void = fail): Promise<FreshDatabase> {
  dumped ??= dumpMigrated(onError);
  const pglite = await PGlite.create({ loadDataDir: await dumped });
  return { ...(await openEmbedded(pglite, QUEUE, onError)), url: null };
}

async function dumpMigrated(onError: (error: unknown) => void): Promise<Blob> {
  const pglite = await PGlite.create();
  // Closing the database closes PGlite, so its folder is taken before.
  const database = await openEmbedded(pglite, QUEUE, onError);
  await database.queue.stop();
  const folder = await pglite.dumpDataDir('none');
  await database.close();
  return folder;
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
