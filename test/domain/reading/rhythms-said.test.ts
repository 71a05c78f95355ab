import fc from 'fast-check';
import { dueBetween, type Cadence } from '../../../src/domain/cadence';
import { parseCadence } from '../../../src/domain/reading/cadence';
import { writings } from './writings';

/** Friday 5 February 2027, 11:00 in Chicago, for somebody who is asked on Wednesdays at 8:30. */
const SPEAKER = { now: new Date('2027-02-05T17:00:00Z'), zone: 'America/Chicago' };
const OWN: Cadence = { rule: 'FREQ=WEEKLY;BYDAY=WE', start: '2027-01-06T08:30' };
const YEARS = 4;

/** The next dates and the time of what was read, or why it was refused. */
function read(text: string, own: Cadence | null = OWN): string {
  const parsed = parseCadence(text, SPEAKER, own);
  if (!parsed.ok) return parsed.problem;
  const to = new Date(SPEAKER.now.getTime() + YEARS * 366 * 86_400_000);
  const dates = [...dueBetween(parsed.cadence, SPEAKER.zone, SPEAKER.now, to)].slice(0, 4);
  return `${dates.map(({ local }) => local.slice(2, 10)).join(' ')} ${parsed.cadence.start.slice(11)}`;
}

test.each([
  ['every other Monday from 1 March', '27-03-01 27-03-15 27-03-29 27-04-12 08:30'],
  ['monthly from 1 March', '27-03-01 27-04-01 27-05-01 27-06-01 08:30'],
  ['daily from 1 March', '27-03-01 27-03-02 27-03-03 27-03-04 08:30'],
  ['quarterly from March', '27-03-01 27-06-01 27-09-01 27-12-01 08:30'],
  ['weekly from 2 March', '27-03-02 27-03-09 27-03-16 27-03-23 08:30'],
  ['every Monday starting in March', '27-03-01 27-03-08 27-03-15 27-03-22 08:30'],
  ['first Monday and last Friday of the month', '27-02-26 27-03-01 27-03-26 27-04-05 08:30'],
  ['15 March and 20 September', '27-03-15 27-09-20 28-03-15 28-09-20 08:30'],
  ['every Monday and the first of the month', '27-02-08 27-02-15 27-02-22 27-03-01 08:30'],
  ['every Monday and the 1st', '27-02-08 27-02-15 27-02-22 27-03-01 08:30'],
  ['every Monday and every other Friday', '27-02-08 27-02-15 27-02-19 27-02-22 08:30'],
  ['1st and 15th of the month', '27-02-15 27-03-01 27-03-15 27-04-01 08:30'],
  ['1st and 15th at 9am', '27-02-15 27-03-01 27-03-15 27-04-01 09:00'],
  ['last Friday of every quarter', '27-03-26 27-06-25 27-09-24 27-12-31 08:30'],
  ['first Monday of the quarter', '27-04-05 27-07-05 27-10-04 28-01-03 08:30'],
  ['last day of the quarter', '27-03-31 27-06-30 27-09-30 27-12-31 08:30'],
  ['every 6 months on the 31st', '27-02-28 27-08-31 28-02-29 28-08-31 08:30'],
  ['monthly on the 30th', '27-02-28 27-03-30 27-04-30 27-05-30 08:30'],
  ['every 29th of February', '27-02-28 28-02-29 29-02-28 30-02-28 08:30'],
  ['twice a week', '27-02-08 27-02-11 27-02-15 27-02-18 08:30'],
  ['2x a week', '27-02-08 27-02-11 27-02-15 27-02-18 08:30'],
  ['three times a week', '27-02-08 27-02-10 27-02-12 27-02-15 08:30'],
  ['four times a week', '27-02-08 27-02-09 27-02-11 27-02-12 08:30'],
  ['twice a week on Tuesday and Friday', '27-02-09 27-02-12 27-02-16 27-02-19 08:30'],
  ['twice a month', '27-02-15 27-03-01 27-03-15 27-04-01 08:30'],
  ['every morning', '27-02-06 27-02-07 27-02-08 27-02-09 09:00'],
  ['every weekday morning at 8', '27-02-08 27-02-09 27-02-10 27-02-11 08:00'],
  ['less often', '27-02-17 27-03-03 27-03-17 27-03-31 08:30'],
  ['more often', 'no_more_often'],
  ['every Monday at half past nine', '27-02-08 27-02-15 27-02-22 27-03-01 09:30'],
  ['every Monday at quarter to ten', '27-02-08 27-02-15 27-02-22 27-03-01 09:45'],
  ['every Monday at quarter past nine', '27-02-08 27-02-15 27-02-22 27-03-01 09:15'],
  ['every Monday at nine thirty', '27-02-08 27-02-15 27-02-22 27-03-01 09:30'],
  ['every Monday 0930', '27-02-08 27-02-15 27-02-22 27-03-01 09:30'],
  ['every weekday except Friday', '27-02-08 27-02-09 27-02-10 27-02-11 08:30'],
  ['end of the month', '27-02-28 27-03-31 27-04-30 27-05-31 08:30'],
  ['at 9am', '27-02-10 27-02-17 27-02-24 27-03-03 09:00'],
  ['0930', '27-02-10 27-02-17 27-02-24 27-03-03 09:30'],
  ['9am EST', 'another_zone'],
  ['every two weeks', '27-02-10 27-02-24 27-03-10 27-03-24 08:30'],
  ['every two weeks starting next Friday', '27-02-12 27-02-26 27-03-12 27-03-26 08:30'],
  ['once every two weeks', '27-02-10 27-02-24 27-03-10 27-03-24 08:30'],
  ['every Monday at 9 and Thursday at 9', '27-02-08 27-02-11 27-02-15 27-02-18 09:00'],
  ['at 9 every Monday', '27-02-08 27-02-15 27-02-22 27-03-01 09:00'],
  ['every 2nd and 4th Saturday at 10', '27-02-13 27-02-27 27-03-13 27-03-27 10:00'],
  ['second Friday at noon', '27-02-12 27-03-12 27-04-09 27-05-14 12:00'],
  ['last working day', '27-02-26 27-03-31 27-04-30 27-05-31 08:30'],
  ['Mondays and Thursdays 9:30', '27-02-08 27-02-11 27-02-15 27-02-18 09:30'],
  ['Sunday to Tuesday', '27-02-07 27-02-08 27-02-09 27-02-14 08:30'],
  ['every Monday, Wednesday, and Friday', '27-02-08 27-02-10 27-02-12 27-02-15 08:30'],
  ['every Monday; every other Friday; and the 1st', '27-02-08 27-02-15 27-02-19 27-02-22 08:30'],
  ['mon tue wed', '27-02-08 27-02-09 27-02-10 27-02-15 08:30'],
  ['every Monday in March', 'not_understood'],
  ['every day in May', 'not_understood'],
  ['every 1 month on the 20th of February', 'not_understood'],
  ['every Monday but not in summer', 'not_understood'],
  ['every Monday at 9 and Thursday at 10', 'several_times'],
  ['every Monday or Tuesday', 'not_understood'],
  ['not Monday', 'not_understood'],
  ['money', 'not_understood'],
  ['monkeys every Monday', 'not_understood'],
])('on Friday 5 February, "%s" is read as %s', (text, dates) => {
  for (const written of writings(text)) expect(read(written)).toBe(dates);
});

