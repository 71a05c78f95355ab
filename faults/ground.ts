import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../src/store/database';
import { startEmbedded } from '../src/store/embedded';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server';
import { RATE } from './times';

/** What a run stands on: a database, in a folder or on a server of its own. */
export interface Ground {
  readonly env: Readonly<Record<string, string>>;
  /** A temporary folder of the run. */
  readonly folder: string;
  readonly server: PostgresServer | null;
  /** Runs statements while no bot runs: the embedded database takes one process. */
  sql<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Ends all connections, and puts this database of the server in the place of the bot's. */
  putBack(backup: string): Promise<void>;
  close(): Promise<void>;
}

export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const NAME = 'faults';
const QUEUE = { retryDelaySeconds: 5 };

/**
 * The queue counts by the database's clock, which nobody can hurry: its waits, for a dead worker's jobs and between tries, are
 * made as much shorter as the run's time is faster.
 */
const HURRIED = `
  CREATE FUNCTION hurry() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN NEW.expire_in = NEW.expire_in / ${RATE}; END IF;
    IF NEW.start_after > now() AND NEW.state <> 'active' THEN NEW.start_after = now() + (NEW.start_after - now()) / ${RATE}; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER hurry BEFORE INSERT OR UPDATE ON pgboss.job FOR EACH ROW EXECUTE FUNCTION hurry()`;

export async function openGround(kind: 'embedded' | 'server'): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gentle-nudge-faults-'));
  return kind === 'embedded' ? openFolder(folder) : openServer(folder);
}

async function openFolder(folder: string): Promise<Ground> {
  const dataDir = path.join(folder, 'data');
  await (await openDatabase({ kind: 'embedded', dataDir }, QUEUE, raise)).close();
  const sql: Ground['sql'] = async (work) => {
    const embedded = await startEmbedded(dataDir);
    try {
      await embedded.opened;
      return await work({ query: (text, values) => embedded.runner.executeSql(text, values) });
    } finally {
      await embedded.close();
    }
  };
  await sql((each) => each.query(HURRIED));
  return {
    env: { DATA_DIR: dataDir },
    folder,
    server: null,
    sql,
    putBack: () => Promise.reject(new Error('Only a server has several databases')),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openServer(folder: string): Promise<Ground> {
  const server = await startPostgres('keeps');
  await onServer(server.urlOf('postgres'), (sql) => sql.query(`CREATE DATABASE ${NAME}`));
  const url = server.urlOf(NAME);
  await (await openDatabase({ kind: 'server', url }, QUEUE, raise)).close();
  await onServer(url, (sql) => sql.query(HURRIED));
  return {
    env: { DATABASE_URL: url },
    folder,
    server,
    sql: (work) => onServer(url, work),
    putBack: (backup) =>
      onServer(server.urlOf('postgres'), async (sql) => {
        await sql.query(`DROP DATABASE ${NAME} WITH (FORCE)`);
        await sql.query(`ALTER DATABASE ${backup} RENAME TO ${NAME}`);
      }),
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function onServer<Result>(url: string, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work({ query: (text, values) => client.query<object>(text, values) });
  } finally {
    await client.end();
  }
}

function raise(error: unknown): never {
  throw error;
}
