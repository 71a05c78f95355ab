import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { lockFolder } from '../../src/store/folder-lock';
import { temporaryFolder } from '../support/databases';

/** Whose lock on a data folder counts. */

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

/** A folder that somebody has locked this very moment. */
async function lockedBy(owner: object): Promise<void> {
  await mkdir(path.join(folder.path, 'in-use.lock'));
  await writeFile(path.join(folder.path, 'in-use.by'), JSON.stringify(owner));
}

it.each([
  ['another living process', { host: hostname(), pid: process.ppid }],
  ['a process of another machine', { host: 'elsewhere', pid: 2 ** 22 + 1 }],
  ['nobody knows whom', {}],
])('a lock of %s is respected', async (_whose, owner) => {
  await lockedBy(owner);
  await expect(lockFolder(folder.path)).rejects.toThrow('already uses the data');
});

/** As Linux counts it. */
async function bornOf(pid: number): Promise<string | undefined> {
  const facts = await readFile(`/proc/${pid}/stat`, 'utf8');
  return facts.slice(facts.lastIndexOf(')') + 2).split(' ')[19];
}

it('a folder that was given back is free, though whoever had it lives', async () => {
  await lockedBy({ host: hostname(), pid: process.ppid, born: await bornOf(process.ppid) });
  await rm(path.join(folder.path, 'in-use.lock'), { recursive: true });
  const release = await lockFolder(folder.path);
  await release();
});

it('a process that is dead and that nobody has buried has no lock', async () => {
  // Its parent becomes something that never asks what became of its children, as in many a container.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: readonly unknown[] = await once(parent.stdout, 'data');
  const pid = Number(String(said[0]));
  while (!(await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') Z ')) await setImmediate();
  await lockedBy({ host: hostname(), pid, born: await bornOf(pid) });
  const release = await lockFolder(folder.path);
  await release();
  parent.kill();
});

it('a process that stands still keeps its lock, however long: it would go on writing when it goes on', async () => {
  await lockedBy({ host: hostname(), pid: process.ppid, born: await bornOf(process.ppid) });
  const longAgo = new Date(Date.now() - 60 * 60 * 1000);
  await utimes(path.join(folder.path, 'in-use.lock'), longAgo, longAgo);
  await expect(lockFolder(folder.path)).rejects.toThrow('already uses the data');
});

it.each([
  [
    'another process that was given the number of a dead one',
    { host: hostname(), pid: process.ppid, born: '1' },
  ],
  ['a process that is gone', { host: hostname(), pid: 2 ** 22 + 1 }],
  ['an earlier process of our number', { host: hostname(), pid: process.pid }],
])('a lock of %s is taken over at once', async (_whose, owner) => {
  await lockedBy(owner);
  const release = await lockFolder(folder.path);
  await release();
});
