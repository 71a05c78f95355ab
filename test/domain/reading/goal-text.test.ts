import { parseTargetDate, splitGoalText } from '../../../src/domain/reading/goal-text';

/** A Wednesday, 10:00 in New York. */
const NOW = new Date('2027-03-10T15:00:00Z');
const ZONE = 'America/New_York';
const SPEAKER = { now: NOW, zone: ZONE };

test.each([
  ['by next June', '2027-06-30'],
  ['next June', '2027-06-30'],
  ['June', '2027-06-30'],
  ['in March', '2027-03-31'],
  ['next March', '2028-03-31'],
  ['February', '2028-02-29'],
  ['june 2028', '2028-06-30'],
  ['June next year', '2028-06-30'],
  ['2027-09', '2027-09-30'],
  ['by 2027-06-30', '2027-06-30'],
  ['30 June', '2027-06-30'],
  ['30 June.', '2027-06-30'],
  ['June 30th, 2028', '2028-06-30'],
  ['6/30/2027', '2027-06-30'],
  ['30/06/2027', '2027-06-30'],
  ['1 March', '2028-03-01'],
  ['the 15th', '2027-03-15'],
  ['the 9th', '2027-04-09'],
  ['the end of June', '2027-06-30'],
  ['mid June', '2027-06-15'],
  ['the beginning of May', '2027-05-01'],
  ['end of the month', '2027-03-31'],
  ['end of next year', '2028-12-31'],
  ['the end of the year', '2027-12-31'],
  ['next year', '2028-12-31'],
  ['2028', '2028-12-31'],
  ['Q3 2027', '2027-09-30'],
  ['2027-Q3', '2027-09-30'],
  ['Q1', '2027-03-31'],
  ['the end of Q2', '2027-06-30'],
  ['the last quarter', '2027-12-31'],
  ['next quarter', '2027-06-30'],
  ['in 6 months', '2027-09-10'],
  ['two years from now', '2029-03-10'],
  ['within 12 weeks', '2027-06-02'],
  ['next week', '2027-03-21'],
  ['end of the week', '2027-03-14'],
  ['next weekend', '2027-03-21'],
  ['Friday', '2027-03-12'],
  ['Wednesday', '2027-03-17'],
  ['this Wednesday', '2027-03-10'],
  ['today', '2027-03-10'],
  ['tomorrow', '2027-03-11'],
  ['before June', '2027-05-31'],
  ['before 30 June', '2027-06-30'],
  ['until 5 May', '2027-05-05'],
  ['BY  NEXT   JUNE!', '2027-06-30'],
])('a person who says "%s" has until %s', (text, date) => {
  expect(parseTargetDate(text, SPEAKER)).toEqual({ ok: true, date });
});

test.each([
  '',
  'blursday',
  'soon',
  '31 February',
  '31 June',
  'doing',
  'noon',
  '0th',
  '32nd',
  'between 1 and 5 May',
  'June or so',
])('"%s" is no date', (text) => {
  expect(parseTargetDate(text, SPEAKER)).toEqual({ ok: false, problem: 'not_understood' });
});

test.each([
  ['1 January 2020', '2020-01-01'],
  ['yesterday', '2027-03-09'],
  ['last week', '2027-03-07'],
  ['2019', '2019-12-31'],
  ['before March', '2027-02-28'],
])('"%s" is over, and the person is told so', (text, date) => {
  expect(parseTargetDate(text, SPEAKER)).toEqual({ ok: false, problem: 'in_the_past', date });
});

test('"tomorrow" is tomorrow where the person is', () => {
  const lateInNewYork = new Date('2027-06-01T03:30:00Z');
  expect(parseTargetDate('tomorrow', { now: lateInNewYork, zone: 'America/New_York' })).toEqual({
    ok: true,
    date: '2027-06-01',
  });
  expect(parseTargetDate('tomorrow', { now: lateInNewYork, zone: 'Pacific/Auckland' })).toEqual({
    ok: true,
    date: '2027-06-02',
  });
});

test.each([
  ['Become certified by next June', { title: 'Become certified', targetDate: '2027-06-30' }],
  ['Become certified, by the end of next year.', { title: 'Become certified', targetDate: '2028-12-31' }],
  ['Present at a meeting before June', { title: 'Present at a meeting', targetDate: '2027-05-31' }],
  ['Learn by doing by Q3 2027', { title: 'Learn by doing', targetDate: '2027-09-30' }],
  ['Read a book a month until 2028-01-31', { title: 'Read a book a month', targetDate: '2028-01-31' }],
  ['Ship it (by June)', { title: 'Ship it', targetDate: '2027-06-30' }],
  ['by next June', { title: '', targetDate: '2027-06-30' }],
  ['Become certified', { title: 'Become certified' }],
  [
    'Become certified by May be honest',
    { title: 'Become certified by May be honest', problem: 'not_understood', heard: 'May be honest' },
  ],
  [
    'Become certified by blursday',
    { title: 'Become certified by blursday', problem: 'not_understood', heard: 'blursday' },
  ],
  ['Stand by me', { title: 'Stand by me', problem: 'not_understood', heard: 'me' }],
  [
    'Improve my talks by asking people for feedback',
    { title: 'Improve my talks by asking people for feedback' },
  ],
  [
    'Become certified by 1 January 2020',
    { title: 'Become certified', problem: 'in_the_past', heard: '1 January 2020' },
  ],
  ['Standby duty in June', { title: 'Standby duty in June' }],
])('the goal "%s" is heard as %j', (text, heard) => {
  expect(splitGoalText(text, SPEAKER)).toEqual(heard);
});
