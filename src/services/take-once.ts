import type { Context } from './ports';

/**
 * True for the first that comes with this key, an idempotency key: what Slack delivers twice, or a form that is sent
 * twice, counts once.
 */
export function takeOnce({ store }: Context, key: string, now: Date): Promise<boolean> {
  return store.events.claim(key, now);
}
