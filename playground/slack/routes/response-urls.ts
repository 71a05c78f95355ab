import { randomHex } from '../ids';

/** Response URLs: five uses in thirty minutes. */

const lifetimeMs = 30 * 60 * 1000;
const uses = 5;
const mostRemembered = 20_000;

export interface ResponseOrigin {
  user: string;
  channel: string;
  /** The message the person acted on, if any; `replace_original` and `delete_original` mean this one. */
  ts: string | null;
  ephemeral: boolean;
}

interface Entry {
  origin: ResponseOrigin;
  madeAt: number;
  used: number;
}

export interface ResponseUrls {
  issue(origin: ResponseOrigin): string;
  use(key: string): { ok: true; origin: ResponseOrigin } | { ok: false; error: 'expired_url' | 'used_url' };
}

export function createResponseUrls(now: () => Date, base: () => string): ResponseUrls {
  const entries = new Map<string, Entry>();
  return {
    issue(origin) {
      const key = randomHex();
      const oldest = entries.size > mostRemembered ? entries.keys().next() : undefined;
      if (oldest && !oldest.done) entries.delete(oldest.value);
      entries.set(key, { origin, madeAt: now().getTime(), used: 0 });
      return `${base()}/response/${key}`;
    },
    use(key) {
      const entry = entries.get(key);
      if (!entry || now().getTime() - entry.madeAt > lifetimeMs) return { ok: false, error: 'expired_url' };
      if (entry.used === uses) return { ok: false, error: 'used_url' };
      entry.used += 1;
      return { ok: true, origin: entry.origin };
    },
  };
}
