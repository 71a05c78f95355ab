import type { Context } from './ports';

/**
 * Does something that leaves no row of its own, once for each key (an idempotency key): what Slack delivers twice counts
 * once, and what broke may be tried again.
 */
export async function doOnce(
  { store }: Context,
  key: string,
  now: Date,
  work: () => Promise<unknown>,
): Promise<void> {
  if (await store.events.seen(key)) return;
  await work();
  await store.events.claim(key, now);
}
