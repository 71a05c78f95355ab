import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { madeWrong, type WrongLine } from './wrong-line';

/** A copy of the working tree in which lines are made wrong, one at a time. */
export interface Copy {
  /** What a test file says of the tree, with this line made wrong or as it stands. */
  run(test: string, wrongLine: WrongLine | null): Promise<Verdict>;
  remove(): void;
}

/** `broken`: the file did not run at all, so that nothing is known; a wrong line that does not compile is no test of a test. */
export type Verdict = 'passed' | 'failed' | 'broken';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** A wrong line may make a test wait for ever. */
const PATIENCE = 180_000;

export function copyTree(root: string): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'gentle-nudge-mutants-'));
  for (const file of filesOf(root))
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const output = path.join(folder, 'verdict.json');

  function jest(test: string): Promise<Verdict> {
    rmSync(output, { force: true });
    const flags = ['--runTestsByPath', test, '--runInBand', '--silent', '--json', `--outputFile=${output}`];
    const node = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...flags];
    return new Promise((resolve) => {
      execFile(process.execPath, node, { cwd: folder, timeout: PATIENCE, maxBuffer: Infinity }, (error) => {
        // Ended by our patience: the tests never came to an end, which is noticed.
        if (error?.killed === true) resolve('failed');
        else resolve(existsSync(output) ? verdictOf(readFileSync(output, 'utf8')) : 'broken');
      });
    });
  }

  return {
    async run(test, wrongLine) {
      if (wrongLine === null) return jest(test);
      const place = path.join(folder, wrongLine.file);
      writeFileSync(place, madeWrong(root, wrongLine));
      try {
        return await jest(test);
      } finally {
        cpSync(path.join(root, wrongLine.file), place);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What git knows or would take in, and the generated client, which it never sees. */
function filesOf(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.split('\n').filter((file) => file !== '' && existsSync(path.join(root, file)));
  return [...files, 'src/store/generated'];
}

function verdictOf(json: string): Verdict {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = report.parse(JSON.parse(json));
  if (numPassedTests + numFailedTests === 0) return 'broken';
  // What the bot logged as broken is thrown after the tests, which themselves may have passed.
  return numFailedTests > 0 || numRuntimeErrorTestSuites > 0 ? 'failed' : 'passed';
}
