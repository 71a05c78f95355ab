import fc from 'fast-check';
import { mergeAbsences, parseAbsence } from '../../src/domain/absence';

/** A Wednesday. */
const NOW = new Date('2027-05-12T14:00:00Z');
const ZONE = 'America/New_York';

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
  expect(parseAbsence(text, NOW, ZONE)).toEqual({ ok: true, from, to });
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
  expect(parseAbsence(text, NOW, ZONE)).toEqual({ ok: false, problem });
});

test('days away that overlap or touch are one absence', () => {
  const merged = mergeAbsences([
    { from: '2027-07-10', to: '2027-07-14' },
    { from: '2027-07-01', to: '2027-07-05' },
    { from: '2027-07-06', to: '2027-07-08' },
    { from: '2027-07-02', to: '2027-07-03' },
  ]);
  expect(merged).toEqual([
    { from: '2027-07-01', to: '2027-07-08' },
    { from: '2027-07-10', to: '2027-07-14' },
  ]);
});

test('merging keeps every day away and adds none', () => {
  const day = fc.integer({ min: 0, max: 60 });
  const dateOf = (at: number): string => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10);
  const daysOf = (absences: readonly { from: string; to: string }[]): string[] =>
    Array.from({ length: 70 }, (_, at) => dateOf(at)).filter((date) =>
      absences.some(({ from, to }) => from <= date && date <= to),
    );
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 8 }))), (ranges) => {
      const absences = ranges.map(([from, length]) => ({ from: dateOf(from), to: dateOf(from + length) }));
      const merged = mergeAbsences(absences);
      expect(daysOf(merged)).toEqual(daysOf(absences));
      expect(merged.length).toBeLessThanOrEqual(absences.length);
    }),
  );
});
