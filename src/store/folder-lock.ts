import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import lockfile from 'proper-lockfile';
import { DatabaseUnavailable, FolderUnusable } from './database-unavailable';

/** The lock on the folder of the embedded database, which takes one process. The lock of a dead process is dead at once. */

/** A lock whose process no longer refreshes it is stale: on another machine, where nobody can ask whether it lives. */
const STALE = 15_000;

/** Folders that this very process has locked. */
const ours = new Set<string>();

/**
 * @returns what gives the folder free again
 * @throws {DatabaseUnavailable} out of the blue, when this process stood still for so long that another took the folder
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const owner = path.join(dataDir, 'in-use.by');
  const lockfilePath = path.resolve(dataDir, 'in-use.lock');
  try {
    await mkdir(dataDir, { recursive: true });
    const isHeld = !ours.has(lockfilePath) && (await stat(lockfilePath).then(Boolean, () => false));
    const state = isHeld ? await stateOf(owner) : 'unknown';
    if (state === 'alive') throw new DatabaseUnavailable(inUse(dataDir));
    if (state === 'dead') await rm(lockfilePath, { recursive: true, force: true });
    const release = await lockfile.lock(dataDir, { lockfilePath, stale: STALE, onCompromised: giveUp });
    await writeFile(owner, JSON.stringify(await myself()));
    ours.add(lockfilePath);
    return async () => {
      ours.delete(lockfilePath);
      await release();
    };
  } catch (error) {
    if (error instanceof DatabaseUnavailable || !(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ELOCKED') throw new DatabaseUnavailable(inUse(dataDir));
    throw new FolderUnusable(
      `The folder ${dataDir} cannot be used (${String(error.code)}). Nothing was changed. Make it writable for this user, make room on its disk, or set DATA_DIR to another folder.`,
    );
  }
}

function giveUp(): never {
  throw new DatabaseUnavailable(
    'This process stood still, and its data folder may be in use by another by now. It ends, so that only one writes there. Nothing was lost. Start it again.',
  );
}

function inUse(dataDir: string): string {
  return `Another Gentle Nudge already uses the data in ${dataDir}, and the embedded database takes one process. Nothing was changed. Stop the other one, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server that many can share.`;
}

interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When the process began, as the system counts: its number may be given again. Null where nobody can tell. */
  readonly born: string | null;
}

async function myself(): Promise<Owner> {
  return { host: hostname(), pid: process.pid, born: await bornAt(process.pid) };
}

/**
 * What became of whoever wrote its name there, as far as this machine can tell. One that stands still is alive: when it
 * goes on, it goes on writing. In a container a new process may get the old number.
 */
async function stateOf(file: string): Promise<'alive' | 'dead' | 'unknown'> {
  const owner: unknown = await readFile(file, 'utf8').then(JSON.parse, () => null);
  if (typeof owner !== 'object' || owner === null || !('host' in owner) || !('pid' in owner))
    return 'unknown';
  if (owner.host !== hostname() || typeof owner.pid !== 'number') return 'unknown';
  if (owner.pid === process.pid || !isRunning(owner.pid)) return 'dead';
  const born = await bornAt(owner.pid);
  if (born === null || !('born' in owner) || owner.born === null) return 'unknown';
  return owner.born === born ? 'alive' : 'dead';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * When a process began, by Linux's /proc (fields 3 and 22, after a name that may hold spaces and brackets); null elsewhere.
 * One that has ended is listed for as long as its parent has not asked what became of it, in some containers for ever.
 */
async function bornAt(pid: number): Promise<string | null> {
  const facts = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = facts.slice(facts.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
}
