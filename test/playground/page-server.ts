import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createControl } from '../../playground/control';
import { startHttpBot } from './bolt';
import type { Running } from './bolt';
import { listenLikeABot, nudge } from './page-bot';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Served extends Running {
  url: string;
  /** The times to which the clock was moved. */
  moves: Date[];
  close: () => Promise<void>;
}

/** The built page in `folder`, with the control API over a local Slack and a small real bot. */
export async function servePage(folder: string, port = 0): Promise<Served> {
  const running = await startHttpBot(listenLikeABot);
  const { slack, clock, app } = running;
  slack.addUser({ id: 'UMENTEE', name: 'Maya', tz: 'America/Chicago' });
  slack.addUser({ id: 'UMENTOR', name: 'Tom Reed', tz: 'Europe/London' });
  slack.addChannel({ id: 'CGENERAL', name: 'general', members: ['UMENTEE', 'UMENTOR', 'UBOT'] });
  const moves: Date[] = [];
  const due = new Date(clock.now().getTime() + 6 * 3_600_000);

  const control = createControl({
    slack,
    clock,
    settled: running.settled,
    async advance(to) {
      moves.push(to);
      clock.move(to.getTime() - clock.now().getTime());
      if (to >= due)
        await app.client.chat.postMessage({ channel: 'UMENTEE', text: 'How is it going?', blocks: nudge });
    },
    nextDue: () => Promise.resolve(clock.now() < due ? due : null),
  });

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (await control(req, res)) return;
    const path = normalize(req.url === '/' ? '/index.html' : (req.url ?? ''));
    const body = await readFile(join(folder, path)).catch(() => null);
    res.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    res.end(body ?? '');
  }

  const server = createServer({ keepAliveTimeout: 0 }, (req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    ...running,
    url: `http://127.0.0.1:${address.port}`,
    moves,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await running.stop();
    },
  };
}
