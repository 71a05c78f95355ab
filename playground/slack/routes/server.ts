import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyTooLarge } from './http-body';
import type { Handler } from './web-api';

/** Serves each path prefix with its handler. */
export function createRouter(routes: Record<string, Handler>): Server {
  const prefixes = Object.entries(routes);

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = (req.url ?? '/').split('?', 2);
    const route = prefixes.find(([prefix]) => path.startsWith(prefix));
    if (!route) {
      res.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    await route[1](req, res, path, query);
  }

  // A connection at rest is the client's to close: closed from here, it may go in the moment it is used again.
  return createServer({ keepAliveTimeout: 0 }, (req, res) => {
    handle(req, res).catch((error: unknown) => {
      if (res.headersSent || res.destroyed) return;
      const status = error instanceof BodyTooLarge ? 413 : 500;
      const detail = error instanceof Error ? error.message : String(error);
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ ok: false, error: 'fatal_error', detail }));
    });
  });
}

/** Only this machine can reach it. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
