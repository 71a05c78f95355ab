import { rulesOf } from '../../src/domain/cadence-describe';
import { clockTime, counted, dateInWords, listed, localMoment, sayCadence } from '../../src/words/en';
import { wordsFor } from '../../src/words';
import { languageOf } from '../../src/words/language';
import { zoneInWords } from '../../src/words/mrkdwn';

/** Dates, clocks, lists and plurals as `Intl` writes them. */

test('dates are those of the person’s own zone', () => {
  const at = new Date('2026-12-07T15:00:00Z');
  expect(localMoment(at, 'America/Chicago')).toBe('Monday 7 December at 9:00');
  expect(localMoment(at, 'Asia/Kathmandu')).toBe('Monday 7 December at 20:45');
  expect(localMoment(new Date('2026-12-31T23:30:00Z'), 'Europe/Berlin')).toBe('Friday 1 January at 0:30');
});

test('a target date says its year; what is no date, or no time, is given back safely', () => {
  expect(dateInWords('2027-06-30')).toBe('30 June 2027');
  expect(dateInWords('<soon>')).toBe('&lt;soon&gt;');
  expect(dateInWords('2027-13-41')).toBe('2027-13-41');
  expect(zoneInWords('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect([clockTime('09:05'), clockTime('00:00'), clockTime('25:00'), clockTime('<9>')]).toEqual([
    '9:05',
    '0:00',
    '25:00',
    '&lt;9&gt;',
  ]);
});

test('lists and counts read as a person would say them', () => {
  expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual([
    '',
    'A',
    'A and B',
    'A, B and C',
  ]);
  expect([0, 1, 2].map((count) => counted(count, 'person is', 'people are'))).toEqual([
    '0 people are',
    'one person is',
    '2 people are',
  ]);
});

test('days of a month have their endings', () => {
  const days = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map((date) => {
    const [rule = ''] = rulesOf({ every: 'month', interval: 1, days: [{ kind: 'date', date }] });
    return /the (\d+\w+)/.exec(sayCadence({ rule, start: '2026-12-07T09:00' }))?.[1];
  });
  expect(days.join(' ')).toBe('1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 31st');
});

const EN_GB = ['Monday 7 December at 21:30', 'Monday 7 December 2026', '29 February 2028', '0:05'] as const;

test.each([
  ['en-GB', ...EN_GB],
  ['en-US', 'Monday, December 7 at 9:30 PM', 'Monday, December 7, 2026', 'February 29, 2028', '12:05 AM'],
  ['en-CA', 'Monday, December 7 at 9:30 pm', 'Monday, December 7, 2026', 'February 29, 2028', '12:05 am'],
  ['en-AU', 'Monday 7 December at 9:30 pm', 'Monday 7 December 2026', '29 February 2028', '12:05 am'],
  ['en-IN', 'Monday, 7 December at 9:30 pm', 'Monday, 7 December 2026', '29 February 2028', '12:05 am'],
  // Where, nobody knows; or in a language without words.
  ['en', ...EN_GB],
  ['EN-us-x-twain', ...EN_GB],
  ['en_US', ...EN_GB],
  ['de-DE', ...EN_GB],
  ['', ...EN_GB],
  [null, ...EN_GB],
])('dates and clocks are those of %s', (locale, moment, day, date, clock) => {
  const words = wordsFor(locale);
  const at = new Date('2026-12-07T21:30:00Z');
  expect([words.localMoment(at, 'UTC'), words.fullDayInWords('2026-12-07')]).toEqual([moment, day]);
  expect([words.dateInWords('2028-02-29'), words.clockTime('00:05')]).toEqual([date, clock]);
  const [ofYear] = date.split(/,? 2028/);
  const yearly = { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1', start: '2026-12-07T00:05' };
  expect(words.sayCadence(yearly)).toBe(`every year on ${ofYear} at ${clock}`);
  expect(words.digestPeriod(at, at, 'UTC')).toBe(
    `${words.localDate(at, 'UTC')} to ${words.localDate(at, 'UTC')}`,
  );
  expect(words.WEEKDAY_NAMES.MO).toBe('Monday');
});

test('days with commas of their own are set apart by semicolons', () => {
  const days = [7, 14, 21].map((day) => new Date(Date.UTC(2026, 11, day)));
  expect(wordsFor('en-US').daysInWords(days, 'UTC')).toBe(
    'Monday, December 7; Monday, December 14; and Monday, December 21, 2026',
  );
  expect(wordsFor('en-GB').daysInWords(days, 'UTC')).toBe(
    'Monday 7 December, Monday 14 December and Monday 21 December 2026',
  );
});

test('what is said to one person changes nothing for the next, even where it fails', () => {
  const american = wordsFor('en-US');
  expect(american).toBe(wordsFor('EN-us'));
  expect(
    american.people([{ slackUserId: 'U1', name: 'Ada' }], () => wordsFor('en-GB').clockTime('21:30')),
  ).toBe('21:30');
  expect(() => american.localDate(new Date(NaN), 'UTC')).toThrow(RangeError);
  expect([clockTime('21:30'), american.clockTime('21:30')]).toEqual(['21:30', '9:30 PM']);
});

test('another language writes its own dates, lists and plurals', () => {
  const german = languageOf('de');
  const at = new Date('2026-12-07T15:00:00Z');
  expect(german.day(at, 'Europe/Berlin')).toBe('Montag, 7. Dezember');
  expect(german.list(['A', 'B', 'C'])).toBe('A, B und C');
  expect(languageOf('pl').plural(3, { one: 'cel', few: 'cele', many: 'celów', other: 'celu' })).toBe('cele');
});
