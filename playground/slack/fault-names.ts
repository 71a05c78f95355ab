import { argument } from './json';
import type { Json } from './json';
import type { Fault } from './types';

/** Faults as a script names them. */

const kinds = [
  'rate_limited',
  'http_500',
  'timeout_after_accept',
  'error',
  'latency',
  'budget',
  'duplicate_event',
  'out_of_order',
  'drop_socket',
  'connections_open_fails',
] as const;

type Kind = (typeof kinds)[number];

const aliases: Record<string, Kind> = {
  '429': 'rate_limited',
  ratelimited: 'rate_limited',
  rate_limit: 'rate_limited',
  '500': 'http_500',
  server_error: 'http_500',
  timeout: 'timeout_after_accept',
  slow: 'latency',
  delay: 'latency',
  duplicate: 'duplicate_event',
  replay: 'duplicate_event',
  reorder: 'out_of_order',
  drop: 'drop_socket',
  disconnect: 'drop_socket',
  connections_open: 'connections_open_fails',
};

const reasons = ['warning', 'refresh_requested', 'link_disabled'] as const;

function kindOf(name: string): Kind | undefined {
  const plain = name.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return kinds.find((kind) => kind === plain) ?? (Object.hasOwn(aliases, plain) ? aliases[plain] : undefined);
}

function count(body: Json, field: string, least: number): number | undefined {
  const given = argument(body[field]);
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`"${field}" must be a whole number from ${least}`);
  return value;
}

/** A fault from plain words; throws a RangeError that says what was wrong. */
export function parseFault(body: Json): Fault {
  const kind = kindOf(argument(body['kind']) ?? '');
  if (!kind) throw new RangeError(`"kind" must be one of: ${kinds.join(', ')}`);
  const times = count(body, 'times', 1);
  const repeated = times === undefined ? {} : { times };
  const method = argument(body['method']) ?? 'chat.postMessage';
  switch (kind) {
    case 'rate_limited': {
      const retryAfter = count(body, 'retryAfter', 0);
      return { kind, method, ...repeated, ...(retryAfter === undefined ? {} : { retryAfter }) };
    }
    case 'timeout_after_accept': {
      const holdMs = count(body, 'holdMs', 0);
      return { kind, method, ...repeated, ...(holdMs === undefined ? {} : { holdMs }) };
    }
    case 'http_500':
      return { kind, method, ...repeated };
    case 'error':
      return { kind, method, error: argument(body['error']) ?? 'internal_error', ...repeated };
    case 'latency':
      return { kind, method, ms: count(body, 'ms', 0) ?? 1000, ...repeated };
    case 'budget':
      return { kind, method, perMinute: count(body, 'perMinute', 0) ?? 300 };
    case 'duplicate_event':
    case 'connections_open_fails':
      return { kind, ...repeated };
    case 'out_of_order':
      return { kind };
    case 'drop_socket': {
      const reason = reasons.find((known) => known === body['reason']);
      return { kind, ...(reason ? { reason } : {}) };
    }
  }
}
