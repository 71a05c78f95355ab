import { parseAbsences } from '../../../src/domain/reading/absence';
import type { Speaker } from '../../../src/domain/reading/speaker';
import { writings } from './writings';

/** A Wednesday. */
const NOW = new Date('2027-05-12T14:00:00Z');
const SPEAKER = { now: NOW, zone: 'America/New_York' };

test.each([
  ['from 3 July to 14 July', '2027-07-03', '2027-07-14'],
  ['from July 3 to July 14', '2027-07-03', '2027-07-14'],
  ['3–14 July', '2027-07-03', '2027-07-14'],
  ['3 - 14 July', '2027-07-03', '2027-07-14'],
  ['3rd to 14th July', '2027-07-03', '2027-07-14'],
  ['July 3-14', '2027-07-03', '2027-07-14'],
  ['July 3-14, 2028', '2028-07-03', '2028-07-14'],
  ['3 July to 14 July 2028', '2028-07-03', '2028-07-14'],
  ['between 28 June and 2 July', '2027-06-28', '2027-07-02'],
  ['2027-07-01/2027-07-14', '2027-07-01', '2027-07-14'],
  ['2027-07-01 - 2027-07-14', '2027-07-01', '2027-07-14'],
  ['2027-07-01 to 2027-07-14', '2027-07-01', '2027-07-14'],
  ['2027-07-01', '2027-07-01', '2027-07-01'],
  ['7/1 to 7/14', '2027-07-01', '2027-07-14'],
  ['20 December to 5 January', '2027-12-20', '2028-01-05'],
  ['20 December to 5 January 2028', '2027-12-20', '2028-01-05'],
  ['20 December 2027 to 5 January 2028', '2027-12-20', '2028-01-05'],
  ['1 June 2027 to 31 May 2028', '2027-06-01', '2028-05-31'],
  ['from 10 May to 20 May', '2027-05-10', '2027-05-20'],
  ['Monday to Friday', '2027-05-17', '2027-05-21'],
  ['tomorrow to Friday', '2027-05-13', '2027-05-14'],
  ['until 5 June', '2027-05-12', '2027-06-05'],
  ['until Friday', '2027-05-12', '2027-05-14'],
  ['tomorrow', '2027-05-13', '2027-05-13'],
  ['today', '2027-05-12', '2027-05-12'],
  ['next week', '2027-05-17', '2027-05-23'],
  ['July', '2027-07-01', '2027-07-31'],
  ['in July', '2027-07-01', '2027-07-31'],
  ['for two weeks', '2027-05-12', '2027-05-25'],
  ['for 3 days from Monday', '2027-05-17', '2027-05-19'],
  ['for a month starting on 1 June', '2027-06-01', '2027-06-30'],
  ["I'm away from 3 July to 14 July.", '2027-07-03', '2027-07-14'],
  ['on vacation next week', '2027-05-17', '2027-05-23'],
  ['Out of office: 3–14 July', '2027-07-03', '2027-07-14'],
])('a person who says "%s" is away from %s to %s', (text, from, to) => {
  expect(parseAbsences(text, SPEAKER)).toEqual({ ok: true, absences: [{ from, to }] });
});

test.each([
  ['', 'not_understood'],
  ['a while', 'not_understood'],
  ['from blursday to Friday', 'not_understood'],
  ['until blursday', 'not_understood'],
  ['for 3 days from blursday', 'not_understood'],
  ['from 14 July to 3 July', 'ends_before_it_begins'],
  ['2027-07-14/2027-07-01', 'ends_before_it_begins'],
  ['from 1 May 2027 to 5 May 2027', 'in_the_past'],
  ['yesterday', 'in_the_past'],
])('"%s" is refused: %s', (text, problem) => {
  expect(parseAbsences(text, SPEAKER)).toMatchObject({ ok: false, problem });
});

/** Friday 5 February 2027, 11:00 in Chicago. */
const FRIDAY = { now: new Date('2027-02-05T17:00:00Z'), zone: 'America/Chicago' };

function said(text: string, speaker: Speaker = FRIDAY): string {
  const parsed = parseAbsences(text, speaker);
  return parsed.ok ? parsed.absences.map(({ from, to }) => `${from}..${to}`).join(' + ') : parsed.problem;
}

