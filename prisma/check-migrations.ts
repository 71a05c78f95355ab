import path from 'node:path';
import { problemsOfMarks } from './marks';
import { missingSql } from './scratch';

/** `npm run check:migrations`: every migration is marked, and together they make exactly the schema. */
async function main(): Promise<void> {
  const problems = await problemsOfMarks(path.join(__dirname, 'migrations'));
  const sql = await missingSql();
  if (sql !== '') {
    problems.push(
      `The schema has what no migration makes. Run: npm run migration -- <name> <compatible|breaking>\n\n${sql}`,
    );
  }
  if (problems.length === 0) {
    console.log('The migrations make exactly the schema, and each is marked.');
    return;
  }
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
