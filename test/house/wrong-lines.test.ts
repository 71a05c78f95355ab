import { existsSync } from 'node:fs';
import path from 'node:path';
import { mismatch } from '../mutants/wrong-line';
import { WRONG_LINES } from '../mutants/wrong-lines';

/** The table of `npm run mutants` keeps up with the code: this is its cheap half. */

const root = path.join(__dirname, '..', '..');

test.each(WRONG_LINES.map((wrongLine) => [`${wrongLine.file}: ${wrongLine.line}`, wrongLine] as const))(
  '%s stands where the table says',
  (_name, wrongLine) => {
    expect(mismatch(root, wrongLine)).toBeNull();
    expect(wrongLine.wrong).not.toBe(wrongLine.line);
    expect(existsSync(path.join(root, wrongLine.test))).toBe(true);
  },
);
