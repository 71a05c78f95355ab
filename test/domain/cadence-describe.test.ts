import { buildCadence, describeCadence, type CadenceDescription } from '../../src/domain/cadence-describe';

/** A Monday. */
const START = '2027-03-15T09:00';
const time = '09:00';

test.each<[string, CadenceDescription]>([
  ['FREQ=DAILY', { every: 'day', interval: 1, time }],
  ['FREQ=DAILY;INTERVAL=10', { every: 'day', interval: 10, time }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { every: 'week', interval: 2, weekdays: ['MO'], time }],
  ['FREQ=WEEKLY;BYDAY=FR,MO', { every: 'week', interval: 1, weekdays: ['MO', 'FR'], time }],
  ['FREQ=WEEKLY', { every: 'week', interval: 1, weekdays: ['MO'], time }],
  ['FREQ=WEEKLY;WKST=MO;BYDAY=MO', { every: 'week', interval: 1, weekdays: ['MO'], time }],
  ['FREQ=MONTHLY;BYMONTHDAY=15', { every: 'month', interval: 1, day: { kind: 'date', date: 15 }, time }],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', { every: 'month', interval: 1, day: { kind: 'date', date: -1 }, time }],
  ['FREQ=MONTHLY', { every: 'month', interval: 1, day: { kind: 'date', date: 15 }, time }],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU',
    { every: 'month', interval: 3, day: { kind: 'weekday', nth: 1, weekday: 'TU' }, time },
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR',
    { every: 'month', interval: 1, day: { kind: 'weekday', nth: -1, weekday: 'FR' }, time },
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    { every: 'month', interval: 1, day: { kind: 'last_working_day' }, time },
  ],
  ...[
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=MO',
    'FREQ=DAILY;COUNT=5',
    'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=3',
  ].map((rule): [string, CadenceDescription] => [rule, { every: 'other', rule, time }]),
])('%s is described by the choices a person made', (rule, description) => {
  expect(describeCadence({ rule, start: START })).toEqual(description);
});

test('a rule with a time of its own is described with that time', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=7;BYMINUTE=5';
  expect(describeCadence({ rule, start: START })).toEqual({ every: 'other', rule, time: '07:05' });
});

test('choices of a form count from the first day that fits', () => {
  expect(buildCadence({ every: 'week', interval: 2, weekdays: ['WE'], time: '14:30' }, '2027-03-15')).toEqual(
    {
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
      start: '2027-03-17T14:30',
    },
  );
  expect(
    buildCadence(
      { every: 'month', interval: 1, day: { kind: 'last_working_day' }, time: '16:00' },
      '2027-03-15',
    ),
  ).toEqual({ rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', start: '2027-03-31T16:00' });
});

test('choices that never come true make no cadence', () => {
  const rule = 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31';
  expect(buildCadence({ every: 'other', rule, time }, '2027-03-15')).toBeNull();
});

test('what is no rule can be neither described nor built', () => {
  expect(() => describeCadence({ rule: 'weekly', start: START })).toThrow(RangeError);
  expect(() => buildCadence({ every: 'week', interval: 1, weekdays: [], time }, '2027-03-15')).toThrow(
    RangeError,
  );
});
