/** All times are the moved clock's, in the zone of the person who is acting. */
export function instantOf(ts: string): Date {
  return new Date(Number(ts.split('.')[0]) * 1000);
}

export function clockTime(at: Date, tz: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: tz, hour: '2-digit', minute: '2-digit' }).format(at);
}

export function day(at: Date, tz: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: tz,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return format.format(at);
}

export function shortDay(at: Date, tz: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: tz, weekday: 'short' }).format(at);
}

export function cityOf(tz: string): string {
  return (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ');
}
