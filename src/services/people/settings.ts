import type { Absence } from '../../domain/absence';

/** For so long whoever changed something may take it back; others hear after that. */
export const UNDO_FOR = 10 * 60_000;

/**
 * How a person is asked and how that fits their life, as names and values: what is compared and put back when a change is
 * taken back. The field calls it a memento.
 */
export type Settings = Readonly<Record<string, string | null>>;

export interface Change {
  readonly before: Settings;
  readonly after: Settings;
}

/** What differs between two; null when nothing does. */
export function changeBetween(before: Settings, after: Settings): Change | null {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  return names.length === 0 ? null : { before: only(before, names), after: only(after, names) };
}

/** Whether what a change made still stands. */
export function stillStands({ after }: Change, now: Settings): boolean {
  return Object.entries(after).every(([name, value]) => now[name] === value);
}

function only(settings: Settings, names: readonly string[]): Settings {
  return Object.fromEntries(names.map((name) => [name, settings[name] ?? null]));
}

/** The days away among them. */
export function absencesOf(settings: Settings): Absence[] {
  const written = settings['absences'];
  if (!written) return [];
  return written.split(',').map((span) => {
    const [from = '', to = ''] = span.split('/');
    return { from, to };
  });
}

export function writeSettings(settings: Settings): string {
  return JSON.stringify(settings);
}

/** @throws TypeError when it is not what `writeSettings` wrote */
export function readSettings(text: string): Settings {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) throw new TypeError('Not settings');
  const entries: [string, string | null][] = [];
  for (const [name, value] of Object.entries<unknown>({ ...read })) {
    if (typeof value !== 'string' && value !== null) throw new TypeError(`Not a setting: ${name}`);
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
