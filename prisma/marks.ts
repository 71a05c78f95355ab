import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { BREAKING } from '../src/store/migrations';

/** The mark of a migration: may code that is older than it go on with the database? */

export const MARKS = ['compatible', 'breaking'] as const;
export type Mark = (typeof MARKS)[number];

export function isMark(text: string | undefined): text is Mark {
  return MARKS.some((mark) => mark === text);
}

/** The folder's name carries the mark too, because a database remembers a migration by its name alone. */
export function folderOf(stamp: string, name: string, mark: Mark): string {
  return mark === 'breaking' ? `${stamp}_${name}_breaking` : `${stamp}_${name}`;
}

/** A sentence for each migration that is not marked, or whose name and first line disagree. */
export async function problemsOfMarks(migrations: string): Promise<string[]> {
  const entries = await readdir(migrations, { withFileTypes: true });
  const problems = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) =>
        problemOf(name, await readFile(path.join(migrations, name, 'migration.sql'), 'utf8')),
      ),
  );
  return problems.filter((problem) => problem !== null);
}

function problemOf(name: string, sql: string): string | null {
  const mark = /^-- (\w+)\r?\n/.exec(sql)?.[1];
  if (!isMark(mark)) {
    return `${name}: the first line must be "-- compatible" (older code goes on with the database) or "-- breaking" (older code must not start on it).`;
  }
  if (BREAKING.test(name) === (mark === 'breaking')) return null;
  return `${name}: its first line says "-- ${mark}", so its folder must ${mark === 'breaking' ? '' : 'not '}end in "_breaking".`;
}
