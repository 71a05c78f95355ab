import { parseCadence } from '../../../src/domain/reading/cadence';

/** A Wednesday, 10:00 in New York. */
const NOW = new Date('2027-03-10T15:00:00Z');
const ZONE = 'America/New_York';

const UNDERSTOOD: [string, string, string][] = [
  ['weekly on Monday at 9:00', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
  ['every Monday at 9am', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
  ['every 2 weeks on Tue at 14:30', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2027-03-16T14:30'],
  ['every two weeks on Tuesday at 2:30 pm', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2027-03-16T14:30'],
  ['every other Monday at 9', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2027-03-15T09:00'],
  ['every second Monday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2027-03-15T09:00'],
  ['every other week on Thursday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2027-03-11T09:00'],
  ['fortnightly on friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2027-03-12T09:00'],
  ['biweekly', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2027-03-15T09:00'],
  ['bi-weekly on Wednesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2027-03-10T09:00'],
  ['weekly', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
  ['once a week, please', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
  ['daily at 8', 'FREQ=DAILY', '2027-03-10T08:00'],
  ['every day at 8 o’clock', 'FREQ=DAILY', '2027-03-10T08:00'],
  ['every weekday at 8:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2027-03-10T08:30'],
  ['every working day at 8.30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2027-03-10T08:30'],
  ['weekdays at noon', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2027-03-10T12:00'],
  ['Monday to Friday at midnight', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2027-03-10T00:00'],
  ['mon-thu at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', '2027-03-10T09:00'],
  ['mon, wed and fri at 9', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2027-03-10T09:00'],
  ['Fridays and Mondays @ 16:00', 'FREQ=WEEKLY;BYDAY=MO,FR', '2027-03-12T16:00'],
  ['every weekend at 10am', 'FREQ=WEEKLY;BYDAY=SA,SU', '2027-03-13T10:00'],
  ['Monday 9', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
  ['every Monday morning at 8', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T08:00'],
  ['Monday evenings at 6:30', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T18:30'],
  ['Monday mornings', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
  ['every Monday at 6 in the evening', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T18:00'],
  ['every Monday at 12am', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T00:00'],
  ['every Monday at 12 p.m.', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T12:00'],
  ['monthly on the first Tuesday at 10:00', 'FREQ=MONTHLY;BYDAY=1TU', '2027-04-06T10:00'],
  ['the second Tuesday of every month', 'FREQ=MONTHLY;BYDAY=2TU', '2027-04-13T09:00'],
  ['every first and third Monday of the month', 'FREQ=MONTHLY;BYDAY=1MO,3MO', '2027-03-15T09:00'],
  ['monthly on the 15th at 9', 'FREQ=MONTHLY;BYMONTHDAY=15', '2027-03-15T09:00'],
  ['every month on the 15', 'FREQ=MONTHLY;BYMONTHDAY=15', '2027-03-15T09:00'],
  ['monthly', 'FREQ=MONTHLY;BYMONTHDAY=1', '2027-04-01T09:00'],
  ['monthly on the 31st', 'FREQ=MONTHLY;BYMONTHDAY=31', '2027-03-31T09:00'],
  ['the last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2027-03-31T09:00'],
  [
    'every month on the last working day at 16:00',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '2027-03-31T16:00',
  ],
  ['last friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR', '2027-03-26T09:00'],
  ['every 3 months on the 1st', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', '2027-04-01T09:00'],
  ['every third month on the 5th', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5', '2027-04-05T09:00'],
  ['quarterly on the first Monday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', '2027-04-05T09:00'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', '2027-04-01T09:00'],
  ['every 10 days', 'FREQ=DAILY;INTERVAL=10', '2027-03-10T09:00'],
  ['every third day at 7am', 'FREQ=DAILY;INTERVAL=3', '2027-03-10T07:00'],
  ['yearly on 3 June', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=3', '2027-06-03T09:00'],
  ['every year on February 29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29T09:00'],
  ['the first Monday of September', 'FREQ=YEARLY;BYMONTH=9;BYDAY=1MO', '2027-09-06T09:00'],
  ['  PLEASE nudge me EVERY Monday, at 9:00! ', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-15T09:00'],
];

test.each(UNDERSTOOD)('a person who says "%s" is asked by %s from %s', (text, rule, start) => {
  expect(parseCadence(text, NOW, ZONE)).toEqual({ ok: true, cadence: { rule, start } });
});

test.each<[string, object]>([
  ['', { problem: 'not_understood' }],
  ['whenever you like', { problem: 'not_understood' }],
  ['tomorrow', { problem: 'not_understood' }],
  ['at 9:00', { problem: 'not_understood' }],
  ['twice a week', { problem: 'not_understood' }],
  ['every 0 weeks', { problem: 'not_understood' }],
  ['every 900 days', { problem: 'not_understood' }],
  ['every week of the month', { problem: 'not_understood' }],
  ['every year on the 15th', { problem: 'not_understood' }],
  ['monthly on the 45th', { problem: 'not_understood' }],
  ['Friday to', { problem: 'not_understood' }],
  ['yearly on 31 February', { problem: 'never_fires' }],
  ['every 30th of February at 9', { problem: 'never_fires' }],
  ['weekly on Monday at 25:00', { problem: 'bad_time', detail: '25:00' }],
  ['weekly on Monday at 24:00', { problem: 'bad_time', detail: '24:00' }],
  ['daily at 9:75', { problem: 'bad_time', detail: '9:75' }],
  ['daily at 9:5', { problem: 'bad_time', detail: '9:5' }],
  ['daily at 14pm', { problem: 'bad_time', detail: '14pm' }],
  ['Monday 30', { problem: 'bad_time', detail: '30' }],
  ['every hour', { problem: 'too_often' }],
  ['every 30 minutes', { problem: 'too_often' }],
  ['twice a day', { problem: 'too_often' }],
  ['daily at 9:00 and 15:00', { problem: 'too_often' }],
  ['daily at 9 and 15', { problem: 'too_often' }],
])('a person who says "%s" is told what is wrong', (text, refusal) => {
  expect(parseCadence(text, NOW, ZONE)).toEqual({ ok: false, ...refusal });
});

test('"today" is the day where the person is', () => {
  const lateSundayInNewYork = new Date('2027-03-15T03:00:00Z');
  const start = (zone: string): string => {
    const parsed = parseCadence('daily', lateSundayInNewYork, zone);
    return parsed.ok ? parsed.cadence.start : parsed.problem;
  };
  expect(start('America/New_York')).toBe('2027-03-14T09:00');
  expect(start('Asia/Kathmandu')).toBe('2027-03-15T09:00');
});
