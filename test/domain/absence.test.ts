import fc from 'fast-check';
import { mergeAbsences } from '../../src/domain/absence';

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