test('what nobody has said yet is Monday, the 1st and 9:00', () => {
  expect(read('every two weeks', null)).toBe('27-02-08 27-02-22 27-03-08 27-03-22 09:00');
  expect(read('monthly', null)).toBe('27-03-01 27-04-01 27-05-01 27-06-01 09:00');
  for (const change of ['at 9am', 'less often', 'more often'])
    expect(read(change, null)).toBe('not_understood');
});

test('"more often" undoes "less often"', () => {
  const slower: Cadence = { ...OWN, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE' };
  expect(parseCadence('more often', SPEAKER, slower)).toEqual({ ok: true, cadence: OWN });
  expect(parseCadence('less often', SPEAKER, OWN)).toEqual({ ok: true, cadence: slower });
});

test.each([
  ['every Monday and the first of the month but not in summer', 'every monday and the first of the month'],
  ['every Monday in March', 'every monday'],
  ['blurs every Monday', undefined],
])('of "%s", the beginning that is a rhythm is %s', (text, understood) => {
  const parsed = parseCadence(text, SPEAKER);
  expect(parsed.ok ? null : parsed.understood).toBe(understood);
});

const ACCEPTED = [
  'every other Monday at 9:00',
  'twice a week',
  'first Monday and last Friday of the month',
  '15 March and 20 September',
  'every weekday except Friday at half past nine',
  'monthly from 1 March',
];

test('a word that the grammar does not know changes no rhythm, wherever it stands', () => {
  const stranger = fc
    .stringMatching(/^[a-z]{4,9}$/)
    .filter((word) => read(`every ${word}`) === 'not_understood' && read(word) === 'not_understood');
  fc.assert(
    fc.property(fc.constantFrom(...ACCEPTED), stranger, fc.nat(8), (sentence, word, at) => {
      fc.pre(!/^(please|thanks|first|second|third|fourth|fifth|last|and|plus|noon|once|start)/.test(word));
      const words = sentence.split(' ');
      words.splice(Math.min(at, words.length), 0, `x${word}`);
      expect(read(words.join(' '))).toBe('not_understood');
    }),
  );
});

test('words in another order are read whole or refused, and nothing is made up', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...ACCEPTED)
        .chain((sentence) => fc.shuffledSubarray(sentence.split(' '), { minLength: 1 })),
      (words) => {
        const parsed = parseCadence(words.join(' '), SPEAKER, OWN);
        // A weekday that was said is a weekday of the rhythm.
        for (const day of words.filter((word) => parsed.ok && /^(Monday|Friday)$/.test(word))) {
          const isExcepted = words.includes('except') && day === 'Friday';
          const code = day === 'Monday' ? 'MO' : 'FR';
          if (parsed.ok && !isExcepted) expect(parsed.cadence.rule).toContain(code);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('each word again and again is refused or read, however often', () => {
  const words =
    'every other and the first last Monday month of on at 9 from to 1 twice a week until - except'.split(' ');
  for (const word of words) {
    const many = Array.from({ length: 100 }, () => word)
      .join(' ')
      .slice(0, 200);
    expect(['not_understood', 'several_times']).toContain(read(many).replace(/^\d.*/, 'not_understood'));
    expect(read(`every Monday ${many}`.slice(0, 200))).toMatch(/not_understood|several_times|^27-02-08/);
  }
});

test('beyond 200 characters nothing is a rhythm', () => {
  expect(read(`every Monday${' '.repeat(188)}`)).toMatch(/^27-02-08/);
  expect(read(`every Monday${' '.repeat(189)}`)).toBe('not_understood');
  expect(read('every Monday and '.repeat(1_000))).toBe('not_understood');
});
