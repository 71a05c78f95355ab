import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** The floor of a click: Bolt with the bot's receiver and signature check, and a listener that only acks. */

const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT } = process.env;

async function main(): Promise<void> {
  const app = new App({
    token: SLACK_BOT_TOKEN ?? '',
    receiver: new HTTPReceiver({
      signingSecret: SLACK_SIGNING_SECRET ?? '',
      logLevel: LogLevel.ERROR,
      customRoutes: [
        { path: '/healthz', method: ['GET'], handler: (_request, response) => void response.end('ok') },
      ],
    }),
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: SLACK_API_URL ?? '' },
    tokenVerificationEnabled: false,
  });
  app.action(/.*/, ({ ack }) => ack());
  await app.start(Number(PORT));
}

void main();
