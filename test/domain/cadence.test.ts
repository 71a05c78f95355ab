import { checkCadence, dueBetween, halveCadence, nextDue, type Cadence } from '../../src/domain/cadence';
import { isZone } from '../../src/domain/local-time';

const NEW_YORK = 'America/New_York';

function localDues(cadence: Cadence, zone: string, from: string, to: string): string[] {
  return [...dueBetween(cadence, zone, new Date(from), new Date(to))].map(({ local }) =>
    local.replace(/\[.*/, ''),
  );
}

function daily(time: string): Cadence {
  return { rule: 'FREQ=DAILY', start: `2005-01-01T${time}` };
}

describe('when the clocks change', () => {
  test('a person in New York due at 2:30 is asked at 3:00, when the gap ends', () => {
    const sundays = { rule: 'FREQ=WEEKLY;BYDAY=SU', start: '2025-01-05T02:30' };
    const [first, second] = dueBetween(
      sundays,
      NEW_YORK,
      new Date('2027-03-10T00:00Z'),
      new Date('2027-03-25T00:00Z'),
    );
    expect(first).toEqual({
      due: new Date('2027-03-14T07:00:00Z'),
      local: '2027-03-14T03:00:00-04:00[America/New_York]',
      shifted: true,
      clockChange: true,
    });
    expect(second).toMatchObject({
      local: '2027-03-21T02:30:00-04:00[America/New_York]',
      shifted: false,
      clockChange: false,
    });
  });

  test('a person in New York due at 1:30 is asked once, the first time it is 1:30', () => {
    expect(localDues(daily('01:30'), NEW_YORK, '2027-11-06T12:00Z', '2027-11-08T12:00Z')).toEqual([
      '2027-11-07T01:30:00-04:00',
      '2027-11-08T01:30:00-05:00',
    ]);
  });

  test('a person in New York due at 9:00 is asked at 9:00 on both sides of a change', () => {
    const [spring] = dueBetween(
      daily('09:00'),
      NEW_YORK,
      new Date('2027-03-14T00:00Z'),
      new Date('2027-03-15T00:00Z'),
    );
    expect(spring).toMatchObject({
      due: new Date('2027-03-14T13:00:00Z'),
      shifted: false,
      clockChange: true,
    });
    expect(nextDue(daily('09:00'), NEW_YORK, new Date('2027-03-13T00:00Z'))).toEqual(
      new Date('2027-03-13T14:00:00Z'),
    );
  });

  test('a person in London due at 1:30 is asked at 2:00', () => {
    expect(localDues(daily('01:30'), 'Europe/London', '2027-03-28T00:00Z', '2027-03-29T00:00Z')).toEqual([
      '2027-03-28T02:00:00+01:00',
    ]);
  });

  test('on Lord Howe Island the gap and the repeated time are half an hour', () => {
    const spring = localDues(daily('02:15'), 'Australia/Lord_Howe', '2027-10-02T12:00Z', '2027-10-03T12:00Z');
    const autumn = localDues(daily('01:45'), 'Australia/Lord_Howe', '2027-04-03T12:00Z', '2027-04-04T12:00Z');
    expect(spring).toEqual(['2027-10-03T02:30:00+11:00']);
    expect(autumn).toEqual(['2027-04-04T01:45:00+11:00']);
  });

  test('Kathmandu and Chatham keep their quarter hours', () => {
    expect(nextDue(daily('09:00'), 'Asia/Kathmandu', new Date('2027-03-14T00:00Z'))).toEqual(
      new Date('2027-03-14T03:15Z'),
    );
    expect(localDues(daily('03:00'), 'Pacific/Chatham', '2027-09-25T00:00Z', '2027-09-26T00:00Z')).toEqual([
      '2027-09-26T03:45:00+13:45',
    ]);
  });

  test('where Saturday ends an hour early, Saturday is asked in its last minute and Sunday once', () => {
    expect(localDues(daily('23:30'), 'America/Nuuk', '2026-03-28T12:00Z', '2026-03-30T12:00Z')).toEqual([
      '2026-03-28T22:59:00-02:00',
      '2026-03-29T23:30:00-01:00',
    ]);
  });

  test('a date that Samoa never had is left out', () => {
    expect(localDues(daily('09:00'), 'Pacific/Apia', '2011-12-29T12:00Z', '2011-12-31T12:00Z')).toEqual([
      '2011-12-29T09:00:00-10:00',
      '2011-12-31T09:00:00+14:00',
    ]);
  });
});

describe('the next due time', () => {
  test('is strictly after the given one', () => {
    const due = new Date('2027-03-15T13:00:00Z');
    expect(nextDue(daily('09:00'), NEW_YORK, new Date(due.getTime() - 1))).toEqual(due);
    expect(nextDue(daily('09:00'), NEW_YORK, due)).toEqual(new Date('2027-03-16T13:00:00Z'));
  });

  test('of a time that ran twice is not found again in the second run', () => {
    const secondQuarterPastOne = new Date('2027-11-07T06:15:00Z');
    expect(nextDue(daily('01:30'), NEW_YORK, secondQuarterPastOne)).toEqual(new Date('2027-11-08T06:30:00Z'));
  });

  test('follows the person who moves', () => {
    const after = new Date('2027-06-01T00:00Z');
    expect(nextDue(daily('09:00'), NEW_YORK, after)).toEqual(new Date('2027-06-01T13:00:00Z'));
    expect(nextDue(daily('09:00'), 'Asia/Tokyo', after)).toEqual(new Date('2027-06-02T00:00:00Z'));
  });

  test('of every other Monday keeps to the weeks it began with, years on', () => {
    const fortnightly = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: '2017-01-02T09:00' };
    const due = nextDue(fortnightly, 'Europe/Berlin', new Date('2027-06-01T00:00Z'));
    expect(due).not.toBeNull();
    const weeks =
      (Date.parse(`${due?.toISOString().slice(0, 10)}`) - Date.parse('2017-01-02')) / (7 * 86_400_000);
    expect(weeks % 2).toBe(0);
  });

  test('is never before the start', () => {
    const later = { rule: 'FREQ=DAILY', start: '2030-01-01T09:00' };
    expect(nextDue(later, 'UTC', new Date('2027-01-01T00:00Z'))).toEqual(new Date('2030-01-01T09:00Z'));
  });

  test('of the last working day is a Friday when the month ends on a weekend', () => {
    const lastWorkingDay = {
      rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      start: '2027-01-01T16:00',
    };
    expect(localDues(lastWorkingDay, 'UTC', '2027-01-01T00:00Z', '2027-06-01T00:00Z')).toEqual([
      '2027-01-29T16:00:00+00:00',
      '2027-02-26T16:00:00+00:00',
      '2027-03-31T16:00:00+00:00',
      '2027-04-30T16:00:00+00:00',
      '2027-05-31T16:00:00+00:00',
    ]);
  });

  test('of the 31st skips the short months', () => {
    const cadence = { rule: 'FREQ=MONTHLY;BYMONTHDAY=31', start: '2027-01-31T09:00' };
    expect(
      localDues(cadence, 'UTC', '2027-01-01T00:00Z', '2027-06-01T00:00Z').map((local) => local.slice(5, 10)),
    ).toEqual(['01-31', '03-31', '05-31']);
  });

  test('is null when the rule has run out, on its last local day', () => {
    const ending = { rule: 'FREQ=DAILY;UNTIL=20270103', start: '2027-01-01T23:30' };
    const last = new Date('2027-01-04T04:30:00Z');
    expect(nextDue(ending, NEW_YORK, new Date('2027-01-03T12:00Z'))).toEqual(last);
    expect(nextDue(ending, NEW_YORK, last)).toBeNull();
  });
});

