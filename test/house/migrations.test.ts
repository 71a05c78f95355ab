import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { folderOf, problemsOfMarks } from '../../prisma/marks';
import { temporaryFolder } from '../support/databases';

/** Every migration says whether code that is older than it may go on with the database. */

async function problemsOf(name: string, sql: string): Promise<string[]> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder.path, name));
  await writeFile(path.join(folder.path, name, 'migration.sql'), sql);
  const problems = await problemsOfMarks(folder.path);
  await folder.remove();
  return problems;
}

test('each migration of this house is marked', async () => {
  expect(await problemsOfMarks(path.join(__dirname, '../../prisma/migrations'))).toEqual([]);
});

test.each([
  ['20270101000000_promises', '-- CreateTable\nSELECT 1;\n', /first line must be "-- compatible"/],
  ['20270101000000_promises', 'SELECT 1;\n-- compatible\n', /first line must be "-- compatible"/],
  ['20270101000000_promises', '-- breaking\nSELECT 1;\n', /must end in "_breaking"/],
  ['20270101000000_promises_breaking', '-- compatible\nSELECT 1;\n', /must not end in "_breaking"/],
])('%s that begins with %j is refused', async (name, sql, says) => {
  expect(await problemsOf(name, sql)).toEqual([expect.stringMatching(says)]);
});

test.each(['compatible', 'breaking'] as const)('a new %s migration passes', async (mark) => {
  expect(await problemsOf(folderOf('20270101000000', 'promises', mark), `-- ${mark}\nSELECT 1;\n`)).toEqual(
    [],
  );
});
