import { App, type AuthorizeResult, type Logger as BoltLogger } from '@slack/bolt';
import type { Config } from './config';
import { openWorkspace } from './services/people/open-workspace';
import type { Context } from './services/ports';
import { wordsFor } from './words';
import { healthRoute } from './http/health';
import type { Rounds } from './jobs/clockwork';
import { createCompose } from './messages';
import { createPacer } from './services/pacer';
import { runOutboxJob } from './services/run-outbox-job';
import { sweep } from './services/sweep';
import { createInbox, workingOn } from './services/inbox';
import { openHttpLink } from './slack/incoming/http-link';
import { openIntake, workingIn } from './slack/incoming/intake';
import type { Link, LinkTools } from './slack/incoming/link';
import { openSocketLink } from './slack/incoming/socket-link';
import { registerListeners } from './slack/listeners';
import { withoutData } from './slack/bolt-logger';
import { slackByWorkspace } from './slack/slack-for';
import { createTiers } from './slack/tiers';
import { clientOptions, createWebClient } from './slack/web-client';
import { createStore } from './store';
import type { Database } from './store/database';
import { together } from './store/gather';

/** What the bot is made of, wired; it starts nothing by itself. */
export interface Bot {
  readonly bolt: App;
  /** Learns which workspace the token belongs to, and greets the coordinators. Call it before `bolt.start`. */
  open(): Promise<void>;
  /** Plans what is due at the clock's now. @param getsOn called while that takes long, and gets on */
  readonly sweep: (getsOn?: () => void) => Promise<void>;
  /** Works on what people sent and nobody is at work on any more. */
  readonly takeUp: () => Promise<void>;
  /** Says what waits in the outbox, until nothing is left that may be said now; answers how much. @param getsOn as of a sweep */
  readonly drain: (getsOn?: () => void) => Promise<number>;
  /** Hands out again what a process took from the outbox that then died or froze. */
  readonly revive: () => Promise<void>;
  /** Resolves when no listener is at work. */
  idle(): Promise<void>;
  /** Takes nothing new in, and resolves when what was taken in is done: Bolt's own stop() waits for neither. */
  stop(): Promise<void>;
  readonly tidy: () => Promise<void>;
  /** When anything falls due next that a sweep does, or the next nudge, or a message that waits. */
  nextDue(what: 'anything' | 'nudge' | 'message'): Promise<Date | null>;
}

export interface BotParts {
  readonly config: Pick<Config, 'slack' | 'coordinators'>;
  /** Where health checks are answered in Socket Mode; HTTP mode answers them beside Slack's requests. */
  readonly healthPort?: number;
  readonly database: Pick<Database, 'prisma' | 'queue'>;
  /** Whether messages keep to Slack's limits of themselves; else they are said as fast as it goes. */
  readonly isPaced?: boolean;
  readonly clock: () => Date;
  /** How the clockwork goes; null while there is none. */
  readonly rounds?: () => Rounds | null;
  readonly logger: BoltLogger;
  readonly onError: (error: unknown) => void;
}

/** Messages whose time to be tried has come, in one transaction. */
const TAKEN_UP_AT_ONCE = 500;
const REMEMBERED = 7 * 24 * 60 * 60 * 1000;

export function createApp({
  config,
  healthPort,
  database,
  isPaced = false,
  clock,
  rounds = () => null,
  logger,
  onError,
}: BotParts): Bot {
  const { botToken, apiUrl, mode } = config.slack;
  const store = createStore(database);
  // One token, of one workspace, so far.
  const foreign = withoutData(logger);
  const slackFor = slackByWorkspace(
    () => botToken,
    apiUrl,
    foreign,
    together.reads,
    () => (isPaced ? createTiers(clock) : null),
  );
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
  const outbox = {
    store,
    messengerFor: (workspaceId: string) => slackFor(workspaceId).messenger,
    compose,
    pacer: isPaced ? createPacer((kind) => compose.asks(kind) || kind.endsWith('digest')) : null,
    onUnknown,
  };
  const contextFor = (workspaceId: string, boltContext: object = {}): Context => {
    const bound = store.workspace(workspaceId);
    const working = workingIn(boltContext);
    return {
      store: working === null ? bound : workingOn(bound, working.arrival),
      ...slackFor(workspaceId),
      bank,
    };
  };

  const onWarning = (warning: string) => logger.warn(warning);
  const health = healthRoute({
    isConnected: () => link.isUp(),
    answers: () => store.sweeps.answers(),
    waiting: () => store.sweeps.waiting(clock()),
    rounds,
  });
  const linkTools: LinkTools = { routes: [health], onWarning, onError };
  const link: Link =
    mode.kind === 'http'
      ? openHttpLink(mode.signingSecret, foreign, linkTools)
      : openSocketLink({ appToken: mode.appToken, apiUrl, healthPort }, foreign, linkTools);
  /** Who we are in each workspace, learnt in open(): nothing is asked of Slack when something arrives. */
  const identities = new Map<string, AuthorizeResult>();
  const bolt = new App({
    receiver: link.receiver,
    logger: foreign,
    clientOptions: clientOptions(apiUrl),
    authorize({ teamId }) {
      const identity = identities.get(teamId ?? '');
      return identity ? Promise.resolve(identity) : Promise.reject(new Error('A workspace that is not ours'));
    },
  });
  const inbox = createInbox(store);
  const isOurs = (workspaceId: string) => identities.has(workspaceId);
  const intake = openIntake(bolt, { inbox, isOurs, clock, onWarning, onError });
  registerListeners(bolt, { contextFor, clock }, (workspaceId, reason) =>
    store.sweeps.stopWorkspace(workspaceId, reason, clock()),
  );

  return {
    bolt,
    async open() {
      const auth = await createWebClient(botToken, apiUrl, foreign).auth.test();
      const { team_id: id = '', team: name = '', user_id: botUserId = '', bot_id: botId = '' } = auth;
      identities.set(id, { botToken, botId, botUserId, teamId: id });
      await openWorkspace(
        store,
        { id, name, botUserId },
        config.coordinators,
        contextFor,
        (who, code) => logger.warn(`${who} is named in COORDINATORS and cannot be one (${code}).`),
        clock(),
      );
    },
    sweep: (getsOn) =>
      sweep({ sweeps: store.sweeps, bank, onLaidAside: onError, ...(getsOn && { getsOn }) }, clock()),
    takeUp: () => intake.takeUp(),
    async drain(getsOn) {
      await store.sweeps.takeUpMessages(clock(), TAKEN_UP_AT_ONCE);
      return database.queue.drain((job) => runOutboxJob(outbox, job, clock()), getsOn);
    },
    revive: () => database.queue.revive(),
    idle: () => intake.idle(),
    async stop() {
      const gone = link.gone();
      await bolt.stop();
      await gone;
      await intake.idle();
    },
    async tidy() {
      await database.queue.tidy();
      const before = new Date(clock().getTime() - REMEMBERED);
      await store.sweeps.forgetEvents(before);
      await store.sweeps.forgetAside(before);
      await store.sweeps.forgetUndos(clock());
      const lost = await inbox.letGo(clock());
      if (lost > 0)
        onWarning(`Let go of ${lost} things that people sent and that could not be done for a week.`);
    },
    nextDue: (what) => store.sweeps.nextDue(what),
  };
}
