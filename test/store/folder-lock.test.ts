import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
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

it.each([
  ['a process that is gone', { host: hostname(), pid: 2 ** 22 + 1 }],
  ['an earlier process of our number', { host: hostname(), pid: process.pid }],
])('a lock of %s is taken over at once', async (_whose, owner) => {
  await lockedBy(owner);
  const release = await lockFolder(folder.path);
  await release();
});
