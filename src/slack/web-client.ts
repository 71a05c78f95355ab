import {
  WebAPIRateLimitedError,
  WebClient,
  type Logger,
  type WebAPICallResult,
  type WebClientOptions,
} from '@slack/web-api';
import type { Tiers } from './tiers';

/** Milliseconds that Slack has to answer. */
const ANSWERED_WITHIN = 10_000;

/**
 * Options for one client. Made anew for every client: Bolt writes into what it is given. Retries are the outbox's
 * business, because a retried chat.postMessage may be a message said twice.
 */
export function clientOptions(apiUrl: string, within = ANSWERED_WITHIN): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: within,
    // Bolt answers to a response URL by this too, and has no limit of its own there.
    fetch: (url, request) =>
      fetch(url, { ...request, signal: request?.signal ?? AbortSignal.timeout(within) }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** @param tiers null: calls are made as they come, and Slack says when there are too many */
export function createWebClient(
  token: string,
  apiUrl: string,
  logger?: Logger,
  tiers: Tiers | null = null,
): WebClient {
  const options = { ...clientOptions(apiUrl), ...(logger === undefined ? {} : { logger }) };
  return tiers === null ? new WebClient(token, options) : new PacedClient(token, options, tiers);
}

/** Says "too many" before Slack would have to, in the same words. */
class PacedClient extends WebClient {
  constructor(
    token: string,
    options: WebClientOptions,
    private readonly tiers: Tiers,
  ) {
    super(token, options);
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const seconds = this.tiers(method);
    if (seconds > 0) throw new WebAPIRateLimitedError(seconds);
    return super.apiCall(method, options);
  }
}
