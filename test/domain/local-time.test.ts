import {
  addDays,
  daysBetween,
  hasClockChange,
  instantAt,
  isZone,
  localClock,
  localDate,
  localText,
  momentOf,
  wallTime,
  weekdayOf,
} from '../../src/domain/local-time';
import { memo } from '../../src/domain/memo';
import { isWeekday, weekdayOfIsoDay, WEEKDAYS } from '../../src/domain/weekday';

describe('a zone', () => {
  test.each([
    ['Europe/London', true],
    ['America/Argentina/Buenos_Aires', true],
    ['America/Port-au-Prince', true],
    ['Etc/GMT+5', true],
    ['UTC', true],
    ['', false],
    ['Mars/Olympus', false],
    ['+02:00', false],
    ['-0500', false],
    ['5', false],
    ['Europe/', false],
    ['Europe//London', false],
    [' UTC', false],
    ['UTC ', false],
    ['Europe/London\nUTC', false],
  ])('%j: %s', (name, is) => {
    expect(isZone(name)).toBe(is);
  });
});

describe('an instant', () => {
  test.each([
    [
      '2027-02-01T05:59:00Z',
      'America/Chicago',
      '2027-01-31',
      '23:59',
      '2027-01-31T23:59:00-06:00[America/Chicago]',
    ],
    ['2027-02-01T15:04:05Z', 'UTC', '2027-02-01', '15:04', '2027-02-01T15:04:05+00:00[UTC]'],
    [
      '2027-02-01T20:00:00Z',
      'Asia/Kathmandu',
      '2027-02-02',
      '01:45',
      '2027-02-02T01:45:00+05:45[Asia/Kathmandu]',
    ],
    [
      '2027-07-01T12:00:00Z',
      'America/St_Johns',
      '2027-07-01',
      '09:30',
      '2027-07-01T09:30:00-02:30[America/St_Johns]',
    ],
  ])('%s in %s', (at, zone, date, clock, text) => {
    const instant = new Date(at);
    expect(localDate(instant, zone)).toBe(date);
    expect(localClock(instant, zone)).toBe(clock);
    expect(localText(instant, zone)).toBe(text);
  });

  test('of long ago has an offset to the second', () => {
    expect(localClock(new Date('1880-01-01T12:00:00Z'), 'Europe/Paris')).toBe('12:09');
    expect(instantAt('1880-01-01', '12:00', 'America/New_York')).toEqual(new Date('1880-01-01T16:56:02Z'));
  });
});

describe('a wall time', () => {
  test.each([
    ['that is lived once', '2027-02-01', '09:00', 'America/Chicago', '2027-02-01T15:00:00.000Z', false],
    [
      'that is lived twice is the first',
      '2027-11-07',
      '01:30',
      'America/Chicago',
      '2027-11-07T06:30:00.000Z',
      false,
    ],
    [
      'that is skipped is the end of the gap',
      '2027-03-14',
      '02:30',
      'America/Chicago',
      '2027-03-14T08:00:00.000Z',
      true,
    ],
    ['just before a gap', '2027-03-14', '01:59', 'America/Chicago', '2027-03-14T07:59:00.000Z', false],
    ['just after a gap', '2027-03-14', '03:00', 'America/Chicago', '2027-03-14T08:00:00.000Z', false],
    ['in half an hour’s gap', '2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:30:00.000Z', true],
    ['in a gap at midnight', '2025-04-25', '00:30', 'Africa/Cairo', '2025-04-24T22:00:00.000Z', true],
    ['in a gap that ends the day', '2025-03-29', '23:30', 'America/Nuuk', '2025-03-30T00:59:00.000Z', true],
  ])('%s', (_case, date, time, zone, at, shifted) => {
    const moment = momentOf(wallTime(date, time), zone);
    expect(moment).toEqual({ at: new Date(at), shifted });
    expect(instantAt(date, time, zone)).toEqual(new Date(at));
  });

  test('of a day that a zone never had is none', () => {
    expect(instantAt('2011-12-30', '09:00', 'Pacific/Apia')).toBeNull();
  });
});

describe('a date', () => {
  test('is counted on over months, years and leap days', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2027-02-01', 0)).toBe('2027-02-01');
  });

  test('has a weekday', () => {
    const week = WEEKDAYS.map((_, n) => weekdayOf(addDays('2027-02-01', n)));
    expect(week).toEqual(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
    expect(isWeekday('MO')).toBe(true);
    expect(isWeekday('mo')).toBe(false);
    expect(weekdayOfIsoDay(7)).toBe('SU');
    expect(() => weekdayOfIsoDay(8)).toThrow('Not a day of the ISO week: 8');
    expect(() => weekdayOfIsoDay(0)).toThrow(RangeError);
  });

  test.each([
    ['2027-03-14', 'America/Chicago', true],
    ['2027-03-13', 'America/Chicago', false],
    ['2027-03-15', 'America/Chicago', false],
    ['2027-11-07', 'America/Chicago', true],
    ['2027-11-06', 'America/Chicago', false],
    ['2027-03-14', 'UTC', false],
    ['2011-12-30', 'Pacific/Apia', true],
  ])('%s in %s has another length: %s', (date, zone, has) => {
    expect(hasClockChange(date, zone)).toBe(has);
  });
});

describe('what is remembered', () => {
  test('is computed once a key, and the oldest is let go of', () => {
    const asked: string[] = [];
    const lengthOf = memo(2, (one: string, other: string) => {
      asked.push(`${one}+${other}`);
      return one === '' ? undefined : one.length + other.length;
    });
    expect([lengthOf('a', 'bc'), lengthOf('ab', 'c'), lengthOf('a', 'bc')]).toEqual([3, 3, 3]);
    expect(asked).toEqual(['a+bc', 'ab+c']);
    // A third: the first is forgotten, the second is not.
    expect([lengthOf('', ''), lengthOf('', '')]).toEqual([undefined, undefined]);
    lengthOf('ab', 'c');
    expect(asked).toEqual(['a+bc', 'ab+c', '+']);
    lengthOf('a', 'bc');
    expect(asked).toEqual(['a+bc', 'ab+c', '+', 'a+bc']);
  });
});

test.each([
  ['2027-03-01', '2027-03-01', 0],
  ['2027-02-28', '2027-03-01', 1],
  ['2027-03-13', '2027-03-15', 2],
  ['2027-03-02', '2027-03-01', -1],
])('from %s to %s it is %d days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
