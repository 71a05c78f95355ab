import { parseHours, parseWorkingDays } from '../../../src/domain/reading/life';

describe('working days', () => {
  test.each([
    ['weekdays', 'MO TU WE TH FR'],
    ['working days', 'MO TU WE TH FR'],
    [' WeekDays ', 'MO TU WE TH FR'],
    ['every day', 'MO TU WE TH FR SA SU'],
    ['everyday', 'MO TU WE TH FR SA SU'],
    ['daily', 'MO TU WE TH FR SA SU'],
    ['all', 'MO TU WE TH FR SA SU'],
    ['all days', 'MO TU WE TH FR SA SU'],
    ['mon-fri', 'MO TU WE TH FR'],
    ['Monday to Thursday', 'MO TU WE TH'],
    ['monday through wednesday', 'MO TU WE'],
    ['tue – thu', 'TU WE TH'],
    ['sunday to thursday', 'MO TU WE TH SU'],
    ['fri-mon', 'MO FR SA SU'],
    ['mon-mon', 'MO'],
    ['mon, wed, fri', 'MO WE FR'],
    ['fri and mon', 'MO FR'],
    ['sat & sun', 'SA SU'],
    ['mon; tue;', 'MO TU'],
    ['mon and mon', 'MO'],
    ['mo,tu', 'MO TU'],
    ['thursdays', 'TH'],
    ['mon-tue and sat', 'MO TU SA'],
  ])('%j: %s', (text, days) => {
    expect(parseWorkingDays(text)?.join(' ')).toBe(days);
  });

  test.each([
    '',
    ' , ',
    'm',
    'someday',
    'mon-',
    '-mon',
    'mon-tue-wed',
    'mon-someday',
    'mon, someday',
    'weekdays only',
    'my weekdays',
    'not daily',
    'daily please',
  ])('%j is not understood', (text) => {
    expect(parseWorkingDays(text)).toBeNull();
  });
});

describe('quiet hours', () => {
  test.each([
    ['18:00-08:00', '18:00', '08:00'],
    ['6pm to 8am', '18:00', '08:00'],
    ['6 PM until 8:30 AM', '18:00', '08:30'],
    ['from 22 to 7', '22:00', '07:00'],
    ['from 22:15 – 7:05', '22:15', '07:05'],
    ['12am-12pm', '00:00', '12:00'],
    ['12:30pm - 1:45 pm', '12:30', '13:45'],
    ['0:00-23:59', '00:00', '23:59'],
  ])('%j are from %s to %s', (text, from, to) => {
    expect(parseHours(text)).toEqual({ from, to });
  });

  test.each([
    '',
    '18:00',
    'to 8',
    '18:00 to',
    '18:00-18:00',
    '6pm-18:00',
    '24:00-8:00',
    '18:60-8:00',
    '13pm-8am',
    '18:0-8:00',
    '180-8',
    '1:000-8',
    'evening to morning',
    '18:00-20:00-22:00',
    'x18:00-8:00',
    '18:00x-8:00',
    '18:00-8:00 please',
  ])('%j are not understood', (text) => {
    expect(parseHours(text)).toBeNull();
  });
});
