import type { Json } from './json';

/** An answer with `ok: false`, as the Web API gives it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly extra: Json = {},
  ) {
    super(code);
    this.name = 'ApiError';
  }
}

/** Something Slack's own client would not let a person do, or that is not there to be done. */
export class DriverError extends Error {
  constructor(
    message: string,
    readonly errors: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'DriverError';
  }
}

/** The bot did not answer as Slack requires; the person would have seen an error. */
export class DeliveryError extends Error {
  constructor(
    message: string,
    readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout' | 'bad_answer',
    readonly retry = true,
  ) {
    super(message);
    this.name = 'DeliveryError';
  }
}
