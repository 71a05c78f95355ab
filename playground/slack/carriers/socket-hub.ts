import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Carrier, Outgoing, Retry } from './carrier';
import { ApiError, DeliveryError } from '../errors';
import { randomHex } from '../ids';
import { parseJson, record, text } from '../json';
import type { Json } from '../json';
import type { Method } from '../methods/method';
import type { Timers } from '../timers';
import { appId } from '../world';

/** Socket Mode: tickets, connections, envelopes and their acks. */

const mostConnections = 10;
const goodbyeMs = 1000;

export interface SocketHub extends Carrier {
  /** apps.connections.open: a URL good for one connection. */
  open: Method;
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends a frame as it is, over every connection. */
  sendFrame(frame: string): void;
  /** Cuts every connection; with a reason, says so first as Slack does. */
  drop(reason: string | undefined): void;
  close(): void;
}

export interface SocketHubOptions {
  timers: Timers;
  host: () => string;
  failsToOpen: () => boolean;
  ackTimeoutMs: number;
  connectTimeoutMs: number;
  pingIntervalMs: number;
}

interface Connection {
  socket: WebSocket;
  /** Envelopes on their way over this connection. */
  waiting: Map<string, { acked: (payload: Json) => void; lost: () => void }>;
}

export function createSocketHub(options: SocketHubOptions): SocketHub {
  const { timers, host, ackTimeoutMs } = options;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: Connection[] = [];
  const queue = new Set<{ ready: () => void; failed: (error: Error) => void }>();
  let turn = 0;

  function leave(connection: Connection): void {
    const index = connections.indexOf(connection);
    if (index >= 0) connections.splice(index, 1);
  }

  function receive(connection: Connection, data: string): void {
    const parsed = parseJson(data);
    const message = record(parsed.ok ? parsed.value : null);
    const envelope = connection.waiting.get(text(message['envelope_id']));
    envelope?.acked(record(message['payload']));
  }

  function join(socket: WebSocket): void {
    const connection: Connection = { socket, waiting: new Map() };
    const stopPings = timers.every(options.pingIntervalMs, () => socket.ping());
    socket.on('message', (data: Buffer) => receive(connection, data.toString('utf8')));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      stopPings();
      leave(connection);
      for (const { lost } of [...connection.waiting.values()]) lost();
    });
    if (connections.length >= mostConnections) {
      socket.send(
        JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: host() } }),
      );
      socket.close();
      return;
    }
    connections.push(connection);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.length,
        connection_info: { app_id: appId },
        debug_info: { host: host(), build_number: 1, approximate_connection_time: 3600 },
      }),
    );
    for (const waiter of [...queue]) waiter.ready();
  }

  function pick(): Connection | undefined {
    turn += 1;
    return connections[turn % Math.max(connections.length, 1)];
  }

  function connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter = { ready: () => finish(resolve), failed: (error: Error) => finish(() => reject(error)) };
      const cancel = timers.after(options.connectTimeoutMs, () =>
        waiter.failed(new DeliveryError('The bot has no open socket connection', 'connection_failed', false)),
      );
      function finish(end: () => void): void {
        cancel();
        queue.delete(waiter);
        end();
      }
      queue.add(waiter);
    });
  }

  async function connection(): Promise<Connection> {
    let found = pick();
    while (!found) {
      await connected();
      found = pick();
    }
    return found;
  }

  function exchange({ socket, waiting }: Connection, outgoing: Outgoing, retry?: Retry): Promise<Json> {
    const id = `${randomHex(4)}-${randomHex(8)}`;
    return new Promise((resolve, reject) => {
      const cancel = timers.after(ackTimeoutMs, () =>
        finish(() => reject(new DeliveryError(`No acknowledgement within ${ackTimeoutMs} ms`, 'timeout'))),
      );
      function finish(end: () => void): void {
        cancel();
        waiting.delete(id);
        end();
      }
      waiting.set(id, {
        acked: (payload) => finish(() => resolve(payload)),
        lost: () =>
          finish(() => reject(new DeliveryError('The socket closed before the acknowledgement', 'timeout'))),
      });
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type: outgoing.type,
          payload: outgoing.payload,
          accepts_response_payload: outgoing.acceptsAnswer,
          ...(retry ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {}),
        }),
      );
    });
  }

  return {
    open: {
      token: 'app',
      scope: () => null,
      run() {
        if (options.failsToOpen()) throw new ApiError('internal_error');
        const ticket = randomHex();
        tickets.add(ticket);
        return { url: `ws://${host()}/link/?ticket=${ticket}&app_id=${appId}` };
      },
    },
    upgrade(req, socket, head) {
      const url = new URL(req.url ?? '/', `http://${host()}`);
      if (url.pathname !== '/link/' || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(req, socket, head, join);
    },
    send: async (outgoing, retry) => exchange(await connection(), outgoing, retry),
    sendFrame(frame) {
      for (const { socket } of connections) socket.send(frame);
    },
    drop(reason) {
      for (const { socket, ...rest } of connections.splice(0)) {
        if (reason === undefined) {
          socket.terminate();
          continue;
        }
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: host() } }));
        timers.after(goodbyeMs, () => socket.close());
        for (const { lost } of [...rest.waiting.values()]) lost();
      }
    },
    close() {
      for (const waiter of [...queue])
        waiter.failed(new DeliveryError('The local Slack was closed', 'connection_failed', false));
      for (const { socket } of connections.splice(0)) socket.terminate();
      server.close();
    },
  };
}
