import type { Store, WorkspaceStore } from '../store';
import type { Arrival } from '../store/inbox';

export type { Arrival } from '../store/inbox';

/**
 * What people say, tap and send is kept in the inbox before Slack hears "ok", and worked on from there: also after a
 * crash, by whichever process comes next, and once.
 */

/** How long whoever keeps an arrival has for it, before another process may take it up. */
const AT_WORK_FOR = 60_000;
/** What was tried in vain for so long is let go of: Slack and the database were away for days, or it breaks us. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const TAKEN_UP_AT_ONCE = 100;

export interface Incoming {
  readonly workspaceId: string;
  /** Slack's own id of it. */
  readonly key: string;
  /** Whether a later one of the same key counts instead: a form that is sent again. */
  readonly isReplaced: boolean;
  /** The body, JSON as text. */
  readonly payload: string;
}

export interface Inbox {
  /** Null when it is kept already. */
  keep(incoming: Incoming, now: Date): Promise<Arrival | null>;
  erase(arrival: Arrival): Promise<void>;
  /** What nobody is at work on any more, to be worked on by the caller. */
  takeUp(now: Date): Promise<Arrival[]>;
  /** Lets go of what nobody could do. Answers how many. */
  letGo(now: Date): Promise<number>;
}

/** Thrown out of the work on an arrival that was done by somebody else, or that a later one has replaced. */
export class AlreadyDone extends Error {
  override name = 'AlreadyDone';
}

export function createInbox(store: Store): Inbox {
  return {
    async keep({ workspaceId, key, isReplaced, payload }, now) {
      const bound = store.workspace(workspaceId);
      const id = bound.newId();
      const row = { id, key, payload, arrivedAt: now, takeUpAt: new Date(now.getTime() + AT_WORK_FOR) };
      if (isReplaced) await bound.inbox.keepInstead(row);
      else if (!(await bound.inbox.keep(row))) return null;
      return { id, workspaceId, payload };
    },
    async erase({ workspaceId, id }) {
      await store.workspace(workspaceId).inbox.erase(id);
    },
    takeUp: (now) => store.sweeps.takeUpArrivals(now, TAKEN_UP_AT_ONCE),
    letGo: (now) => store.sweeps.forgetArrivals(new Date(now.getTime() - KEPT_FOR)),
  };
}

/** Arrivals whose work has committed something, which erased them. */
const erased = new WeakSet<object>();

/** The store for the work on an arrival: its first transaction erases the arrival, and is refused where that is gone. */
export function workingOn(store: WorkspaceStore, arrival: Pick<Arrival, 'id'>): WorkspaceStore {
  return {
    ...store,
    apart: store,
    async transaction(work) {
      if (erased.has(arrival)) return store.transaction(work);
      const result = await store.transaction(async (within) => {
        if (!(await within.inbox.erase(arrival.id))) throw new AlreadyDone('Done by another, or replaced');
        return work(within);
      });
      erased.add(arrival);
      return result;
    },
  };
}
