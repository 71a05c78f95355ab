import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The first comment of every file says the one thing that it holds: at the top, or between its imports and the rest. */

const root = path.join(__dirname, '..', '..');
const files = execFileSync(
  'git',
  ['ls-files', 'src', 'playground', 'bench', 'prisma', 'test/support', 'test/mutants'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'));

function saysWhatItHolds(text: string, file: string): boolean {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const body = source.statements.find(
    (statement) =>
      !ts.isImportDeclaration(statement) && !(ts.isExportDeclaration(statement) && statement.moduleSpecifier),
  );
  const before = text.slice(0, body?.getStart(source) ?? text.length);
  return /\/\*\*?\s*\S|^\/\/ \S/m.test(before);
}

it('is looked for as a reader would', () => {
  expect(saysWhatItHolds("import a from 'a';\n\n/** A thing. */\n\nexport const b = a;\n", 'a.ts')).toBe(
    true,
  );
  expect(saysWhatItHolds("/** A thing. */\nimport a from 'a';\nexport const b = a;\n", 'a.ts')).toBe(true);
  expect(saysWhatItHolds("import a from 'a';\n\nexport const b = a; // why\n", 'a.ts')).toBe(false);
});

it('stands in every file', () => {
  expect(files.length).toBeGreaterThan(250);
  const silent = files.filter((file) => !saysWhatItHolds(readFileSync(path.join(root, file), 'utf8'), file));
  expect(silent).toEqual([]);
});
