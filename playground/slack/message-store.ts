import { microsOf } from './ids';
import type { Json } from './json';
import type { SlackMessage } from './types';

/** The messages of every conversation, and how they are paged through. */

interface Log {
  /** In order of ts, threads included. */
  entries: SlackMessage[];
  byTs: Map<string, SlackMessage>;
  /** Replies of each thread in order, by the ts of its parent. */
  threads: Map<string, SlackMessage[]>;
}

export interface Page {
  messages: SlackMessage[];
  /** The ts to go on from, when there is more. */
  next: string | null;
}

export interface Range {
  oldest: string | undefined;
  latest: string | undefined;
  inclusive: boolean;
  limit: number;
}

export interface MessageStore {
  add(message: SlackMessage): void;
  find(channel: string, ts: string): SlackMessage | undefined;
  remove(channel: string, ts: string): void;
  all(channel: string): SlackMessage[];
  replies(channel: string, threadTs: string): SlackMessage[];
  /** Newest first, without replies in threads, as conversations.history. */
  history(channel: string, range: Range): Page;
  wire(message: SlackMessage, withMetadata: boolean): Json;
}

/** The first index whose message is not older than `micros`. */
function lowerBound(entries: readonly SlackMessage[], micros: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && (microsOf(entry.ts) ?? 0) < micros) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drop(entries: SlackMessage[], ts: string): void {
  const index = lowerBound(entries, microsOf(ts) ?? 0);
  if (entries[index]?.ts === ts) entries.splice(index, 1);
}

export function createMessageStore(): MessageStore {
  const logs = new Map<string, Log>();

  function logOf(channel: string): Log {
    const known = logs.get(channel);
    if (known) return known;
    const log: Log = { entries: [], byTs: new Map(), threads: new Map() };
    logs.set(channel, log);
    return log;
  }

  function threadFields(message: SlackMessage): Json {
    const replies = logs.get(message.channel)?.threads.get(message.ts);
    if (!replies || replies.length === 0) return {};
    const users = [...new Set(replies.map((reply) => reply.user))];
    return {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users_count: users.length,
      reply_users: users,
      latest_reply: replies.at(-1)?.ts,
    };
  }

  return {
    add(message) {
      const log = logOf(message.channel);
      log.entries.push(message);
      log.byTs.set(message.ts, message);
      if (message.thread_ts === undefined || message.thread_ts === message.ts) return;
      const thread = log.threads.get(message.thread_ts);
      if (thread) thread.push(message);
      else log.threads.set(message.thread_ts, [message]);
    },
    find: (channel, ts) => logs.get(channel)?.byTs.get(ts),
    remove(channel, ts) {
      const log = logs.get(channel);
      const message = log?.byTs.get(ts);
      if (!log || !message) return;
      log.byTs.delete(ts);
      drop(log.entries, ts);
      const thread = message.thread_ts === undefined ? undefined : log.threads.get(message.thread_ts);
      if (thread) drop(thread, ts);
    },
    all: (channel) => logs.get(channel)?.entries ?? [],
    replies: (channel, threadTs) => logs.get(channel)?.threads.get(threadTs) ?? [],
    history(channel, { oldest, latest, inclusive, limit }) {
      const entries = logs.get(channel)?.entries ?? [];
      const from = microsOf(oldest ?? '0') ?? 0;
      const to = latest === undefined ? Number.MAX_SAFE_INTEGER : (microsOf(latest) ?? 0);
      const edge = inclusive ? 0 : 1;
      const first = lowerBound(entries, from + edge);
      const messages: SlackMessage[] = [];
      for (let index = lowerBound(entries, to + 1 - edge) - 1; index >= first; index -= 1) {
        const entry = entries[index];
        if (!entry) continue;
        const reply = entry.thread_ts !== undefined && entry.thread_ts !== entry.ts;
        if (reply && entry.subtype !== 'thread_broadcast') continue;
        if (messages.length === limit) return { messages, next: entry.ts };
        messages.push(entry);
      }
      return { messages, next: null };
    },
    wire(message, withMetadata) {
      const { blocks, metadata, channel: _channel, ...rest } = message;
      return {
        ...rest,
        ...(blocks.length > 0 ? { blocks } : {}),
        ...(withMetadata && metadata ? { metadata } : {}),
        ...threadFields(message),
      };
    },
  };
}
