import type { Json } from '../json';

/** What brings payloads to the bot, in either mode. */

export interface Outgoing {
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: Json;
  /** Whether the acknowledgement may carry an answer. */
  acceptsAnswer: boolean;
}

export interface Retry {
  attempt: number;
  reason: string;
}

/** Brings one payload to the bot, once; resolves with what the acknowledgement carried. */
export interface Carrier {
  send(outgoing: Outgoing, retry?: Retry): Promise<Json>;
}
