import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { createLocalSlack } from '../../playground/slack';
import type { LocalSlack, LocalSlackOptions } from '../../playground/slack';

export const REFERENCE = new Date('2027-03-01T09:00:00Z');
export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
/** Matchers whose type is known. */
export const anyText: unknown = expect.any(String);
export function containing(words: string): unknown {
  return expect.stringContaining(words);
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** No test may depend on how fast the machine is: only those about waiting set limits of their own. */
const PATIENCE = { ackTimeoutMs: 120_000, connectTimeoutMs: 120_000 };

/** A clock that stands still until it is moved. */
export interface Clock {
  now: () => Date;
  move(ms: number): void;
}

function createClock(): Clock {
  let at = REFERENCE.getTime();
  return {
    now: () => new Date(at),
    move(ms) {
      at += ms;
    },
  };
}

/** Bolt reports the faults these tests arm on purpose; they are asserted on, not read. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

const retryConfig = { retries: 2, minTimeout: 5, maxTimeout: 10 };

export interface Running {
  slack: LocalSlack;
  app: App;
  clock: Clock;
  /** Resolves once every listener that was called has ended. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}

function watchWork(app: App): () => Promise<void> {
  const working = new Set<Promise<void>>();
  app.use(async ({ next }) => {
    const work = next();
    working.add(work);
    await work.finally(() => working.delete(work));
  });
  return async () => {
    while (working.size > 0) await Promise.allSettled(working);
  };
}

export async function startSlack(
  options: Partial<LocalSlackOptions> = {},
): Promise<{ slack: LocalSlack; clock: Clock }> {
  const clock = createClock();
  const slack = await createLocalSlack({ now: clock.now, ...PATIENCE, ...options });
  slack.addUser({ id: 'UANA', name: 'ana', realName: 'Ana Silva', tz: 'Europe/Lisbon' });
  slack.addUser({ id: 'UBEN', name: 'ben', realName: 'Ben Okoro', tz: 'America/New_York' });
  slack.addChannel({ id: 'CMENTORS', name: 'mentors', members: ['UANA', 'UBEN'] });
  return { slack, clock };
}

export function clientOf(slack: LocalSlack, token: string | null = slack.bot.token): WebClient {
  return new WebClient(token ?? undefined, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: silent,
  });
}

/** What people do while no bot is connected, so that nobody hears of it. */
export async function unheard(act: Promise<void>): Promise<void> {
  await expect(act).rejects.toThrow('no open socket connection');
}

/** The code with which Slack refuses a call. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: { data?: { error?: string } }) => error.data?.error ?? error,
  );
}

/** A real Bolt app on the local Slack over Socket Mode; `listen` adds its listeners before it starts. */
export async function startSocketBot(
  listen: (app: App) => void,
  options: Partial<LocalSlackOptions> = {},
): Promise<Running> {
  const { slack, clock } = await startSlack(options);
  const receiver = new SocketModeReceiver({
    appToken: slack.bot.appToken,
    logger: silent,
    // Short, as faults cut sockets; and yet a busy machine that answers late is not gone.
    clientPingTimeout: 2_000,
    serverPingTimeout: 60_000,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl, retryConfig } },
  });
  const app = new App({
    token: slack.bot.token,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig },
  });
  const settled = watchWork(app);
  listen(app);
  await app.start();
  return {
    slack,
    app,
    clock,
    settled,
    async stop() {
      const gone = new Promise((resolve) => receiver.client.once('disconnected', resolve));
      await app.stop();
      await gone;
      await slack.close();
    },
  };
}

/** The same over signed HTTP requests. */
export async function startHttpBot(
  listen: (app: App) => void,
  options: Partial<LocalSlackOptions> & { appSecret?: string } = {},
): Promise<Running> {
  const { appSecret, ...rest } = options;
  const { slack, clock } = await startSlack(rest);
  const receiver = new HTTPReceiver({ signingSecret: appSecret ?? signingSecret, logger: silent });
  const app = new App({
    token: slack.bot.token,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig },
  });
  const settled = watchWork(app);
  listen(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = 'address' in server ? server.address() : null;
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  slack.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`, signingSecret);
  return {
    slack,
    app,
    clock,
    settled,
    async stop() {
      await app.stop();
      await slack.close();
    },
  };
}
