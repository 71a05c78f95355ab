import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Each decision says when it was taken and whether it still holds; one that gives way and its successor name each other. */

const folder = path.join(__dirname, '..', '..', 'docs', 'decisions');
const records = readdirSync(folder).map((file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const [, , head = ''] = text.split('\n');
  const linked = (words: string) => {
    const [, links = ''] =
      new RegExp(`${words} ((?:\\[\\d+\\]\\([^)]+\\)(?:, | and )?)+)`, 'i').exec(head) ?? [];
    return [...links.matchAll(/\[(\d+)\]\(([^)]+)\)/g)].map(([, number, target]) => {
      expect(target).toMatch(new RegExp(`^${(number ?? '').padStart(4, '0')}-`));
      return Number(number);
    });
  };
  return {
    number: Number(file.slice(0, 4)),
    file,
    head,
    supersedes: linked('Supersedes'),
    by: linked('superseded by'),
  };
});

it.each(records)('$file has a date and a status', ({ head }) => {
  expect(head).toMatch(/^Date: \d{4}-\d{2}-\d{2}\. Status: (accepted|superseded by \[)/);
});

it('what gives way and what takes its place name each other', () => {
  const given = records.flatMap(({ number, by }) => by.map((successor) => `${successor} for ${number}`));
  const taken = records.flatMap(({ number, supersedes }) =>
    supersedes.map((older) => `${number} for ${older}`),
  );
  expect(given.length).toBeGreaterThan(0);
  expect(given.sort()).toEqual(taken.sort());
});
