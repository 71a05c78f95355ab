import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sample } from './sample';
import { watchTable } from './watch-table';
import { WRONG_LINES } from './wrong-lines';

/**
 * `npm run mutants`: makes the bot wrong on purpose, and fails when the tests do not notice. First the rules, by
 * Stryker (`-- --only domain`); then the table of wrong lines for the rest (`-- --only table`), or a few of them
 * (`-- --sample 10 --seed 7`), or those of the files whose names hold some text (`-- --file digest`).
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      file: { type: 'string' },
    },
  });
  const isPart = values.sample !== undefined || values.file !== undefined;
  let failures = 0;
  if (values.only !== 'table' && !isPart) failures += await stryker();
  if (values.only !== 'domain') {
    const ofFile = WRONG_LINES.filter(({ file }) => file.includes(values.file ?? ''));
    const chosen =
      values.sample === undefined ? ofFile : sample(ofFile, Number(values.sample), Number(values.seed));
    failures += await watchTable(root, chosen);
  }
  return failures;
}

const root = path.join(__dirname, '..', '..');

async function stryker(): Promise<number> {
  const child = spawn(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '.config/stryker.mjs'],
    { cwd: root, stdio: 'inherit' },
  );
  await once(child, 'exit');
  return child.exitCode === 0 ? 0 : 1;
}

main().then(
  (failures) => (process.exitCode = failures === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
