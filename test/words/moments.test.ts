import { rulesOf } from '../../src/domain/cadence-describe';
import { clockTime, counted, dateInWords, listed, localMoment, sayCadence } from '../../src/words/en';
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

test('another language writes its own dates, lists and plurals', () => {
  const german = languageOf('de');
  const at = new Date('2026-12-07T15:00:00Z');
  expect(german.day(at, 'Europe/Berlin')).toBe('Montag, 7. Dezember');
  expect(german.list(['A', 'B', 'C'])).toBe('A, B und C');
  expect(languageOf('pl').plural(3, { one: 'cel', few: 'cele', many: 'celów', other: 'celu' })).toBe('cele');
});
