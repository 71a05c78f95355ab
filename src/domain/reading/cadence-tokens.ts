import type { Weekday } from '../weekday';

/** The words of a cadence, freed of spelling. */
export type CadenceWord =
  | { readonly word: 'number'; readonly value: number }
  | { readonly word: 'ordinal'; readonly value: number }
  | { readonly word: 'unit'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly count: number }
  | { readonly word: 'weekday'; readonly weekday: Weekday }
  | { readonly word: 'month'; readonly month: number }
  | { readonly word: 'every' | 'other' | 'to' | 'working_day' | 'weekend' | 'twice' | 'under_a_day' };

const FILLERS = new Set(
  'please kindly the on of in and a an me us ask nudge remind check once per my we i us at thanks from'.split(
    ' ',
  ),
);

const WORDS: ReadonlyMap<string, CadenceWord> = new Map<string, CadenceWord>([
  ...list('every each', { word: 'every' }),
  ...list('other alternate', { word: 'other' }),
  ...list('to through thru -', { word: 'to' }),
  ...list('workday workdays', { word: 'working_day' }),
  ...list('weekend weekends', { word: 'weekend' }),
  ...list('twice thrice times', { word: 'twice' }),
  ...list('hour hours hourly minute minutes min mins seconds', { word: 'under_a_day' }),
  ...list('day days daily', { word: 'unit', unit: 'day', count: 1 }),
  ...list('week weeks weekly', { word: 'unit', unit: 'week', count: 1 }),
  ...list('fortnight fortnights fortnightly biweekly', { word: 'unit', unit: 'week', count: 2 }),
  ...list('month months monthly', { word: 'unit', unit: 'month', count: 1 }),
  ...list('bimonthly', { word: 'unit', unit: 'month', count: 2 }),
  ...list('quarter quarters quarterly', { word: 'unit', unit: 'month', count: 3 }),
  ...list('year years yearly annually annual', { word: 'unit', unit: 'year', count: 1 }),
  ...list('monday mondays mon mo', { word: 'weekday', weekday: 'MO' }),
  ...list('tuesday tuesdays tue tues tu', { word: 'weekday', weekday: 'TU' }),
  ...list('wednesday wednesdays wed weds', { word: 'weekday', weekday: 'WE' }),
  ...list('thursday thursdays thu thur thurs th', { word: 'weekday', weekday: 'TH' }),
  ...list('friday fridays fri fr', { word: 'weekday', weekday: 'FR' }),
  ...list('saturday saturdays sat sa', { word: 'weekday', weekday: 'SA' }),
  ...list('sunday sundays sun su', { word: 'weekday', weekday: 'SU' }),
  ...'first second third fourth fifth'
    .split(' ')
    .flatMap((name, at) => list(name, { word: 'ordinal', value: at + 1 })),
  ...list('last final', { word: 'ordinal', value: -1 }),
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .flatMap((name, at) => list(name, { word: 'number', value: at + 1 })),
  ...'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, at) => list(`${name} ${name.slice(0, 3)}`, { word: 'month', month: at + 1 })),
  ...list('sept', { word: 'month', month: 9 }),
]);

function list(names: string, word: CadenceWord): [string, CadenceWord][] {
  return names.split(' ').map((name) => [name, word]);
}

/** Null when one of the words is none that a cadence is made of. */
export function readWords(text: string): readonly CadenceWord[] | null {
  const plain = text
    .replace(/\b(?:(?:working|work|business|week) ?days?)\b/g, 'workday')
    .replace(/\bbi-(?=weekly|monthly)/g, 'bi')
    .replace(/[–—-]/g, ' - ')
    .replace(/[,;.!&+/'’]/g, ' ');
  const words: CadenceWord[] = [];
  for (const name of plain.split(/\s+/)) {
    if (name === '' || FILLERS.has(name)) continue;
    const word = WORDS.get(name) ?? readNumber(name);
    if (word === null) return null;
    words.push(word);
  }
  return words;
}

function readNumber(name: string): CadenceWord | null {
  const digits = /^(\d{1,3})(st|nd|rd|th)?$/.exec(name);
  if (digits === null) return null;
  return { word: digits[2] === undefined ? 'number' : 'ordinal', value: Number(digits[1]) };
}
