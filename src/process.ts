import pino, { type Logger } from 'pino';
import { createApp, type Bot } from './app';
import { readConfig, readDatabaseConfig } from './config';
import { describeError } from './describe-error';
import { makeGrammars } from './domain/reading/make-grammars';
import { EXIT } from './exit-codes';
import { explainFatal, worthWaitingFor } from './fatal';
import { startClockwork, type Clockwork, type Standstill } from './jobs/clockwork';
import { previewCommand } from './cli/preview-command';
import { readCommand } from './cli/read-command';
import { createSteadyClock } from './jobs/steady-clock';
import { patiently } from './patiently';
import { rhythmAndLife } from './services/asking/preview-nudges';
import { createBoltLogger } from './slack/bolt-logger';
import { createStore } from './store';
import { migrate, openDatabase, type Database } from './store/database';
import type { Embedded } from './store/embedded';

/** The process: config, connections, wiring, signals. The only clock, and the only exit. */

/** Slack's own command line kills after five seconds. What takes longer is picked up at the next start. */
const DRAIN_FOR = 4000;

/** @param ahead the embedded database of the settings, if it was started already */
export function run(ahead: Promise<Embedded> | null): void {
  main(ahead).catch((error: unknown) => end(error));
}

async function main(ahead: Promise<Embedded> | null): Promise<void> {
  if (process.argv[2] === 'migrate') {
    const applied = await migrate(readDatabaseConfig(process.env));
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
    return;
  }
  if (process.argv[2] === 'preview') {
    process.stdout.write(await previewCommand(process.argv.slice(3), findMember, new Date()));
    return;
  }
  if (process.argv[2] === 'read') {
    process.stdout.write(readCommand(process.argv.slice(3), new Date()));
    return;
  }
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const onError = (error: unknown) => log.error(describeError(error), 'something broke');
  const onWarning = (warning: string) => log.warn(warning);
  const waiting = (signal: string) => {
    log.info({ why: signal }, 'stopping');
    process.exit(EXIT.ok);
  };
  process.once('SIGTERM', waiting);
  process.once('SIGINT', waiting);
  process.on('uncaughtException', (error) => end(error, log));

  makeGrammars();
  const running = () => performance.now();
  const clock = createSteadyClock(() => new Date(), running);
  const database = await patiently(
    () => openDatabase(config.database, { retryDelaySeconds: 5 }, onError, ahead),
    worthWaitingFor,
    onWarning,
    pause,
  );
  let clockwork: Clockwork | null = null;
  const bot = createApp({
    config,
    healthPort: config.port,
    database,
    isPaced: true,
    clock: clock.now,
    rounds: () => clockwork?.rounds() ?? null,
    logger: createBoltLogger(log),
    onError,
  });
  await patiently(() => bot.open(), worthWaitingFor, onWarning, pause);
  // The socket waits for Slack by itself, with tries of its own.
  await bot.bolt.start(config.port);
  const { isSteady } = clock;
  const onStandstill = (error: Standstill) => end(error, log);
  clockwork = startClockwork(bot, { isSteady, running, onWarning, onError, onStandstill });
  log.info({ mode: config.slack.mode.kind, database: config.database.kind }, 'Gentle Nudge is listening');
  process.off('SIGTERM', waiting);
  process.off('SIGINT', waiting);
  onSignals({ bot, clockwork, database, log });
}

/** For `npm run preview -- --member …`, which needs the database and no Slack. */
async function findMember(slackUserId: string) {
  const place = readDatabaseConfig(process.env);
  const database = await openDatabase(place, { retryDelaySeconds: 5 }, console.error);
  try {
    const store = createStore(database);
    for (const workspaceId of await store.sweeps.workspaceIds()) {
      const workspace = store.workspace(workspaceId);
      const member = await workspace.members.bySlackId(slackUserId);
      if (member) return await rhythmAndLife(workspace, member);
    }
    return null;
  } finally {
    await database.close();
  }
}

function onSignals(parts: { bot: Bot; clockwork: Clockwork; database: Database; log: Logger }): void {
  const stop = (why: string, code: number) => {
    parts.log.info({ why }, 'stopping');
    setTimeout(() => process.exit(code), DRAIN_FOR).unref();
    void shutDown(parts).finally(() => process.exit(code));
  };
  process.once('SIGTERM', () => stop('SIGTERM', EXIT.ok));
  process.once('SIGINT', () => stop('SIGINT', EXIT.ok));
  process.on('unhandledRejection', (error) => {
    parts.log.fatal(describeError(error), 'unhandled rejection');
    stop('unhandled rejection', EXIT.broken);
  });
}

async function shutDown({
  bot,
  clockwork,
  database,
}: {
  bot: Bot;
  clockwork: Clockwork;
  database: Database;
}) {
  // Nothing new is begun; what is under way ends while there is still a database to write it down in.
  await Promise.all([database.queue.rest(), clockwork.stop(), bot.stop()]);
  await database.close();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The end, in words where there are any; else in the log, for whoever mends it. */
function end(error: unknown, log?: Logger): void {
  const fatal = explainFatal(error);
  if (fatal !== null) console.error(fatal.sentence);
  else if (log) log.fatal(describeError(error), 'something broke, and what is left of it is not known');
  else console.error(JSON.stringify(describeError(error)));
  process.exit(fatal?.code ?? EXIT.broken);
}
