/** What answers the question whether the bot is up: a route of Bolt's own server, in both modes. */

interface Answer {
  writeHead(status: number): void;
  end(body: string): void;
}

/** @param isConnected whether Slack reaches us at this moment */
export function healthRoute(isConnected: () => boolean) {
  return {
    path: '/healthz',
    method: ['GET'],
    handler: (_request: unknown, answer: Answer) => {
      const connected = isConnected();
      answer.writeHead(connected ? 200 : 503);
      answer.end(connected ? 'ok' : 'not connected');
    },
  };
}
