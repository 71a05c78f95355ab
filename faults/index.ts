import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCase, type Case } from './case';
import { CASES } from './cases';
import { page, table, type Row } from './outcome';

/** `npm run faults [-- --only text] [-- --seed 7]`: lets things go wrong, and fails when a promise breaks. */

/** Cases mostly wait. */
const AT_ONCE = 2;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
    },
  });
  const chosen = CASES.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0)
    throw new Error(
      `No case has '${values.only}' in its name. There are:\n${CASES.map(({ name }) => name).join('\n')}`,
    );
  const begun = performance.now();
  const rows = new Map<Case, Row>();
  const left = [...chosen];
  async function runNext(): Promise<void> {
    for (let each = left.shift(); each !== undefined; each = left.shift()) {
      const row = await runCase(each, Number(values.seed));
      rows.set(each, row);
      console.error(
        `${row.broken.length === 0 ? 'kept  ' : 'BROKEN'} ${row.name} (${Math.round(row.took)} s)`,
      );
      for (const sentence of row.broken) console.error(`       ${sentence}`);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  const inOrder = chosen.flatMap((each) => rows.get(each) ?? []);
  console.log(table(inOrder));
  if (values.only === '')
    await writeFile(
      path.join(__dirname, 'results.md'),
      page(inOrder, Number(values.seed), (performance.now() - begun) / 60_000),
    );
  return inOrder.filter(({ broken }) => broken.length > 0).length;
}

main().then(
  (failures) => process.exit(failures === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
