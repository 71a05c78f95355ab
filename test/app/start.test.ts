import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { createLocalSlack, type LocalSlack } from '../../playground/slack';
import { temporaryFolder } from '../support/databases';

/** The process itself, as an operator starts it, and as the machine ends it. */

const index = path.join(__dirname, '..', '..', 'src', 'index.ts');
const tsx = require.resolve('tsx');
const LISTENING = /is listening/;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let slack: LocalSlack;

beforeEach(async () => {
  // Started in an empty folder, so that no .env of the checkout is read.
  folder = await temporaryFolder();
  slack = await createLocalSlack({ now: () => new Date() });
});
afterEach(async () => {
  await slack.close();
  await folder.remove();
});

/**
 * @param until once this was said, the process gets the signal; without, it is left to end by itself
 * @param before what is done before that
 */
function start(
  env: Record<string, string>,
  until?: RegExp,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', tsx, index], {
      cwd: folder.path,
      env: { PATH: process.env['PATH'], ...env },
    });
    let said = '';
    let isTold = false;
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (isTold || until?.test(said) !== true) return;
      // Once: a second signal is meant to kill.
      isTold = true;
      void before().finally(() => child.kill(signal));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', (code) => resolve({ code, said }));
  });
}

async function settings(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const { bot, apiUrl } = slack;
  return {
    SLACK_BOT_TOKEN: bot.token,
    SLACK_APP_TOKEN: bot.appToken,
    SLACK_API_URL: apiUrl,
    PORT: String(await freePort()),
    ...more,
  };
}

async function freePort(): Promise<number> {
  const { port, close } = await takePort();
  await close();
  return port;
}

function takePort(): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}

it('without tokens it says what is missing, points at the playground, and exits as misconfigured', async () => {
  const { code, said } = await start({});
  expect(said).toContain('SLACK_BOT_TOKEN');
  expect(said).toContain('npm run playground');
  expect(code).toBe(78);
});

it('waits for a database that is not there, and says so without a stack', async () => {
  const env = await settings({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' });
  const { code, said } = await start(env, /Trying again in 2 s/);
  expect(said).toContain('The database does not answer');
  expect(said).not.toMatch(/\n\s+at /);
  expect(code).toBe(0);
});

it('waits for Slack where the network is away, and does not blame the token', async () => {
  const env = await settings({ SLACK_API_URL: `http://127.0.0.1:${await freePort()}/` });
  const { code, said } = await start(env, /Trying again in 2 s/);
  expect(said).toContain('Slack does not answer (ECONNREFUSED)');
  expect(said).not.toContain('SLACK_BOT_TOKEN');
  expect(code).toBe(0);
});

it('with a token that Slack refuses it says so and exits', async () => {
  const { code, said } = await start(await settings({ SLACK_BOT_TOKEN: 'xoxb-1-2-3' }));
  expect(said).toContain('Slack does not let us in (invalid_auth)');
  expect(code).toBe(77);
});

it('with a port that is taken it says so and exits', async () => {
  const { port, close } = await takePort();
  const { code, said } = await start(await settings({ PORT: String(port) }));
  await close();
  expect(said).toContain(`The port ${port} is in use`);
  expect(code).toBe(69);
});

it('with a data folder that is none it says so and exits', async () => {
  const file = path.join(folder.path, 'a-file');
  await writeFile(file, '');
  const { code, said } = await start(await settings({ DATA_DIR: file }));
  expect(said).toContain('cannot be used');
  expect(code).toBe(73);
});

it('told to stop, it ends well, and each line of its log is one JSON record', async () => {
  const { code, said } = await start(await settings(), LISTENING);
  expect(code).toBe(0);
  const records = said.trim().split('\n');
  expect(records.map((record) => typeof JSON.parse(record))).toEqual(records.map(() => 'object'));
});

it('says on its port how each part goes, the clockwork too', async () => {
  const env = await settings();
  const health = async (): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${env['PORT'] ?? ''}/healthz`)).json();
  let seen: unknown = null;
  await start(env, LISTENING, 'SIGTERM', async () => {
    // The socket is up a moment after the process listens.
    for (let tries = 0; tries < 50; tries += 1) {
      seen = await health();
      if (JSON.stringify(seen).includes('"notWell":[]')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  const round = { ok: true, secondsSinceRound: expect.any(Number) as unknown };
  expect(seen).toEqual({
    ok: true,
    notWell: [],
    slack: { ok: true },
    database: { ok: true },
    outbox: { ...round, waiting: expect.any(Number) as unknown },
    sweep: round,
    laidAside: 0,
  });
});

it('starts at once on the data of a process that was killed', async () => {
  const env = await settings();
  expect((await start(env, LISTENING, 'SIGKILL')).code).toBeNull();
  const { code, said } = await start(env, LISTENING);
  expect(said).not.toContain('already uses the data');
  expect(code).toBe(0);
});
