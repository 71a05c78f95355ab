import 'dotenv/config';
import pino, { type Logger } from 'pino';
import { createApp, type Bot } from './app';
import { ConfigError, readConfig, readDatabaseConfig } from './config';
import { describeError } from './describe-error';
import { startClockwork, type Clockwork } from './jobs/clockwork';
import { previewCommand, PreviewRefused } from './cli/preview-command';
import { rhythmAndLife } from './services/asking/preview-nudges';
import { createBoltLogger } from './slack/bolt-logger';
import { classify } from './slack/slack-errors';
import { createStore } from './store';
import { migrate, openDatabase, type Database } from './store/database';
import { DatabaseUnavailable } from './store/database-unavailable';

/** The process: config, connections, wiring, signals. The only clock, and the only exit. */

const EXIT = { ok: 0, broken: 1, usage: 64, config: 78, database: 75, slack: 77 } as const;
const DRAIN_FOR = 10_000;

async function main(): Promise<void> {
  if (process.argv[2] === 'migrate') {
    const applied = await migrate(readDatabaseConfig(process.env));
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
    return;
  }
  if (process.argv[2] === 'preview') {
    process.stdout.write(await previewCommand(process.argv.slice(3), findMember, new Date()));
    return;
  }
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const onError = (error: unknown) => log.error(describeError(error), 'something broke');
  const database = await openDatabase(config.database, { retryDelaySeconds: 5 }, onError);
  const bot = createApp({
    config,
    healthPort: config.port,
    database,
    isPaced: true,
    clock: () => new Date(),
    logger: createBoltLogger(log),
    onError,
  });
  await bot.open();
  await bot.bolt.start(config.port);
  const clockwork = startClockwork(bot, onError);
  log.info({ mode: config.slack.mode.kind, database: config.database.kind }, 'Gentle Nudge is listening');
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
    // What takes longer than this is picked up at the next start: nothing that was promised is only in memory.
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
  await clockwork.stop();
  await bot.stop();
  await database.close();
}

main().catch((error: unknown) => {
  if (error instanceof PreviewRefused) {
    console.error(error.message);
    process.exit(EXIT.usage);
  }
  if (error instanceof ConfigError) {
    console.error(error.message);
    process.exit(EXIT.config);
  }
  if (error instanceof DatabaseUnavailable) {
    console.error(error.message);
    process.exit(EXIT.database);
  }
  const failure = classify(error);
  if (failure !== null) {
    console.error(
      `Slack does not let us in (${failure.error}). Nothing was lost. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or install the app again and take its new tokens.`,
    );
    process.exit(EXIT.slack);
  }
  console.error(describeError(error));
  process.exit(EXIT.broken);
});
