import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OptionsRefused } from '../src/cli/options-refused';
import { readCommand } from '../src/cli/read-command';

/** `npm run read`: what a sentence is read as, for whoever wonders at a shell. */

const NOW = new Date('2027-02-05T17:00:00Z');
const CHICAGO = ['--zone', 'America/Chicago', '--on', '2027-02-05'];

function run(...args: string[]): string {
  return readCommand(args, NOW);
}

test.each([
  [
    'every other Friday at 9',
    'every other Friday at 9:00: 2027-02-05 09:00, 2027-02-19 09:00, 2027-03-05 09:00',
  ],
  ['every Monday in March', 'refused: not_understood, after “every monday”'],
  ['/nudge away 2 weeks', '2027-02-05 to 2027-02-18'],
  ['away Monday and Wednesday', '2027-02-08, 2027-02-10'],
  ['away in 2 weeks', 'refused: not_understood'],
  ['pause until June', 'until 2027-06-01'],
  ['pause until further notice', 'until further notice'],
  ['pause in August', 'refused: is_away'],
  ['snooze tonight', '2027-02-05 18:00'],
  ['snooze some day', 'refused: not_understood'],
  ['/goal add Learn Go by May', '“Learn Go”, by 2027-05-31'],
  ['goal Cut costs by 1/3', '“Cut costs by 1/3” (not_understood: 1/3)'],
  ['days mon—fri', 'MO TU WE TH FR'],
  ['days monkeys', 'refused: not_understood'],
  ['quiet 6-8pm', '18:00 to 20:00'],
  ['quiet 9-5', 'refused: not_understood'],
  ['budget two', '2'],
  ['budget lots', 'refused: not_understood'],
  ['holidays U.S.', 'United States of America'],
  ['holidays Atlantis', 'refused: not_understood'],
])('%s: %s', (sentence, answer) => {
  expect(run(sentence, ...CHICAGO)).toBe(`${sentence}\n    ${answer}\n`);
});

test('a file holds one sentence a line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'read-'));
  try {
    const file = path.join(folder, 'sentences.txt');
    writeFileSync(file, 'budget 3\r\n\nquiet off hours\n');
    expect(run('--file', file)).toBe('budget 3\n    3\nquiet off hours\n    refused: not_understood\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the order of day and month can be chosen', () => {
  expect(run('away 7/8', ...CHICAGO)).toContain('2027-07-08');
  expect(run('away 7/8', '--day-first', ...CHICAGO)).toContain('2027-08-07');
});

test.each([
  [[], /Give a sentence/],
  [['weekly', '--zone', 'Mars'], /--zone must be a name/],
  [['weekly', '--on', '2027-02-30'], /--on must be a date/],
  [['weekly', '--on', 'today'], /--on must be a date/],
  [['--file', '/nowhere/at/all'], /cannot be read/],
  [['weekly', '--when', 'now'], /The options are/],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => run(...args)).toThrow(OptionsRefused);
  expect(() => run(...args)).toThrow(sentence);
});
