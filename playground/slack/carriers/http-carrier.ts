import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { stringify } from 'node:querystring';
import type { Carrier, Outgoing, Retry } from './carrier';
import { DeliveryError } from '../errors';
import { secondsOf } from '../ids';
import { isRecord, parseJson, text } from '../json';
import type { Json } from '../json';
import type { Timers } from '../timers';

/** Slack's v0 signature of a request. */
export function sign(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

export interface HttpCarrier extends Carrier {
  post(type: string, body: string, retry?: Retry): Promise<string>;
}

export interface HttpCarrierOptions {
  url: string;
  signingSecret: string;
  ackTimeoutMs: number;
  wallClock: () => Date;
  timers: Timers;
}

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

function encode({ type, payload }: Outgoing): { type: string; body: string } {
  if (type === 'events_api') return { type: json, body: JSON.stringify(payload) };
  if (type === 'interactive') return { type: form, body: stringify({ payload: JSON.stringify(payload) }) };
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(payload)) fields[name] = text(value);
  return { type: form, body: stringify(fields) };
}

function decode(body: string): Json {
  if (body === '') return {};
  const parsed = parseJson(body);
  return parsed.ok && isRecord(parsed.value) ? parsed.value : { text: body };
}

export function createHttpCarrier(options: HttpCarrierOptions): HttpCarrier {
  const { url, signingSecret, ackTimeoutMs, wallClock, timers } = options;

  function post(type: string, body: string, retry?: Retry): Promise<string> {
    const timestamp = secondsOf(wallClock());
    return new Promise((resolve, reject) => {
      const req = request(url, {
        method: 'POST',
        // A connection of its own: one that is kept may be closed by the bot in the moment it is used again.
        agent: false,
        headers: {
          'content-type': type,
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': sign(signingSecret, timestamp, body),
          ...(retry
            ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
            : {}),
        },
      });
      const cancel = timers.after(ackTimeoutMs, () => {
        req.destroy();
        reject(new DeliveryError(`No answer within ${ackTimeoutMs} ms`, 'http_timeout'));
      });
      req.on('error', (error) => {
        cancel();
        reject(new DeliveryError(`The bot could not be reached: ${error.message}`, 'connection_failed'));
      });
      req.on('response', (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          cancel();
          const status = res.statusCode ?? 0;
          const retryAllowed = res.headers['x-slack-no-retry'] !== '1';
          if (status >= 200 && status < 300) resolve(Buffer.concat(chunks).toString('utf8'));
          else reject(new DeliveryError(`The bot answered with HTTP ${status}`, 'http_error', retryAllowed));
        });
      });
      req.end(body);
    });
  }

  return {
    post,
    async send(outgoing, retry) {
      const { type, body } = encode(outgoing);
      return decode(await post(type, body, retry));
    },
  };
}
