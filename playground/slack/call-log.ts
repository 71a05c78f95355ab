import type { Call } from './types';

/** What the bot has asked of the Web API. */

const most = 20_000;

export interface CallLog {
  add(call: Call): void;
  all(method?: string): Call[];
  clear(): void;
}

export function createCallLog(): CallLog {
  let calls: Call[] = [];
  return {
    add(call) {
      calls.push(call);
      // Cut only now and then, so that a call costs the same however many came before.
      if (calls.length >= most * 2) calls = calls.slice(-most);
    },
    all(method) {
      const kept = calls.slice(-most);
      return method === undefined ? kept : kept.filter((call) => call.method === method);
    },
    clear() {
      calls = [];
    },
  };
}