describe('a cadence is refused', () => {
  const now = new Date('2027-01-01T00:00Z');

  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'never_fires'],
    ['FREQ=DAILY;UNTIL=20260101', 'never_fires'],
    ['FREQ=HOURLY;INTERVAL=2', 'too_often'],
    ['FREQ=DAILY;BYHOUR=9,15', 'too_often'],
    ['FREQ=MONTHLY;BYMONTHDAY=40', 'bad_rule'],
    ['FREQ=DAILY;UNTIL=20270230', 'bad_rule'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'bad_rule'],
    ['FREQ=DAILY;INTERVAL=0', 'bad_rule'],
    ['DTSTART:20270101T090000Z', 'bad_rule'],
    ['every Monday', 'bad_rule'],
    ['', 'bad_rule'],
  ])('%s: %s', (rule, problem) => {
    expect(checkCadence({ rule, start: '2025-01-01T09:00' }, NEW_YORK, now)).toBe(problem);
  });

  test.each([
    '2025-02-30T09:00',
    '2025-01-01T24:00',
    '2025-01-01T25:00',
    '2025-01-01',
    '2025-01-01T09:00Z',
    '',
  ])('with a start of "%s"', (start) => {
    expect(checkCadence({ rule: 'FREQ=DAILY', start }, NEW_YORK, now)).toBe('bad_rule');
  });

  test('and a good one is not', () => {
    expect(checkCadence(daily('09:00'), NEW_YORK, now)).toBeNull();
  });
});

test.each([
  ['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=2'],
  ['FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1'],
])('%s at half the pace is %s', (rule, halved) => {
  expect(halveCadence({ rule, start: '2027-01-04T09:00' })).toEqual({
    rule: halved,
    start: '2027-01-04T09:00',
  });
});

test.each(['America/New_York', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC', 'Asia/Kathmandu'])(
  '%s is a zone',
  (name) => {
    expect(isZone(name)).toBe(true);
  },
);

test.each(['', 'Nowhere/City', '+05:00', '-0800', 'New York', 'GMT+5', 'toString'])(
  '"%s" is no zone',
  (name) => {
    expect(isZone(name)).toBe(false);
  },
);
