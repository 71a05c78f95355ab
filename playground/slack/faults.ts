import type { Fault } from './types';

/** Faults on demand: armed, and spent one by one. */

export type CallFault = Extract<Fault, { method: string }>;

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

export function createFaults(dropSockets: (reason: string | undefined) => void): Faults {
  let armed: Armed[] = [];
  let duplicates = 0;
  let outOfOrder = 0;
  let connectionFailures = 0;

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
        default:
          armed.push({ fault, left: fault.times ?? 1 });
      }
    },
    disarm() {
      armed = [];
    },
    take(method) {
      if (armed.length === 0) return [];
      const met = armed.filter(({ fault }) => fault.method === method || fault.method === '*');
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
