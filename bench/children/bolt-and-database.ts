import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';

/** The floor of a start: opens the same data folder and the same socket, and acks one command. */

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL, DATA_DIR } = process.env;

async function main(): Promise<void> {
  const pglite = new PGlite(path.join(DATA_DIR ?? '', 'postgres'));
  await pglite.query('SELECT count(*) FROM "Workspace"');
  const slackApiUrl = SLACK_API_URL ?? '';
  const app = new App({
    token: SLACK_BOT_TOKEN ?? '',
    receiver: new SocketModeReceiver({
      appToken: SLACK_APP_TOKEN ?? '',
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl } },
    }),
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl },
    tokenVerificationEnabled: false,
  });
  app.command('/nudge', ({ ack }) => ack());
  await app.start();
  process.on('SIGTERM', () => {
    void app
      .stop()
      .then(() => pglite.close())
      .finally(() => process.exit(0));
  });
}

void main();
