import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Documents name files that are there. */

const root = path.join(__dirname, '..', '..');
const documents = execFileSync('git', ['ls-files', 'README.md', 'CONTRIBUTING.md', 'docs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  // Decisions tell of their day; what is planned is not there yet.
  .filter((file) => file.endsWith('.md') && !file.startsWith('docs/decisions/'));

it.each(documents)('%s names no file or folder that is not there', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8');
  const named = [
    ...text.matchAll(/`((?:src|test|docs|prisma|playground|bench|\.config|\.ci)\/[^`\s…*<]*)`/g),
  ].map(([, file = '']) => file);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
