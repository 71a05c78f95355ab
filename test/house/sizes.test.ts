import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What one person can hold in their head: no file above 300 lines, no folder above 25 files. */

const MOST_LINES = 300;
const MOST_FILES = 25;

const files = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  '*.ts',
  '*.tsx',
  '*.mjs',
])
  .toString()
  .split('\n')
  .filter((file) => file !== '');

it('no file is longer than 300 lines', () => {
  const lines = files.map((file) => [file, readFileSync(file, 'utf8').split('\n').length - 1] as const);
  expect(lines.length).toBeGreaterThan(300);
  expect(lines.filter(([, count]) => count > MOST_LINES)).toEqual([]);
});

it('no folder has more than 25 files; one that outgrows it gets rooms', () => {
  const folders = new Map<string, number>();
  for (const file of files) {
    const folder = path.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  expect([...folders].filter(([, count]) => count > MOST_FILES)).toEqual([]);
});
