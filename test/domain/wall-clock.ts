/** What a wall clock shows, by the platform's own formatter: an oracle that shares nothing with the code under test. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** 'YYYY-MM-DD HH:mm:ss' */
export function wallClock(at: Date | number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format.format(at);
}

export function zones(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [
    ...new Set([...known, 'UTC', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Chatham', 'Pacific/Apia']),
  ];
}

const DAY = 86_400_000;

/** The offset of a zone in minutes, to the minute. */
function offsetAt(at: number, zone: string): number {
  return Math.round((Date.parse(`${wallClock(at, zone).replace(' ', 'T')}Z`) - at) / 60_000);
}

/** Every instant from year to year (exclusive) at which the offset of the zone changes, with minutes before and after. */
export function clockChanges(
  zone: string,
  from: number,
  to: number,
): { at: number; before: number; after: number }[] {
  const changes: { at: number; before: number; after: number }[] = [];
  const step = 10 * DAY;
  let before = offsetAt(Date.UTC(from, 0), zone);
  for (let at = Date.UTC(from, 0); at < Date.UTC(to, 0); at += step) {
    const after = offsetAt(at + step, zone);
    if (after === before) continue;
    let [low, high] = [at, at + step];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
    before = after;
  }
  return changes;
}
