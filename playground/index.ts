import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/store/database';
import { createControl } from './control';
import { playFirstWeek, populate } from './people';
import { openStage } from './stage';

/** `npm run playground`: the local Slack, the bot on an embedded database of its own, and the page. */

/** A Monday morning in Chicago. */
const START = new Date('2027-02-01T15:00:00Z');
const PAGE = path.join(__dirname, 'page', 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

async function main(): Promise<void> {
  const port = Number(process.env['PLAYGROUND_PORT'] ?? 3333);
  const folder = await mkdtemp(path.join(tmpdir(), 'gentle-nudge-playground-'));
  const onError = (error: unknown) => console.error(error);
  const database = await openDatabase(
    { kind: 'embedded', dataDir: folder },
    { retryDelaySeconds: 1 },
    onError,
  );
  const stage = await openStage({ database, start: START, coordinators: ['UCOORD'], onError, populate });
  await playFirstWeek(stage);

  const control = createControl(stage);
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    void control(request, response).then((handled) => {
      if (!handled) return servePage(request.url ?? '/', response);
    }, onError);
  });
  server.listen(port, '127.0.0.1', () => {
    console.log(`Gentle Nudge's playground: http://127.0.0.1:${port}  (Ctrl+C ends it)`);
  });
  const end = () => {
    server.close();
    server.closeAllConnections();
    void stage
      .close()
      .finally(() => rm(folder, { recursive: true, force: true }))
      .finally(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

async function servePage(url: string, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(url, 'http://127.0.0.1');
  const file = path.join(PAGE, path.normalize(pathname === '/' ? '/index.html' : pathname));
  const isThere =
    file.startsWith(PAGE) &&
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

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
