import {
  intervalOf,
  isMoreThanDaily,
  readRule,
  withInterval,
  writeRule,
} from '../../src/domain/recurrence-rule';

const parts = (rule: string) => {
  const read = readRule(rule);
  if (!read) throw new Error(`${rule} is no rule`);
  return read;
};

describe('a rule is read', () => {
  test.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU;WKST=SU',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYDAY=+1MO,53TU',
    'FREQ=MONTHLY;BYMONTHDAY=1,15,-1,31',
    'FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=9',
    'FREQ=YEARLY;BYYEARDAY=1,99,100,366,-366',
    'FREQ=YEARLY;BYWEEKNO=1,49,53',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1,366',
    'FREQ=DAILY;COUNT=1;BYHOUR=0,9,19,23;BYMINUTE=0,9,59;BYSECOND=0,59',
    'FREQ=DAILY;UNTIL=20271231',
    'FREQ=DAILY;UNTIL=20271231T235959Z',
    'FREQ=DAILY;INTERVAL=99999',
  ])('%s', (rule) => {
    expect(writeRule(parts(rule))).toBe(rule);
  });

  test.each([
    '',
    'DAILY',
    'FREQ',
    'FREQ=',
    'FREQ=OFTEN',
    'XFREQ=DAILY',
    'FREQ=DAILYX',
    'BYDAY=MO',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY=1',
    'FREQ=DAILY;',
    'FREQ=DAILY;COLOUR=RED',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=01',
    'FREQ=DAILY;INTERVAL=100000',
    'FREQ=DAILY;INTERVAL=2x',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=1000000',
    'FREQ=DAILY;COUNT=x1',
    'FREQ=DAILY;COUNT=1x',
    'FREQ=DAILY;UNTIL=2027123',
    'FREQ=DAILY;UNTIL=202712310',
    'FREQ=DAILY;UNTIL=x20271231',
    'FREQ=DAILY;UNTIL=20271231T235959',
    'FREQ=DAILY;UNTIL=20271231T2359Z',
    'FREQ=DAILY;BYHOUR=24',
    'FREQ=DAILY;BYHOUR=9,',
    'FREQ=DAILY;BYHOUR=,9',
    'FREQ=DAILY;BYMINUTE=60',
    'FREQ=DAILY;BYSECOND=60',
    'FREQ=WEEKLY;BYDAY=MONDAY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYDAY=54MO',
    'FREQ=MONTHLY;BYDAY=0MO',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=YEARLY;BYMONTH=0',
    'FREQ=YEARLY;BYYEARDAY=367',
    'FREQ=YEARLY;BYWEEKNO=54',
    'FREQ=MONTHLY;BYSETPOS=367',
    'FREQ=WEEKLY;WKST=XX',
    'FREQ=WEEKLY;WKST=MOX',
    'FREQ=WEEKLY;WKST=XMO',
  ])('%j is refused', (rule) => {
    expect(readRule(rule)).toBeNull();
  });
});

describe('an interval', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=MO', 1, 2, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 2, 4, 'FREQ=WEEKLY;INTERVAL=4;BYDAY=MO'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 2, 1, 'FREQ=WEEKLY;BYDAY=MO'],
    ['BYDAY=MO;FREQ=WEEKLY', 1, 2, 'BYDAY=MO;FREQ=WEEKLY;INTERVAL=2'],
  ])('of %s is %i; with %i it is %s', (rule, interval, other, changed) => {
    expect(intervalOf(parts(rule))).toBe(interval);
    expect(writeRule(withInterval(parts(rule), other))).toBe(changed);
  });
});

describe('more than once a day', () => {
  test.each([
    ['FREQ=DAILY', false],
    ['FREQ=WEEKLY;BYDAY=MO,TU', false],
    ['FREQ=DAILY;BYHOUR=9;BYMINUTE=30;BYSECOND=0', false],
    ['FREQ=HOURLY', true],
    ['FREQ=MINUTELY', true],
    ['FREQ=SECONDLY', true],
    ['FREQ=DAILY;BYHOUR=9,17', true],
    ['FREQ=DAILY;BYMINUTE=0,30', true],
    ['FREQ=DAILY;BYSECOND=0,30', true],
  ])('%s: %s', (rule, is) => {
    expect(isMoreThanDaily(parts(rule))).toBe(is);
  });
});
