import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Line } from './figure';
import { FIGURES } from './figures';
import { openGrounds } from './grounds';
import { jsonLine, report, table } from './report';

/** `npm run bench [-- --json] [-- --only name]`: every figure beside its floor, measured in the same run. */

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const chosen = FIGURES.filter(({ names }) => values.only === undefined || names.includes(values.only));
  if (chosen.length === 0) {
    const known = FIGURES.flatMap(({ names }) => names).join(', ');
    throw new Error(`There is no figure of that name. There are: ${known}`);
  }
  const grounds = openGrounds();
  const lines: Line[] = [];
  try {
    for (const figure of chosen) {
      console.error(`measuring ${figure.names.join(', ')} …`);
      const measured = await figure.measure(grounds);
      lines.push(...measured);
      if (values.json) for (const line of measured) console.log(jsonLine(line));
    }
  } finally {
    await grounds.close();
  }
  if (values.json) return;
  console.log(table(lines));
  if (values.only === undefined) await writeFile(path.join(__dirname, 'results.md'), report(lines));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
