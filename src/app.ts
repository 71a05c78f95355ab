import { App, HTTPReceiver, SocketModeReceiver, type Logger as BoltLogger, type Receiver } from '@slack/bolt';
import type { Config } from './config';
import { openWorkspace } from './services/people/open-workspace';
import type { Context } from './services/ports';
import { wordsFor } from './words';
import { healthRoute } from './http/health';
import { createCompose } from './messages';
import { runOutboxJob } from './services/run-outbox-job';
import { sweep } from './services/sweep';
import { countInFlight } from './slack/in-flight';
import { registerListeners } from './slack/listeners';
import { slackByWorkspace } from './slack/slack-for';
import { clientOptions, createWebClient } from './slack/web-client';
import { createStore } from './store';
import type { Database } from './store/database';

/** What the bot is made of, wired; it starts nothing by itself. */
export interface Bot {
  readonly bolt: App;
  /** Learns which workspace the token belongs to, and greets the coordinators. Call it before `bolt.start`. */
  open(): Promise<void>;
  /** Plans what is due at the clock's now. */
  sweep(): Promise<void>;
  /** Says what waits in the outbox, until nothing is left that may be said now. */
  drain(): Promise<void>;
  /** Resolves when no listener is at work. */
  idle(): Promise<void>;
  /** Takes nothing new in, and resolves when what was taken in is done: Bolt's own stop() waits for neither. */
  stop(): Promise<void>;
  tidy(): Promise<void>;
  /** When anything falls due next, or the next nudge. */
  nextDue(what: 'anything' | 'nudge'): Promise<Date | null>;
  /** Whether Slack can reach us now: in Socket Mode, whether the socket is up. */
  isReady(): boolean;
}

export interface BotParts {
  readonly config: Pick<Config, 'slack' | 'coordinators'>;
  /** Where health checks are answered in Socket Mode; HTTP mode answers them beside Slack's requests. */
  readonly healthPort?: number;
  readonly database: Pick<Database, 'prisma' | 'queue'>;
  readonly clock: () => Date;
  readonly logger: BoltLogger;
  readonly onError: (error: unknown) => void;
}

const EVENTS_REMEMBERED = 7 * 24 * 60 * 60 * 1000;

export function createApp({ config, healthPort, database, clock, logger, onError }: BotParts): Bot {
  const { botToken, apiUrl, mode } = config.slack;
  const store = createStore(database);
  // One token, of one workspace, so far.
  const slackFor = slackByWorkspace(() => botToken, apiUrl, logger);
  const compose = createCompose(wordsFor);
  /** Ids and situations, the same in every language. */
  const { BANK: bank } = wordsFor(null);
  const unknown = new Set<string>();
  const onUnknown = ({ kind }: { readonly kind: string }) => {
    if (unknown.has(kind)) return;
    unknown.add(kind);
    logger.warn(
      `Messages of the kind '${kind}' stay planned: this version cannot make them. A newer one will.`,
    );
  };
  const contextFor = (workspaceId: string): Context => ({
    store: store.workspace(workspaceId),
    ...slackFor(workspaceId),
    bank,
  });

  let socketUp = mode.kind === 'http';
  const health = healthRoute(() => socketUp);
  /** The end of the socket; HTTP has none to wait for. */
  let disconnected = Promise.resolve();
  const receiver = createReceiver();
  const bolt = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions: clientOptions(apiUrl),
    // The token is checked once, in open(), with words of our own when it is refused.
    tokenVerificationEnabled: false,
  });
  const inFlight = countInFlight(bolt);
  bolt.error((error) => {
    onError(error);
    return Promise.resolve();
  });
  registerListeners(bolt, { contextFor, clock }, (workspaceId, reason) =>
    store.sweeps.stopWorkspace(workspaceId, reason, clock()),
  );

  function createReceiver(): Receiver {
    if (mode.kind === 'http') {
      return new HTTPReceiver({
        signingSecret: mode.signingSecret,
        logger,
        customRoutes: [health],
      });
    }
    const socket = new SocketModeReceiver({
      appToken: mode.appToken,
      logger,
      // Its own options: Bolt writes into what it is given. Coming back online is worth many tries.
      customRoutes: healthPort === undefined ? [] : [health],
      installerOptions: {
        ...(healthPort === undefined ? {} : { port: healthPort }),
        clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 100, factor: 1.3 } },
      },
    });
    socket.client.on('connected', () => {
      socketUp = true;
      disconnected = new Promise((resolve) => socket.client.once('disconnected', () => resolve()));
    });
    socket.client.on('disconnected', () => (socketUp = false));
    socket.client.on('reconnecting', () => (socketUp = false));
    return socket;
  }

  return {
    bolt,
    async open() {
      const auth = await createWebClient(botToken, apiUrl, logger).auth.test();
      await openWorkspace(
        store,
        { id: auth.team_id ?? '', name: auth.team ?? '', botUserId: auth.user_id ?? '' },
        config.coordinators,
        contextFor,
        (id, code) => logger.warn(`${id} is named in COORDINATORS and cannot be one (${code}).`),
        clock(),
      );
    },
    sweep: () => sweep({ sweeps: store.sweeps, bank }, clock()),
    async drain() {
      await database.queue.drain((job) =>
        runOutboxJob(
          { store, messengerFor: (workspaceId) => slackFor(workspaceId).messenger, compose, onUnknown },
          job,
          clock(),
        ),
      );
    },
    idle: () => inFlight.idle(),
    async stop() {
      const gone = socketUp ? disconnected : Promise.resolve();
      await bolt.stop();
      await gone;
      await inFlight.idle();
    },
    tidy: () => store.sweeps.forgetEvents(new Date(clock().getTime() - EVENTS_REMEMBERED)),
    nextDue: (what) => store.sweeps.nextDue(what),
    isReady: () => socketUp,
  };
}
