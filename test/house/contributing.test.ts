import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** CONTRIBUTING lists the files that a new message, form, command, table or language touches: these, and no others. */

const root = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sources = execFileSync(
  'git',
  ['ls-files', 'src', 'manifest.yml', 'docs/manifest.http.yml', 'prisma/schema.prisma'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '');

/** What each example is called in the code. */
const EXAMPLES: Readonly<Record<string, RegExp>> = {
  message: /channel_lost|channelLost/,
  form: /snooze(Form|View|ToDay)\b|^ {2}snooze: '/m,
  command: /\/checkin(?=['":\s`]|$)|registerCheckIn/m,
  table: /createResponses|model Response /,
  language: /from '\.\/en'|words\/en'|^export \* from/m,
};

const sections = read('CONTRIBUTING.md')
  .split(/^### An? /m)
  .slice(1)
  .map((section) => ({
    what: section.split('\n')[0] ?? '',
    files: [...(section.split(/^## /m)[0]?.matchAll(/^\d+\. `([^`]+)`/gm) ?? [])].map(
      ([, file = '']) => file,
    ),
  }));

it('shows all five', () => {
  expect(sections.map(({ what }) => what)).toEqual(Object.keys(EXAMPLES));
});

it.each(sections)('the files of a new $what are those of the example', ({ what, files }) => {
  const example = EXAMPLES[what] ?? /$^/;
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  // Sentences may mention a command anywhere.
  const naming = sources.filter(
    (file) => example.test(read(file)) && !/^src\/words\/en\/(?!forms|mentorship|help|index)/.test(file),
  );
  expect(naming.sort()).toEqual(files.filter((file) => !file.startsWith('test/')).sort());
});
