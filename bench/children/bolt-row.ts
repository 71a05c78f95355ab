import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { Pool } from 'pg';

/**
 * The floor of a click: Bolt with the bot's receiver and signature check, and a listener that commits one row and acks, or
 * only acks. Five times a second it says something and writes that down, as the bot does meanwhile.
 */

const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT, DATABASE_URL, DATA_DIR, FLOOR_KEEPS } =
  process.env;
const EACH = 200;

async function main(): Promise<void> {
  const query = await openDatabase();
  await query('CREATE TABLE IF NOT EXISTS "Kept" ("id" serial PRIMARY KEY, "body" text)', []);
  const keep = (body: string) => query('INSERT INTO "Kept" ("body") VALUES ($1)', [body]);
  const app = new App({
    receiver: new HTTPReceiver({
      signingSecret: SLACK_SIGNING_SECRET ?? '',
      logLevel: LogLevel.ERROR,
      customRoutes: [
        { path: '/healthz', method: ['GET'], handler: (_request, response) => void response.end('ok') },
      ],
    }),
    authorize: () => Promise.resolve({ botToken: SLACK_BOT_TOKEN ?? '', botId: 'B1', botUserId: 'U1' }),
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: SLACK_API_URL ?? '' },
  });
  app.action(/.*/, async ({ ack, body }) => {
    if (FLOOR_KEEPS === 'a row') await keep(JSON.stringify(body));
    await ack();
  });
  await app.start(Number(PORT));

  const slack = new WebClient(SLACK_BOT_TOKEN, { slackApiUrl: SLACK_API_URL ?? '' });
  const { channel } = await slack.conversations.open({ users: 'U00000000' });
  setInterval(() => {
    void slack.chat
      .postMessage({ channel: channel?.id ?? '', text: 'Where is it now?' })
      .then(({ ts }) => keep(String(ts)));
  }, EACH);
}

async function openDatabase(): Promise<(text: string, values: string[]) => Promise<unknown>> {
  if (DATABASE_URL !== undefined) {
    const pool = new Pool({ connectionString: DATABASE_URL, max: 12 });
    return (text, values) => pool.query(text, values);
  }
  const pglite = await PGlite.create(path.join(DATA_DIR ?? '', 'floor'));
  return (text, values) => pglite.query(text, values);
}

void main();
