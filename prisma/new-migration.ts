import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { folderOf, isMark } from './marks';
import { missingSql } from './scratch';

/** `npm run migration -- <name> <compatible|breaking>`: writes what leads from the migrations to the schema. */

async function main(): Promise<void> {
  const [name, mark] = process.argv.slice(2);
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error('Name the migration in snake_case: npm run migration -- add_promises compatible');
  }
  if (!isMark(mark)) {
    throw new Error(
      `Can code that is older than this migration go on with the database? Then: npm run migration -- ${name} compatible. Must it not start any more (something is renamed, removed, or read otherwise)? Then: npm run migration -- ${name} breaking.`,
    );
  }
  const sql = await missingSql();
  if (sql === '') {
    console.log('The schema and the migrations already agree: nothing to write.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(__dirname, 'migrations', folderOf(stamp, name, mark));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), `-- ${mark}\n${sql}\n`);
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
