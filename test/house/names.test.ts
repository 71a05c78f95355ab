import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const files = execFileSync('git', ['ls-files', 'src', 'test', 'playground', 'bench', 'docs'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');

test('every file is named in kebab-case', () => {
  const kebab = /^\d*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/;
  expect(files.filter((file) => file !== '' && !kebab.test(basename(file)))).toEqual([]);
});

test('there is no drawer for things without a room', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts)/.test(file))).toEqual([]);
});

test('every dependency has a line that says what it is for', () => {
  const wanted = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const explained = [...read('docs/decisions/0008-dependencies.md').matchAll(/^\| `([^`]+)`/gm)];
  expect(explained.map(([, name]) => name).sort()).toEqual(
    Object.keys({ ...wanted.dependencies, ...wanted.devDependencies }).sort(),
  );
});

test('decisions are numbered without a gap', () => {
  const numbers = files
    .flatMap((file) => /^docs\/decisions\/(\d{4})-/.exec(file)?.slice(1) ?? [])
    .map(Number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
