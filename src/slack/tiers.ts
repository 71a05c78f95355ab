import { takeSlot } from '../domain/pace';

/**
 * Slack's limits for the methods that are called for many people at once, a minute in one workspace: its tiers 2, 3 and 4.
 * (https://docs.slack.dev/apis/web-api/rate-limits; chat.postMessage has a pace of its own, see services/pacer.ts.)
 */
const PER_MINUTE: Readonly<Record<string, number>> = {
  'dnd.teamInfo': 20,
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'conversations.open': 50,
  'conversations.info': 50,
  'views.publish': 100,
};

/** Says for how many seconds a call of this method has to wait, so that Slack need not say it; 0: not at all. */
export type Tiers = (method: string) => number;

/** For one workspace, in this process: a token bucket a method. */
export function createTiers(now: () => Date): Tiers {
  const arrivals = new Map<string, number>();
  return (method) => {
    const perMinute = PER_MINUTE[method];
    if (perMinute === undefined) return 0;
    const called = now();
    const { at, arrival } = takeSlot({ perMinute, burst: perMinute }, arrivals.get(method) ?? 0, called);
    // What has to wait makes no call, and takes nothing from the others.
    if (at > called) return Math.ceil((at.getTime() - called.getTime()) / 1000);
    arrivals.set(method, arrival);
    return 0;
  };
}
