import { randomBytes } from 'node:crypto';

/** Ids and timestamps in the shapes that Slack gives them. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id in Slack's shape: a letter that names the kind, then capitals and digits. */
export function randomId(prefix: string, length = 10): string {
  const bytes = randomBytes(length);
  let id = prefix;
  for (const byte of bytes) id += alphabet.charAt(byte % alphabet.length);
  return id;
}

export function randomHex(bytes = 16): string {
  return randomBytes(bytes).toString('hex');
}

/** A `ts` as whole microseconds (exact: they stay far below 2^53), or null when it is not one. */
export function microsOf(ts: string): number | null {
  const match = /^(\d{1,11})(?:\.(\d{1,6}))?$/.exec(ts);
  if (!match?.[1]) return null;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}

function tsOf(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** Strictly rising message ids, also while the clock stands still or is turned back. */
export function createTsMaker(now: () => Date): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now().getTime() * 1000);
    return tsOf(last);
  };
}

export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
