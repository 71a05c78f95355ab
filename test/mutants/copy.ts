import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { textMadeWrong, type WrongLine } from './wrong-line';

/** A copy of the working tree in which lines are made wrong, one at a time. */
export interface Copy {
  /** What a test file says of the tree as it stands: all of it, or the tests of these titles. */
  asItStands(test: string, titles: readonly string[] | null): Promise<Verdict>;
  /** What it says with this line made wrong. */
  madeWrong(wrongLine: WrongLine): Promise<Verdict>;
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
const PATIENCE = 400_000;

export function copyTree(root: string): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'gentle-nudge-mutants-'));
  for (const file of filesOf(root))
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const output = path.join(folder, 'verdict.json');

  function jest(test: string, titles: readonly string[] | null): Promise<Verdict> {
    rmSync(output, { force: true });
    const flags = [
      '--runTestsByPath',
      test,
      '--runInBand',
      '--silent',
      '--testTimeout=120000',
      '--json',
      `--outputFile=${output}`,
    ];
    if (titles !== null) flags.push('--testNamePattern', titles.map(literally).join('|'));
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
    asItStands: jest,
    async madeWrong(wrongLine) {
      const place = path.join(folder, wrongLine.file);
      const right = readFileSync(place, 'utf8');
      writeFileSync(place, textMadeWrong(folder, wrongLine));
      try {
        return await jest(wrongLine.test, wrongLine.title === undefined ? null : [wrongLine.title]);
      } finally {
        writeFileSync(place, right);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
