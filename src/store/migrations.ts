import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { DatabaseUnavailable } from './database-unavailable';

/** Prisma's own migration engine, as WebAssembly over a driver adapter: no binary, no download. */

const FILTERS = { externalTables: [], externalEnums: [] };
const root = path.join(__dirname, '..', '..');

interface EngineBindings {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: typeof SchemaEngine;
}

let loaded: Promise<EngineBindings> | null = null;

/** Once a process: the bindings keep views of the memory of the one instance that they were given first. */
function loadBindings(): Promise<EngineBindings> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<EngineBindings> {
  const packageRequire = createRequire(__filename);
  const wasmFile = path.join(
    path.dirname(packageRequire.resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );
  const bindings: EngineBindings & WebAssembly.ModuleImports =
    await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': withPatientTimers(bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/** The engine never takes back the timer that guards its wait for a lock; it must not keep a finished process alive. */
function withPatientTimers(bindings: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(bindings).find((each) => each.startsWith('__wbg_setTimeout'));
  if (name === undefined) return bindings;
  return { ...bindings, [name]: (run: () => void, ms: number) => setTimeout(run, ms).unref() };
}

async function loadEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  const bindings = await loadBindings();
  return bindings.SchemaEngine.new(
    { datamodels: [await schemaFile()] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

async function schemaFile(): Promise<[string, string]> {
  const file = path.join(root, 'prisma', 'schema.prisma');
  return ['schema.prisma', await readFile(file, 'utf8')];
}

async function listMigrations(): Promise<MigrationList> {
  const baseDir = path.join(root, 'prisma', 'migrations');
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.toSorted().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Applies what is missing, all or nothing, and answers the names applied. The caller holds the lock.
 *
 * @param adapter of one connection, or of several that are one: a transaction is begun on it
 * @throws {DatabaseUnavailable} when a newer version has changed the database in a way that this one cannot live with
 */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  // Most starts find everything applied, and need not load the engine to see that.
  if (await isUpToDate(adapter)) return [];
  const engine = await loadEngine(adapter);
  try {
    return await allOrNothing(adapter, async () => {
      const migrationsList = await listMigrations();
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
      return appliedMigrationNames;
    });
  } finally {
    engine.free();
  }
}

/** The engine commits statement by statement, and a start that was killed in the middle would be the last one. */
async function allOrNothing<Result>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: () => Promise<Result>,
): Promise<Result> {
  const connection = await adapter.connect();
  try {
    await connection.executeScript('BEGIN');
    const result = await work();
    await connection.executeScript('COMMIT');
    return result;
  } catch (error) {
    // A connection that is lost has undone it by itself.
    await connection.executeScript('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await connection.dispose();
  }
}

/** The name of a breaking migration ends so: of a migration from a newer version, a database keeps only the name. */
export const BREAKING = /_breaking$/;

/** True when every migration is finished. Whatever else the record says is for the engine to judge. */
async function isUpToDate(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<boolean> {
  const connection = await adapter.connect();
  const query = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    const [table] = await query(`SELECT to_regclass('_prisma_migrations')::text`);
    if (table?.[0] !== '_prisma_migrations') return false;
    const rows = await query(
      `SELECT "migration_name"::text, ("finished_at" IS NOT NULL AND "rolled_back_at" IS NULL)::text FROM "_prisma_migrations"`,
    );
    const { migrationDirectories } = await listMigrations();
    const names = rows.map(([name]) => String(name));
    refuseBreaking(
      names,
      migrationDirectories.map(({ path: name }) => name),
    );
    const finished = new Set(names);
    return (
      rows.every(([, isFinished]) => isFinished === 'true') &&
      migrationDirectories.every(({ path: name }) => finished.has(name))
    );
  } finally {
    await connection.dispose();
  }
}

/** Code goes on beside newer compatible migrations, as in a rolling start, and stops before it misreads a breaking one. */
function refuseBreaking(applied: readonly string[], known: readonly string[]): void {
  const newer = applied.filter((name) => BREAKING.test(name) && !known.includes(name));
  if (newer.length === 0) return;
  throw new DatabaseUnavailable(
    `A newer Gentle Nudge has changed this database in a way that this version cannot read (${newer.join(', ')}). Nothing was changed now, and nothing is lost. Start the newer version again, or restore the backup that was made before it first ran.`,
  );
}

/** The SQL that leads from the migrations to the schema; empty when they agree. Needs a scratch database. */
export async function diffMigrationsWithSchema(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> {
  const engine = await loadEngine(adapter);
  try {
    const [file, content] = await schemaFile();
    const migrations = await listMigrations();
    const { stdout } = await engine.diff({
      from:
        migrations.migrationDirectories.length === 0
          ? { tag: 'empty' }
          : { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: file, content }] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    const sql = (stdout ?? '').trim();
    return sql.startsWith('-- This is an empty migration') ? '' : sql;
  } finally {
    engine.free();
  }
}
