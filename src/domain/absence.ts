import { addDays } from './local-time';

/** Local dates, 'YYYY-MM-DD', both inclusive. */
export interface Absence {
  readonly from: string;
  readonly to: string;
}

/** The same days away, in order, with absences that overlap or touch made one. */
export function mergeAbsences(absences: readonly Absence[]): readonly Absence[] {
  const merged: Absence[] = [];
  for (const absence of [...absences].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || absence.from > addDays(last.to, 1)) merged.push(absence);
    else merged.splice(-1, 1, { from: last.from, to: absence.to > last.to ? absence.to : last.to });
  }
  return merged;
}
