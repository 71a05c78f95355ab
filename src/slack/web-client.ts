import { WebClient, type Logger, type WebClientOptions } from '@slack/web-api';

/**
 * Options for one client. Made anew for every client: Bolt writes into what it is given. Retries are the outbox's
 * business, because a retried chat.postMessage may be a message said twice.
 */
export function clientOptions(apiUrl: string): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

export function createWebClient(token: string, apiUrl: string, logger?: Logger): WebClient {
  return new WebClient(token, { ...clientOptions(apiUrl), ...(logger === undefined ? {} : { logger }) });
}
