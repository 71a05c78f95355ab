import { HTTPModuleFunctions, HTTPReceiver, isRawBodyError, type Logger } from '@slack/bolt';
import { Malformed } from './intake';
import type { Link, LinkTools } from './link';

/** Slack's requests over HTTP: a body of any shape is answered, and none ends the process. */

/** Bolt answers 200 where it was acked; what is left is what went wrong before. */
const NOT_KEPT = 503;
const BAD_REQUEST = 400;
/** Where Bolt takes Slack's requests unless it is told otherwise. */
const ENDPOINT = '/slack/events';

export function openHttpLink(signingSecret: string, logger: Logger, { routes, onError }: LinkTools): Link {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    endpoints: ENDPOINT,
    customRoutes: routes,
    processEventErrorHandler({ error, response }) {
      onError(error);
      if (!response.headersSent) {
        response.writeHead(error instanceof Malformed ? BAD_REQUEST : NOT_KEPT);
        response.end();
      }
      return Promise.resolve(false);
    },
    unhandledRequestHandler({ response }) {
      if (response.headersSent) return;
      response.writeHead(NOT_KEPT);
      response.end();
    },
  });
  const answer = receiver.requestListener.bind(receiver);
  // Bolt 5.1 reads properties of whatever JSON it is sent, and ends the process over a `null` (docs/decisions/0028).
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== ENDPOINT)
      return answer(request, response);
    void HTTPModuleFunctions.bufferIncomingMessage(request, HTTPModuleFunctions.defaultBodyLimit)
      .then((buffered) => {
        if (!isReadable(buffered)) return HTTPModuleFunctions.buildNoBodyResponse(response, BAD_REQUEST);
        return answer(buffered, response);
      })
      .catch((error: unknown) => {
        onError(error);
        const status = isRawBodyError(error) ? error.statusCode : BAD_REQUEST;
        if (!response.headersSent) HTTPModuleFunctions.buildNoBodyResponse(response, status);
      });
  };
  return { receiver, isUp: () => true, gone: () => Promise.resolve() };
}

type Buffered = Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0];

function isReadable(request: Buffered): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body);
  } catch {
    // No JSON at all: Bolt itself answers that.
    return true;
  }
}
