import { holidayOn, holidayPlaces, holidayRegions, suggestPlace } from '../../src/domain/holidays';

test.each([
  ['US', '2027-07-04', 'Independence Day'],
  ['US', '2027-11-25', 'Thanksgiving Day'],
  ['GB', '2027-12-25', 'Christmas Day'],
  ['JP', '2027-01-01', "New Year's Day"],
  ['NZ', '2027-02-06', 'Waitangi Day'],
])('in %s %s is %s', (country, date, name) => {
  expect(holidayOn({ country }, date)).toBe(name);
});

test('a holiday of a region is none in the rest of the country', () => {
  expect(holidayOn({ country: 'DE', region: 'BY' }, '2027-01-06')).toBe('Epiphany');
  expect(holidayOn({ country: 'DE' }, '2027-01-06')).toBeNull();
});

test('a feast of several days is a holiday on each of them', () => {
  const days = ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12'];
  expect(days.map((date) => holidayOn({ country: 'AE' }, date) !== null)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('a feast that runs over New Year is a holiday on both sides', () => {
  // Incwala in Eswatini: six days from 28 December.
  expect(holidayOn({ country: 'SZ' }, '2027-12-31')).toBe('Incwala Festival');
  expect(holidayOn({ country: 'SZ' }, '2028-01-02')).toBe('Incwala Festival');
  expect(holidayOn({ country: 'SZ' }, '2028-01-03')).toBeNull();
});

test('Easter Sunday, an hour short, is one day', () => {
  expect(holidayOn({ country: 'CH' }, '2027-03-28')).not.toBeNull();
  expect(holidayOn({ country: 'NL' }, '2027-03-30')).toBeNull();
});

test('a holiday that begins at noon leaves a day to work on', () => {
  expect(holidayOn({ country: 'CN' }, '2027-03-08')).toBeNull();
});

test('a place nobody knows has no holidays', () => {
  expect(holidayOn({ country: 'XX' }, '2027-12-25')).toBeNull();
  expect(holidayOn({ country: 'US', region: 'nowhere' }, '2027-12-25')).toBe('Christmas Day');
});

test('a person picks from countries and regions by name', () => {
  expect(holidayPlaces()).toContainEqual({ code: 'NZ', name: 'New Zealand' });
  expect(holidayPlaces().length).toBeGreaterThan(200);
  expect(holidayRegions('US')).toContainEqual({ code: 'NY', name: 'New York' });
  expect(holidayRegions('XX')).toEqual([]);
});

test.each([
  ['America/New_York', 'US'],
  ['Europe/London', 'GB'],
  ['Europe/Zurich', 'CH'],
  ['Asia/Kolkata', 'IN'],
  ['Asia/Calcutta', 'IN'],
  ['Pacific/Chatham', 'NZ'],
  ['Africa/Lagos', 'NG'],
])('a person in %s is offered the holidays of %s', (zone, country) => {
  expect(suggestPlace(zone)).toEqual({ country });
});

test('a person in UTC, or where no holidays are known, is offered none', () => {
  expect(suggestPlace('UTC')).toBeNull();
  expect(suggestPlace('Asia/Kathmandu')).toBeNull();
});