test.each([
  ['2 weeks', '2027-02-05..2027-02-18'],
  ['a week', '2027-02-05..2027-02-11'],
  ['10 days', '2027-02-05..2027-02-14'],
  ['three days', '2027-02-05..2027-02-07'],
  ['next two weeks', '2027-02-05..2027-02-18'],
  ['for the next two weeks', '2027-02-05..2027-02-18'],
  ['10 September until the end of the month', '2027-09-10..2027-09-30'],
  ['15 October to the end of the month', '2027-10-15..2027-10-31'],
  ['1 September until Friday', '2027-09-01..2027-09-03'],
  ['Friday to 20', '2027-02-12..2027-02-20'],
  ['24/12 - 2/1', '2027-12-24..2028-01-02'],
  ['20/2 to 4/3', '2027-02-20..2027-03-04'],
  ['Monday and Wednesday', '2027-02-08..2027-02-08 + 2027-02-10..2027-02-10'],
  ['3 July and 14 July', '2027-07-03..2027-07-03 + 2027-07-14..2027-07-14'],
  ['vacation next week', '2027-02-08..2027-02-14'],
  ['on vacation from 20 Dec to 3 Jan', '2027-12-20..2028-01-03'],
  ['from 1 March for two weeks', '2027-03-01..2027-03-14'],
  ['away from 1 March for two weeks', '2027-03-01..2027-03-14'],
  ['from the 20th to the 25th', '2027-02-20..2027-02-25'],
  ['tomorrow until the 15th', '2027-02-06..2027-02-15'],
  ['26 July - 22 August', '2027-07-26..2027-08-22'],
  ['from 24 December to 2 January', '2027-12-24..2028-01-02'],
  ['July 3rd - 14th', '2027-07-03..2027-07-14'],
  ['off today', '2027-02-05..2027-02-05'],
  ['Mon-Wed', '2027-02-08..2027-02-10'],
  ['20th - 3rd', '2027-02-20..2027-03-03'],
  ['3—14 July', '2027-07-03..2027-07-14'],
  ['until June', '2027-02-05..2027-05-31'],
  ['until next week', '2027-02-05..2027-02-07'],
  ['in August', '2027-08-01..2027-08-31'],
  ['monday to wednesday next week', '2027-02-08..2027-02-10'],
  ['from June to August', '2027-06-01..2027-08-31'],
  ['I am on vacation next week', '2027-02-08..2027-02-14'],
  ['this week', '2027-02-01..2027-02-07'],
  ['3-14 July and 20-25 August', '2027-07-03..2027-07-14 + 2027-08-20..2027-08-25'],
  ['from Friday 5 February 2027 to Thursday 18 February 2027', '2027-02-05..2027-02-18'],
  ['on Friday 12 February 2027', '2027-02-12..2027-02-12'],
  ['2027-07-03 to 14', '2027-07-03..2027-07-14'],
  ['a fortnight from 1 April', '2027-04-01..2027-04-14'],
  ['tomorrow for a week', '2027-02-06..2027-02-12'],
  ['from tomorrow for a week', '2027-02-06..2027-02-12'],
  ['5.3. to 9.3.', '2027-03-05..2027-03-09'],
])('on Friday 5 February, "%s" is %s', (text, absences) => {
  for (const written of writings(text)) expect(said(written)).toBe(absences);
});

test.each([
  ['in 2 weeks', 'not_understood'],
  ['next week and the week after', 'not_understood'],
  ['31 February to 3 March', 'not_understood'],
  ['from 3 July to 2 July', 'ends_before_it_begins'],
  ['all of next week', 'not_understood'],
  ['off', 'not_understood'],
  ['31 February', 'not_understood'],
  ['from 30 to 31 February', 'not_understood'],
  ['3 July to 14 July in Spain', 'not_understood'],
  ['two weeks or so', 'not_understood'],
])('on Friday 5 February, "%s" is refused: %s', (text, problem) => {
  for (const written of writings(text)) expect(said(written)).toBe(problem);
});

test.each([
  ['3 July and perhaps 5 July', '3 july'],
  ['next week and the week after', 'next week'],
  ['blursday', undefined],
])('of "%s" the beginning that is days away is %s', (text, understood) => {
  const parsed = parseAbsences(text, FRIDAY);
  expect(parsed.ok ? null : parsed.understood).toBe(understood);
});

test('a date in numbers is in the order of the person, where both are days', () => {
  expect(said('7/8')).toBe('2027-07-08..2027-07-08');
  expect(said('7/8', { ...FRIDAY, dayFirst: true })).toBe('2027-08-07..2027-08-07');
  expect(said('7.8.')).toBe('2027-08-07..2027-08-07');
  expect(said('1/6 - 20/6')).toBe('2027-06-01..2027-06-20');
});

test('an absence that has begun may be named by its first day', () => {
  const speaker = { now: new Date('2027-07-05T17:00:00Z'), zone: 'America/Chicago' };
  expect(said('3 July to 14 July', speaker)).toBe('2027-07-03..2027-07-14');
  expect(said('June to August', speaker)).toBe('2027-06-01..2027-08-31');
  expect(said('20 December to 3 January', { ...speaker, now: new Date('2028-01-01T17:00:00Z') })).toBe(
    '2027-12-20..2028-01-03',
  );
});
