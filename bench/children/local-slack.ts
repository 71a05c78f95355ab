import { createLocalSlack } from '../../playground/slack';
import { isRecord } from '../messages';

/** The local Slack in a process of its own, as Slack is: what it does is not the bot's time. */

async function main(): Promise<void> {
  const slack = await createLocalSlack({
    now: () => new Date(),
    connectTimeoutMs: 60_000,
    ackTimeoutMs: 60_000,
  });
  process.on('message', (message) => {
    if (!isRecord(message)) return;
    if (message['do'] === 'people' && Array.isArray(message['ids'])) {
      const ids = message['ids'].map(String);
      for (const id of ids) slack.addUser({ id, name: id.toLowerCase(), tz: 'America/New_York' });
      process.send?.({ known: ids.length });
    }
    if (message['do'] === 'command' && typeof message['user'] === 'string') {
      void slack
        .command(message['user'], '/nudge', 'help')
        .then(() => process.send?.({ acked: true }))
        .catch((error: unknown) => process.send?.({ acked: false, error: String(error) }));
    }
    if (message['do'] === 'forget') {
      slack.clearCalls();
      process.send?.({ forgot: true });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({
    apiUrl: slack.apiUrl,
    team: slack.team.id,
    token: slack.bot.token,
    appToken: slack.bot.appToken,
  });
}

void main();
