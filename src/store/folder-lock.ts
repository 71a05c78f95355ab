import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
    if (!ours.has(lockfilePath) && (await isDead(owner)))
      await rm(lockfilePath, { recursive: true, force: true });
    const release = await lockfile.lock(dataDir, { lockfilePath, stale: STALE, onCompromised: giveUp });
    await writeFile(owner, JSON.stringify({ host: hostname(), pid: process.pid }));
    ours.add(lockfilePath);
    return async () => {
      ours.delete(lockfilePath);
      await release();
    };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ELOCKED') {
      throw new DatabaseUnavailable(
        `Another Gentle Nudge already uses the data in ${dataDir}, and the embedded database takes one process. Nothing was changed. Stop the other one, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server that many can share.`,
      );
    }
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

/** Whether whoever wrote its name there has died on this very machine. In a container a new process may get the old number. */
async function isDead(owner: string): Promise<boolean> {
  const written: unknown = await readFile(owner, 'utf8').then(JSON.parse, () => null);
  if (typeof written !== 'object' || written === null || !('host' in written) || !('pid' in written))
    return false;
  if (written.host !== hostname() || typeof written.pid !== 'number') return false;
  if (written.pid === process.pid) return true;
  try {
    process.kill(written.pid, 0);
    return false;
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH';
  }
}
