import { parseMoment, parsePause } from '../../../src/domain/reading/moment';
import { writings } from './writings';

const ZONE = 'America/New_York';
/** A Wednesday, 10:00 in New York. */
const NOW = new Date('2027-05-12T14:00:00Z');
const SPEAKER = { now: NOW, zone: ZONE };

test.each([
  ['later today', '2027-05-12T17:00:00Z'],
  ['later', '2027-05-12T17:00:00Z'],
  ['tomorrow', '2027-05-13T13:00:00Z'],
  ['tomorrow afternoon', '2027-05-13T18:00:00Z'],
  ['tomorrow at 15:30', '2027-05-13T19:30:00Z'],
  ['this evening', '2027-05-12T22:00:00Z'],
  ['next week', '2027-05-17T13:00:00Z'],
  ['next month', '2027-06-01T13:00:00Z'],
  ['Friday', '2027-05-14T13:00:00Z'],
  ['Friday at 2pm', '2027-05-14T18:00:00Z'],
  ['Wednesday', '2027-05-19T13:00:00Z'],
  ['30 May', '2027-05-30T13:00:00Z'],
  ['2027-06-01', '2027-06-01T13:00:00Z'],
  ['in 3 days', '2027-05-15T13:00:00Z'],
  ['in 2 hours', '2027-05-12T16:00:00Z'],
  ['in an hour', '2027-05-12T15:00:00Z'],
  ['in 45 minutes', '2027-05-12T14:45:00Z'],
  ['at 15:00', '2027-05-12T19:00:00Z'],
  ['at 8', '2027-05-13T12:00:00Z'],
])('a person who says "%s" is asked at %s', (text, at) => {
  expect(parseMoment(text, SPEAKER)).toEqual({ ok: true, at: new Date(at) });
});

test.each([
  ['some day', 'not_understood'],
  ['', 'not_understood'],
  ['in 0 minutes', 'in_the_past'],
  ['Friday at 9 and at 10', 'not_understood'],
  ['Friday at 25:00', 'bad_time'],
  ['yesterday', 'in_the_past'],
  ['today at 8:00', 'in_the_past'],
])('"%s" is refused: %s', (text, problem) => {
  expect(parseMoment(text, SPEAKER)).toEqual({ ok: false, problem });
});

test('"later today" said in the evening is the next morning', () => {
  const fourInTheAfternoon = new Date('2027-05-12T20:00:00Z');
  expect(parseMoment('later today', { now: fourInTheAfternoon, zone: ZONE })).toEqual({
    ok: true,
    at: new Date('2027-05-13T13:00:00Z'),
  });
});

test.each([
  ['until June', '2027-06-01'],
  ['until next month', '2027-06-01'],
  ['until next week', '2027-05-17'],
  ['until Monday', '2027-05-17'],
  ['until 5 June', '2027-06-05'],
  ['until the end of June', '2027-07-01'],
  ['until EOY', '2028-01-01'],
  ['until month end', '2027-06-01'],
  ['for two weeks', '2027-05-26'],
  ['a month', '2027-06-12'],
  ['until further notice', null],
])('a person who pauses "%s" is asked again from %s', (text, until) => {
  for (const written of writings(text)) expect(parsePause(written, SPEAKER)).toEqual({ ok: true, until });
});

test.each([
  ['in August', 'is_away'],
  ['tomorrow', 'is_away'],
  ['until monkey', 'not_understood'],
  ['until June or so', 'not_understood'],
  ['until yesterday', 'in_the_past'],
  ['', 'not_understood'],
])('a pause "%s" is refused: %s', (text, problem) => {
  expect(parsePause(text, SPEAKER)).toEqual({ ok: false, problem });
});

test.each([
  ['2h', '2027-05-12T16:00:00Z'],
  ['30 min', '2027-05-12T14:30:00Z'],
  ['in half an hour', '2027-05-12T14:30:00Z'],
  ['in an hour and a half', '2027-05-12T15:30:00Z'],
  ['in twelve hours', '2027-05-13T02:00:00Z'],
  ['tonight', '2027-05-12T22:00:00Z'],
  ['until Friday at noon', '2027-05-14T16:00:00Z'],
])('a person who snoozes "%s" is asked at %s', (text, at) => {
  for (const written of writings(text))
    expect(parseMoment(written, SPEAKER)).toEqual({ ok: true, at: new Date(at) });
});
