import { missingSql } from './scratch';

async function main(): Promise<void> {
  const sql = await missingSql();
  if (sql === '') {
    console.log('The migrations make exactly the schema.');
    return;
  }
  console.error(`The schema has what no migration makes. Run: npm run migration -- <name>\n\n${sql}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
