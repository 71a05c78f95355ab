import { isWeekday, WEEKDAYS, type Weekday } from '../weekday';

/** Reads working days and quiet hours. */

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "mon-fri", "Sunday to Thursday", "mon, wed, fri", "weekdays", "every day"; null when not understood. */
export function parseWorkingDays(text: string): Weekday[] | null {
  const words = text.toLowerCase().trim();
  if (/^(weekdays|working days)$/.test(words)) return WEEKDAYS.slice(0, 5);
  if (/^(every ?day|all|all days|daily)$/.test(words)) return [...WEEKDAYS];
  const days = new Set<Weekday>();
  for (const part of words.split(/\s*(?:,|;|\band\b|&)\s*/).filter((piece) => piece !== '')) {
    const [from, to, ...more] = part.split(/\s*(?:-|–|\bto\b|\bthrough\b)\s*/).map(dayIndex);
    if (from === undefined || from === -1 || to === -1 || more.length > 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      const name = WEEKDAYS[day];
      if (name !== undefined && isWeekday(name)) days.add(name);
      if (day === (to ?? from)) break;
    }
  }
  return days.size === 0 ? null : WEEKDAYS.filter((day) => days.has(day));
}

function dayIndex(text: string): number {
  const word = text.trim();
  return word.length < 2 ? -1 : DAY_NAMES.findIndex((name) => word.startsWith(name) || name.startsWith(word));
}

/** "18:00-08:00", "6pm to 8am"; null when not understood, or when both ends are the same. */
export function parseHours(text: string): { from: string; to: string } | null {
  const [from, to, ...more] = text
    .toLowerCase()
    .split(/\s*(?:-|–|\bto\b|\buntil\b)\s*/)
    .map(readClock);
  if (!from || !to || more.length > 0 || from === to) return null;
  return { from, to };
}

function readClock(text: string): string | null {
  const [, hours = '', minutes = '00', half] =
    /^(?:from )?(\d{1,2})(?::(\d{2}))?\s*(am|pm)?$/.exec(text.trim()) ?? [];
  if (hours === '') return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || (half !== undefined && Number(hours) > 12)) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
