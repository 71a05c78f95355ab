import { startingFrom } from '../../src/domain/cadence';
import { describeCadence, rulesOf, type Recurrence } from '../../src/domain/cadence-describe';
import { MONDAY_TO_FRIDAY } from '../../src/domain/weekday';

/** A Monday. */
const START = '2027-03-15T09:00';
const WORKING_WEEK = MONDAY_TO_FRIDAY.join(',');

const SAID_SO: readonly (readonly [string, Recurrence])[] = [
  ['FREQ=DAILY', { every: 'day', interval: 1 }],
  ['FREQ=DAILY;INTERVAL=10', { every: 'day', interval: 10 }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { every: 'week', interval: 2, weekdays: ['MO'] }],
  ['FREQ=WEEKLY;BYDAY=MO,FR', { every: 'week', interval: 1, weekdays: ['MO', 'FR'] }],
  ['FREQ=MONTHLY;BYMONTHDAY=15', { every: 'month', interval: 1, days: [{ kind: 'date', date: 15 }] }],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', { every: 'month', interval: 1, days: [{ kind: 'date', date: -1 }] }],
  [
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    { every: 'month', interval: 1, days: [{ kind: 'date', date: 30 }] },
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    {
      every: 'month',
      interval: 1,
      days: [
        { kind: 'date', date: 1 },
        { kind: 'date', date: 15 },
      ],
    },
  ],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU,-1FR',
    {
      every: 'month',
      interval: 3,
      days: [
        { kind: 'weekday', nth: 1, weekday: 'TU' },
        { kind: 'weekday', nth: -1, weekday: 'FR' },
      ],
    },
  ],
  [
    `FREQ=MONTHLY;BYDAY=${WORKING_WEEK};BYSETPOS=-1`,
    { every: 'month', interval: 1, days: [{ kind: 'working_day', nth: -1 }] },
  ],
  [
    'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=-1FR',
    { every: 'quarter', day: { kind: 'weekday', nth: -1, weekday: 'FR' } },
  ],
  ['FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1', { every: 'quarter', day: { kind: 'date', date: 1 } }],
  [
    'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=3',
    { every: 'year', interval: 1, months: [6], days: [{ kind: 'date', date: 3 }] },
  ],
];

test.each(SAID_SO)(
  '%s is described by the choices a person made, and written from them',
  (rule, recurrence) => {
    expect(describeCadence({ rule, start: START })).toEqual({ recurrences: [recurrence], time: '09:00' });
    expect(rulesOf(recurrence)).toEqual([rule]);
  },
);

test.each<[string, Recurrence]>([
  ['FREQ=WEEKLY', { every: 'week', interval: 1, weekdays: ['MO'] }],
  ['FREQ=WEEKLY;WKST=MO;BYDAY=FR,MO', { every: 'week', interval: 1, weekdays: ['MO', 'FR'] }],
  ['FREQ=MONTHLY', { every: 'month', interval: 1, days: [{ kind: 'date', date: 15 }] }],
])('%s is described by what its start says', (rule, recurrence) => {
  expect(describeCadence({ rule, start: START }).recurrences).toEqual([recurrence]);
});

test.each([
  'FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYMONTHDAY=1,31',
  'FREQ=MONTHLY;BYMONTHDAY=-2',
  'FREQ=MONTHLY;BYMONTHDAY=29,30;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1',
  'FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTH=3,6,9,12;INTERVAL=2;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=-1FR,-1MO',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=MO',
  'FREQ=DAILY;COUNT=5',
  'FREQ=YEARLY;BYMONTHDAY=3',
  'FREQ=HOURLY',
])('%s is a rule that no choice makes', (rule) => {
  expect(describeCadence({ rule, start: START }).recurrences).toEqual([{ every: 'other' }]);
});

test('a rule with a time of its own is described with that time', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=7;BYMINUTE=5';
  expect(describeCadence({ rule, start: START })).toEqual({
    recurrences: [{ every: 'other' }],
    time: '07:05',
  });
});

test('several rules are described one by one', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=MO\nFREQ=WEEKLY;INTERVAL=2;BYDAY=FR';
  expect(describeCadence({ rule, start: START }).recurrences).toEqual([
    { every: 'week', interval: 1, weekdays: ['MO'] },
    { every: 'week', interval: 2, weekdays: ['FR'] },
  ]);
});

test('days that need rules of their own make several rules', () => {
  const days = [
    { kind: 'date', date: 1 },
    { kind: 'date', date: 31 },
    { kind: 'weekday', nth: 2, weekday: 'TU' },
    { kind: 'working_day', nth: -1 },
  ] as const;
  expect(rulesOf({ every: 'month', interval: 1, days })).toEqual([
    'FREQ=MONTHLY;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=2TU',
    `FREQ=MONTHLY;BYDAY=${WORKING_WEEK};BYSETPOS=-1`,
  ]);
});

test('a rhythm counts from the first day that fits', () => {
  const start = (rule: string) => startingFrom(rule, '14:30', '2027-03-15')?.start;
  expect(start('FREQ=WEEKLY;INTERVAL=2;BYDAY=WE')).toBe('2027-03-17T14:30');
  expect(start(`FREQ=MONTHLY;BYDAY=${WORKING_WEEK};BYSETPOS=-1`)).toBe('2027-03-31T14:30');
  expect(start('FREQ=MONTHLY;BYMONTHDAY=1\nFREQ=WEEKLY;BYDAY=FR')).toBe('2027-03-19T14:30');
  expect(start('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31')).toBeUndefined();
});

test('what is no rule can be neither described nor built', () => {
  expect(() => describeCadence({ rule: 'weekly', start: START })).toThrow(RangeError);
  expect(() => describeCadence({ rule: 'FREQ=DAILY\nweekly', start: START })).toThrow(RangeError);
  expect(() => rulesOf({ every: 'other' })).toThrow(RangeError);
  expect(() => startingFrom('FREQ=WEEKLY;BYDAY=', '09:00', '2027-03-15')).toThrow(RangeError);
});
