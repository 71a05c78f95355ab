import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openDatabase, type Database } from '../src/store/database';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server';

/** What measurements stand on: one PostgreSQL and one temporary folder, gone at the end. */
export interface Grounds {
  /** A fresh, migrated database with a connection of its own for plain SQL. */
  database(): Promise<BenchDatabase>;
  /** A folder with a fresh, migrated database, not open. */
  embedded(name: string): Promise<string>;
  /** An empty folder. */
  folder(name: string): Promise<string>;
  close(): Promise<void>;
}

export interface BenchDatabase extends Omit<Database, 'close'> {
  readonly close: () => Promise<void>;
  readonly url: string;
  readonly sql: Client;
}

export function openGrounds(): Grounds {
  let server: Promise<PostgresServer> | null = null;
  let made = 0;
  let folder: Promise<string> | null = null;
  async function newFolder(name: string): Promise<string> {
    folder ??= mkdtemp(path.join(tmpdir(), 'gentle-nudge-bench-'));
    return path.join(await folder, name);
  }
  return {
    async database() {
      server ??= startPostgres();
      const postgres = await server;
      made += 1;
      const name = `bench_${made}`;
      const admin = await connect(postgres.urlOf('postgres'));
      await admin.query(`CREATE DATABASE ${name}`);
      await admin.end();
      const url = postgres.urlOf(name);
      const queue = { retryDelaySeconds: 0 };
      const database = await openDatabase({ kind: 'server', url }, queue, raise);
      const sql = await connect(url);
      return {
        ...database,
        url,
        sql,
        async close() {
          await sql.end();
          await database.close();
        },
      };
    },
    async embedded(name) {
      const dataDir = await newFolder(name);
      await (await openDatabase({ kind: 'embedded', dataDir }, { retryDelaySeconds: 0 }, raise)).close();
      return dataDir;
    },
    folder: newFolder,
    async close() {
      if (server) await (await server).stop();
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function raise(error: unknown): never {
  throw error;
}
