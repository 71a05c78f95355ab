import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** Slack's error names in four classes; what follows from each is decided elsewhere. */
export type SlackFailure =
  | {
      readonly kind: 'refused';
      readonly scope: 'person' | 'place' | 'workspace' | 'message';
      readonly error: string;
    }
  /** @property seconds for how long Slack wants no more such calls, where it has said so */
  | { readonly kind: 'not_sent'; readonly error: string; readonly seconds?: number }
  | { readonly kind: 'unknown'; readonly error: string };

const PERSON = new Set(['user_disabled', 'user_not_found', 'user_not_visible', 'messages_tab_disabled']);
const PLACE = new Set([
  'not_in_channel',
  'is_archived',
  'channel_not_found',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
]);
const WORKSPACE = new Set([
  'token_revoked',
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'team_access_not_granted',
]);
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'token_expired',
]);
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Null when the error is not Slack's or the network's at all, and belongs to whoever catches bugs. */
export function classify(error: unknown): SlackFailure | null {
  if (error instanceof WebAPIPlatformError) {
    const name = error.data.error;
    if (LATER.has(name)) return { kind: 'not_sent', error: name };
    if (WORKSPACE.has(name)) return { kind: 'refused', scope: 'workspace', error: name };
    if (PERSON.has(name)) return { kind: 'refused', scope: 'person', error: name };
    if (PLACE.has(name)) return { kind: 'refused', scope: 'place', error: name };
    return { kind: 'refused', scope: 'message', error: name };
  }
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'not_sent', error: 'ratelimited', seconds: error.retryAfter };
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', error: `http_${error.statusCode}` };
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.cause);
    return NEVER_LEFT.has(code) ? { kind: 'not_sent', error: code } : { kind: 'unknown', error: 'no_answer' };
  }
  return null;
}

export function errorName(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

/** The network's own code, wherever fetch has wrapped it. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return codeOf(cause.cause);
}
