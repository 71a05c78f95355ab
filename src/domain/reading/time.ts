/** Reads a time of day. */

export interface TimesRead {
  /** The wall times in the text, 'HH:mm', in its order. */
  readonly times: readonly string[];
  /** What looks like a time and is none ("25:00"), as written. */
  readonly notATime: string | null;
  /** The text without them. */
  readonly rest: string;
}

const TIME = new RegExp(
  [
    String.raw`(?:(?<lead>\bat|@)\s*)?(?<![\w:.])`,
    String.raw`(?:(?<name>noon|midday|midnight)`,
    String.raw`|(?<hour>\d{1,3})(?:(?<mark>[:.h])(?<minute>\d{1,3})?)?`,
    String.raw`\s*(?<clock>o['’]?clock)?\s*(?<half>[ap]\.?m\b\.?)?`,
    String.raw`(?:\s*\b(?<part>in the morning|in the afternoon|in the evening|at night)\b)?)`,
    String.raw`(?![\w:])`,
  ].join(''),
  'g',
);

const PART_OF_DAY = new RegExp(String.raw`\b(?:in the )?(morning|afternoon|evening)s?\b`);

/** Finds the wall times in plain words. A bare number is no time unless "at" leads it. @param text in lower case */
export function readTimes(text: string): TimesRead {
  const times: string[] = [];
  let notATime: string | null = null;
  const rest = text.replace(TIME, (found, ...more) => {
    const groups = groupsOf(more.at(-1));
    if (isBareNumber(groups)) return found;
    const time = timeOf(groups);
    if (time === null) notATime ??= found.replace(/^(at|@)\s*/, '').trim();
    else times.push(time);
    return ' ';
  });
  const part = PART_OF_DAY.exec(rest);
  const name = part?.[1];
  if (name === undefined) return { times, notATime, rest };
  const read = times.length > 0 ? times.map((time) => timeWithin(name, time)) : [partOfDay(name)];
  return { times: read, notATime, rest: rest.replace(PART_OF_DAY, ' ') };
}

/** @param hour 0 to 23; null when it is no hour of a day */
export function timeAtHour(hour: number): string | null {
  return hour < 24 ? clockTime(hour, 0) : null;
}

type Groups = ReadonlyMap<string, string>;

function groupsOf(groups: unknown): Groups {
  if (typeof groups !== 'object' || groups === null) return new Map();
  return new Map(
    Object.entries(groups).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function isBareNumber(groups: Groups): boolean {
  return !['name', 'lead', 'mark', 'clock', 'half', 'part'].some((name) => groups.has(name));
}

function timeOf(groups: Groups): string | null {
  const name = groups.get('name');
  if (name !== undefined) return name === 'midnight' ? '00:00' : '12:00';
  const minuteText = groups.get('minute') ?? '00';
  // A mark with nothing behind it is French ("9h") or the end of a sentence ("at 9."), and not "9:".
  const unfinished = groups.get('mark') === ':' && !groups.has('minute');
  const hour = hourOf(Number(groups.get('hour')), groups.get('half')?.charAt(0), groups.get('part'));
  const minute = Number(minuteText);
  if (hour === null || hour > 23 || minute > 59 || minuteText.length !== 2 || unfinished) return null;
  return clockTime(hour, minute);
}

function hourOf(hour: number, half: string | undefined, part: string | undefined): number | null {
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    return (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (part === undefined || hour > 12) return hour;
  if (part === 'in the morning') return hour % 12;
  // Twelve at night is midnight, five at night is none of the other parts of a day.
  if (part === 'at night') return hour === 12 || hour < 5 ? hour % 12 : hour + 12;
  return (hour % 12) + 12;
}

/** "Evenings at 6" are at 18:00. */
function timeWithin(part: string, time: string): string {
  const hour = Number(time.slice(0, 2));
  return part === 'morning' || hour >= 12 ? time : clockTime(hour + 12, Number(time.slice(3)));
}

function partOfDay(part: string): string {
  if (part === 'morning') return '09:00';
  return part === 'afternoon' ? '14:00' : '18:00';
}

function clockTime(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
