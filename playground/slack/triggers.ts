import { ApiError } from './errors';
import { randomHex, secondsOf } from './ids';

/** Trigger ids: good for three seconds, and once. */

const lifetimeMs = 3000;
const mostRemembered = 20_000;

interface Trigger {
  user: string;
  /** The modal in which the person acted, if it was one. */
  viewId: string | null;
  madeAt: number;
  used: boolean;
}

export interface Triggers {
  issue(user: string, viewId?: string | null): string;
  /** Good for 3 seconds and one use. */
  redeem(id: string): { user: string; viewId: string | null };
}

export function createTriggers(now: () => Date): Triggers {
  const triggers = new Map<string, Trigger>();

  function forgetOldest(): void {
    const oldest = triggers.size > mostRemembered ? triggers.keys().next() : undefined;
    if (oldest && !oldest.done) triggers.delete(oldest.value);
  }

  return {
    issue(user, viewId = null) {
      const id = `${secondsOf(now())}.${triggers.size}.${randomHex()}`;
      forgetOldest();
      triggers.set(id, { user, viewId, madeAt: now().getTime(), used: false });
      return id;
    },
    redeem(id) {
      const trigger = triggers.get(id);
      if (!trigger) throw new ApiError('invalid_trigger_id');
      if (trigger.used) throw new ApiError('exchanged_trigger_id');
      if (now().getTime() - trigger.madeAt > lifetimeMs) throw new ApiError('expired_trigger_id');
      trigger.used = true;
      return { user: trigger.user, viewId: trigger.viewId };
    },
  };
}
