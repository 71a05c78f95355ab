import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A line that is made wrong on purpose, and the test file that has to notice. */
export interface WrongLine {
  readonly file: string;
  /** The line as it stands, without the space around it. It stands there once, unless `nth` says which one is meant. */
  readonly line: string;
  /** Counts from 1. */
  readonly nth?: number;
  /** What stands there instead; an empty text takes the line away. */
  readonly wrong: string;
  readonly test: string;
  /** A part of the title of the test that notices, where the whole file would take long. */
  readonly title?: string;
}

/** What is wrong with an entry of the table itself, or null: its line has moved, or stands there more than once. */
export function mismatch(root: string, { file, line, nth }: WrongLine): string | null {
  const places = placesOf(root, file, line);
  if (places.length === 0) return `${file} has no line “${line}”`;
  if (nth === undefined && places.length > 1)
    return `${file} has ${places.length} lines “${line}”: say which`;
  if (nth !== undefined && (nth < 1 || nth > places.length)) return `${file} has no ${nth}. line “${line}”`;
  return null;
}

/** The text of the file with the line made wrong. */
export function textMadeWrong(root: string, { file, line, nth = 1, wrong }: WrongLine): string {
  const lines = linesOf(root, file);
  const place = placesOf(root, file, line)[nth - 1];
  if (place === undefined) throw new Error(`${file} has no line “${line}”`);
  return lines
    .with(
      place,
      (lines[place] ?? '').replace(line, () => wrong),
    )
    .join('\n');
}

function placesOf(root: string, file: string, line: string): number[] {
  return linesOf(root, file).flatMap((each, place) => (each.trim() === line ? place : []));
}

function linesOf(root: string, file: string): string[] {
  return readFileSync(path.join(root, file), 'utf8').split('\n');
}
