import { createLocalSlack, type LocalSlack } from '../../playground/slack';
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
      process.send?.({ dms: ids.map((id) => slack.dmOf(id)) });
    }
    if (message['do'] === 'command' && typeof message['user'] === 'string') {
      void slack
        .command(message['user'], '/nudge', 'help')
        .then(() => process.send?.({ acked: true }))
        .catch((error: unknown) => process.send?.({ acked: false, error: String(error) }));
    }
    if (message['do'] === 'asked') process.send?.({ bodies: asked(slack) });
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

/** What Slack posts for a tap on "On track", of everybody who was asked. */
function asked(slack: LocalSlack): string[] {
  return slack.users().flatMap(({ id }) => {
    const message = slack.messages({ dm: id }).find(({ blocks }) => TAP.test(JSON.stringify(blocks)));
    const [, value] = TAP.exec(JSON.stringify(message?.blocks ?? [])) ?? [];
    return message === undefined || value === undefined
      ? []
      : [tapBody(slack.team.id, { user: id, channel: message.channel, ts: message.ts, value })];
  });
}

const TAP = /"action_id":"answer_on_track","value":"([^"]+)"/;

function tapBody(team: string, tap: { user: string; channel: string; ts: string; value: string }): string {
  const payload = {
    type: 'block_actions',
    team: { id: team, domain: 'bench' },
    user: { id: tap.user, team_id: team, username: 'mentee', name: 'mentee' },
    api_app_id: 'A0BENCH',
    trigger_id: '1.2.3',
    channel: { id: tap.channel, name: 'directmessage' },
    container: { type: 'message', message_ts: tap.ts, channel_id: tap.channel, is_ephemeral: false },
    message: { type: 'message', ts: tap.ts, text: 'How is it going?' },
    state: { values: {} },
    actions: [
      {
        type: 'button',
        action_id: 'answer_on_track',
        block_id: 'answer',
        value: tap.value,
        action_ts: tap.ts,
      },
    ],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

void main();
