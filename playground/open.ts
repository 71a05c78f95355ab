import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { makeGrammars } from '../src/domain/reading/make-grammars';
import type { Database } from '../src/store/database';
import { createControl } from './control';
import { playFirstWeek, populate } from './people';
import { rolesIn } from './roles';
import { listen, shut } from './slack/routes/server';
import { openStage } from './stage';

/** The local Slack with the bot in its first week, and the page over both. */

export interface Playground {
  readonly url: string;
  close(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Closed with the playground. */
  readonly database: Database;
  /** Any free one when it is 0. */
  readonly port: number;
  /** The folder of the built page. */
  readonly page: string;
  readonly onError: (error: unknown) => void;
}

/** A Monday morning in Chicago. */
const START = new Date('2027-02-01T15:00:00Z');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export async function openPlayground({
  database,
  port,
  page,
  onError,
}: PlaygroundOptions): Promise<Playground> {
  makeGrammars();
  const stage = await openStage({ database, start: START, coordinators: ['UCOORD'], onError, populate });
  await playFirstWeek(stage);

  const control = createControl({ ...stage, roles: () => rolesIn(database, stage.slack.team.id) });
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    void control(request, response).then((handled) => {
      if (!handled) return serveFile(page, request.url ?? '/', response);
    }, onError);
  });
  const own = await listen(server, port);
  return {
    url: `http://127.0.0.1:${own}`,
    async close() {
      await shut(server);
      await stage.close();
    },
  };
}

async function serveFile(folder: string, url: string, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(url, 'http://127.0.0.1');
  const file = path.join(folder, path.normalize(pathname === '/' ? '/index.html' : pathname));
  const isThere =
    file.startsWith(folder) &&
    (await stat(file).then(
      (found) => found.isFile(),
      () => false,
    ));
  if (!isThere) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Nothing here.');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
