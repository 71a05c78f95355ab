import { connect, createServer, type Socket } from 'node:net';
import { serve } from './serve';

/** Stands between the bot and PostgreSQL: passes everything on, or cuts, or swallows it. */

type Mode = 'pass' | 'silent' | 'cut_before_commit' | 'cut_after_commit';

const COMMIT = 'COMMIT';
const target = { host: '127.0.0.1', port: Number(process.env['FAULTS_TARGET']) };
interface Pair {
  readonly bot: Socket;
  readonly database: Socket;
}

const pairs = new Set<Pair>();
let mode: Mode = 'pass';
let cuts = 0;
/** Each so many commits one is cut. */
let every = 1;
let commits = 0;

const server = createServer((bot) => {
  const database = connect(target);
  const pair = { bot, database };
  pairs.add(pair);
  const end = () => {
    pairs.delete(pair);
    bot.destroy();
    database.destroy();
  };
  for (const socket of [bot, database]) socket.on('close', end).on('error', end);
  if (mode === 'silent') hush(pair);
  bot.on('data', (chunk) => {
    if (mode === 'cut_before_commit' && meets(chunk)) return cut(end);
    database.write(chunk);
  });
  database.on('data', (chunk) => {
    if (mode === 'cut_after_commit' && meets(chunk)) return cut(end);
    bot.write(chunk);
  });
});

/** Nothing comes through, and nothing is refused. */
function hush({ bot, database }: Pair): void {
  bot.pause();
  database.pause();
}

function meets(chunk: Buffer): boolean {
  if (!chunk.includes(COMMIT)) return false;
  commits += 1;
  return commits % every === 0;
}

function cut(end: () => void): void {
  cuts += 1;
  end();
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  serve({
    hello: () => ({ port }),
    mode(given) {
      mode = given['mode'] as Mode;
      every = Number(given['every'] ?? 1);
      for (const pair of pairs) {
        if (mode === 'silent') hush(pair);
        else {
          pair.bot.resume();
          pair.database.resume();
        }
      }
    },
    cuts: () => cuts,
  });
});
