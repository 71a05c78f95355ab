import { parseTargetDate } from '../../../src/domain/reading/goal-text';
import { halfOf } from '../../../src/domain/reading/half';

const MARCH = new Date('2027-03-10T15:00:00Z');
const JANUARY = new Date('2027-01-10T15:00:00Z');

describe('a season is that of the half of the globe that its speaker lives in', () => {
  it.each([
    ['America/New_York', MARCH, 'by summer', '2027-08-31'],
    ['America/New_York', MARCH, 'the end of spring', '2027-05-31'],
    ['America/New_York', MARCH, 'next winter', '2028-02-29'],
    ['Europe/Oslo', JANUARY, 'this winter', '2027-02-28'],
    ['Australia/Sydney', MARCH, 'by summer', '2028-02-29'],
    ['Australia/Sydney', JANUARY, 'by summer', '2027-02-28'],
    ['America/Sao_Paulo', MARCH, 'the end of spring', '2027-11-30'],
    ['America/Argentina/Salta', MARCH, 'by winter 2028', '2028-08-31'],
    ['Africa/Johannesburg', MARCH, 'before spring', '2027-08-31'],
    ['Pacific/Auckland', MARCH, 'by autumn', '2027-05-31'],
  ])('in %s on %s %j is %s', (zone, now, text, date) => {
    expect(parseTargetDate(text, { now, zone })).toEqual({ ok: true, date });
  });

  it.each(['Asia/Singapore', 'Africa/Nairobi', 'America/Bogota'])(
    'in %s, near the equator, it is refused, and a month is not',
    (zone) => {
      const speaker = { now: MARCH, zone };
      expect(parseTargetDate('by summer', speaker)).toEqual({ ok: false, problem: 'not_understood' });
      expect(parseTargetDate('by June', speaker)).toEqual({ ok: true, date: '2027-06-30' });
    },
  );

  it('every zone that Intl knows lies somewhere, most of them in the north', () => {
    const halves = Intl.supportedValuesOf('timeZone').map(halfOf);
    expect(halves.filter((half) => half === 'north').length).toBeGreaterThan(200);
    expect(halves.filter((half) => half === 'south').length).toBeGreaterThan(70);
    expect(halves.filter((half) => half === null).length).toBeGreaterThan(60);
  });
});
