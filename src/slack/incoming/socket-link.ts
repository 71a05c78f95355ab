import { SocketModeReceiver, type Logger } from '@slack/bolt';
import { z } from 'zod';
import { clientOptions } from '../web-client';
import { Malformed } from './intake';
import type { Link, LinkTools } from './link';

/** Socket Mode: we call Slack, and it sends through the socket. A frame of any shape is acked, and none ends the process. */

/** Coming back online is worth many tries, and after a long silence none is far: in milliseconds. */
const RECONNECT = { forever: true, factor: 1.3, maxTimeout: 20_000 };

export interface SocketPlace {
  readonly appToken: string;
  readonly apiUrl: string;
  /** Where health is asked for; undefined: nowhere. */
  readonly healthPort: number | undefined;
}

const withEvent = z.looseObject({
  type: z.literal('events_api'),
  payload: z.looseObject({ event: z.looseObject({ type: z.string() }) }),
});
const withoutEvent = z.looseObject({ type: z.string().refine((type) => type !== 'events_api') });
const frame = withEvent.or(withoutEvent);
const withId = z.looseObject({ envelope_id: z.string().min(1) });

export function openSocketLink(
  { appToken, apiUrl, healthPort }: SocketPlace,
  logger: Logger,
  { routes, onWarning, onError }: LinkTools,
): Link {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    customRoutes: healthPort === undefined ? [] : routes,
    // Its own options: Bolt writes into what it is given.
    installerOptions: {
      ...(healthPort === undefined ? {} : { port: healthPort }),
      clientOptions: { ...clientOptions(apiUrl), rejectRateLimitedCalls: false, retryConfig: RECONNECT },
    },
    async processEventErrorHandler({ error, event }) {
      onError(error);
      // Sent again it would be no better.
      if (error instanceof Malformed) await event.ack();
      return false;
    },
  });
  const { client } = receiver;
  let isUp = false;
  /** The end of the socket that is up. */
  let disconnected = Promise.resolve();
  client.on('connected', () => {
    isUp = true;
    disconnected = new Promise((resolve) => client.once('disconnected', () => resolve()));
  });
  client.on('disconnected', () => (isUp = false));
  client.on('reconnecting', () => (isUp = false));

  // socket-mode 3.1 reads properties of whatever it is sent, and ends the process where there are none (docs/decisions/0028).
  const read = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const sent = parsed(data);
    if (sent !== null && frame.safeParse(sent.json).success) {
      for (const listener of read) void Promise.resolve(listener(data, isBinary)).catch(onError);
      return;
    }
    onWarning('Slack sent a frame that no app could read; it was acked and let go of.');
    const envelope = withId.safeParse(sent?.json);
    if (!envelope.success) return;
    client.websocket?.send(JSON.stringify({ envelope_id: envelope.data.envelope_id }), (error) => {
      if (error) onError(error);
    });
  });
  return { receiver, isUp: () => isUp, gone: () => (isUp ? disconnected : Promise.resolve()) };
}

function parsed(text: unknown): { readonly json: unknown } | null {
  if (typeof text !== 'string') return null;
  try {
    const json: unknown = JSON.parse(text);
    return { json };
  } catch {
    return null;
  }
}
