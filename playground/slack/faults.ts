import type { Fault } from './types';

/** Faults on demand: armed, and spent one by one. */

export type CallFault = Exclude<Extract<Fault, { method: string }>, { kind: 'budget' }>;
type Budget = Extract<Fault, { kind: 'budget' }>;

export interface Faults {
  arm(fault: Fault): void;
  /** No call meets a fault any more. */
  disarm(): void;
  /** The faults that meet this call; each use counts against its `times`. */
  take(method: string): CallFault[];
  /** How many extra times the next event is delivered. */
  takeDuplicates(): number;
  takeOutOfOrder(): boolean;
  takeConnectionFailure(): boolean;
}

interface Armed {
  fault: CallFault;
  left: number;
}

export interface FaultTools {
  readonly dropSockets: (reason: string | undefined) => void;
  readonly random: () => number;
  readonly now: () => Date;
}

export function createFaults({ dropSockets, random, now }: FaultTools): Faults {
  let armed: Armed[] = [];
  let budgets: { budget: Budget; minute: number; left: number }[] = [];
  let duplicates = 0;
  let outOfOrder = 0;
  let connectionFailures = 0;

  /** The refusal of a call that is one too many in this minute of Slack's. */
  function overdrawn(method: string): CallFault | null {
    const account = budgets.find(({ budget }) => budget.method === method);
    if (account === undefined) return null;
    const seconds = Math.floor(now().getTime() / 1000);
    const minute = Math.floor(seconds / 60);
    if (account.minute !== minute) {
      account.minute = minute;
      account.left = account.budget.perMinute;
    }
    account.left -= 1;
    return account.left >= 0 ? null : { kind: 'rate_limited', method, retryAfter: 60 - (seconds % 60) };
  }

  return {
    arm(fault) {
      switch (fault.kind) {
        case 'duplicate_event':
          duplicates += fault.times ?? 1;
          return;
        case 'out_of_order':
          outOfOrder += 1;
          return;
        case 'connections_open_fails':
          connectionFailures += fault.times ?? 1;
          return;
        case 'drop_socket':
          dropSockets(fault.reason);
          return;
        case 'budget':
          budgets.push({ budget: fault, minute: 0, left: 0 });
          return;
        default:
          armed.push({ fault, left: fault.times ?? 1 });
      }
    },
    disarm() {
      armed = [];
      budgets = [];
      connectionFailures = 0;
    },
    take(method) {
      const spent = overdrawn(method);
      if (spent !== null) return [spent];
      if (armed.length === 0) return [];
      const met = armed.filter(
        ({ fault }) =>
          (fault.method === method || fault.method === '*') &&
          (fault.chance === undefined || random() < fault.chance),
      );
      for (const entry of met) entry.left -= 1;
      armed = armed.filter((entry) => entry.left > 0);
      return met.map(({ fault }) => fault);
    },
    takeDuplicates() {
      const times = duplicates;
      duplicates = 0;
      return times;
    },
    takeOutOfOrder() {
      if (outOfOrder === 0) return false;
      outOfOrder -= 1;
      return true;
    },
    takeConnectionFailure() {
      if (connectionFailures === 0) return false;
      connectionFailures -= 1;
      return true;
    },
  };
}
