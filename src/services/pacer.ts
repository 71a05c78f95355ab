import { takeSlot, type Pace } from '../domain/pace';
import type { OutgoingMessage } from '../store/messages';

/**
 * Keeps to Slack's limits for chat.postMessage before Slack has to say so, in this process: several hundred a minute in a
 * workspace, one a second in a channel. Other limits are far from what we call, and obeyed when Slack names them.
 */
export interface Pacer {
  /** When this message may be said. Asked again at that time, it may. */
  slotFor(message: OutgoingMessage, now: Date): Date;
}

/** What falls due for many at once. */
const MANY: Pace = { perMinute: 300, burst: 20 };
/** What answers somebody, and need not wait behind the many. */
const ANSWERS: Pace = { perMinute: 120, burst: 30 };
const ONE_PLACE: Pace = { perMinute: 60, burst: 5 };
/** A slot that is so near is waited for with what else there is to do. */
const NEAR = 1000;
const FORGET_AT = 10_000;
/** So long after its time, a slot is nobody's any more. */
const OVER = 60_000;

export function createPacer(isForMany: (kind: string) => boolean): Pacer {
  const arrivals = new Map<string, number>();
  const kept = new Map<string, Date>();

  function take(key: string, pace: Pace, now: Date): Date {
    if (arrivals.size >= FORGET_AT) {
      for (const [old, arrival] of arrivals) if (arrival <= now.getTime()) arrivals.delete(old);
    }
    const { at, arrival } = takeSlot(pace, arrivals.get(key) ?? 0, now);
    arrivals.set(key, arrival);
    return at;
  }

  /** Whoever does not come at their time loses the slot: it was dropped, or would come with everybody else who is late. */
  function forgetLapsed(now: Date): void {
    for (const [id, slot] of kept) {
      if (now.getTime() - slot.getTime() <= OVER) return;
      kept.delete(id);
    }
  }

  return {
    slotFor({ id, workspaceId, kind, memberId, channelId }, now) {
      forgetLapsed(now);
      const promised = kept.get(id);
      if (promised !== undefined) {
        if (promised.getTime() - now.getTime() <= NEAR) kept.delete(id);
        return promised > now ? promised : now;
      }
      const many = isForMany(kind);
      const ofWorkspace = take(`${workspaceId} ${many ? 'many' : 'answers'}`, many ? MANY : ANSWERS, now);
      const ofPlace = take(`${workspaceId} ${channelId ?? memberId ?? id}`, ONE_PLACE, now);
      const at = ofWorkspace > ofPlace ? ofWorkspace : ofPlace;
      if (at.getTime() - now.getTime() > NEAR) kept.set(id, at);
      return at;
    },
  };
}
