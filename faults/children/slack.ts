import { createLocalSlack, type Fault } from '../../playground/slack';
import { post } from '../../test/app/incoming/post';
import { seeded } from '../seeded';
import { serve } from './serve';

/** The local Slack in a process of its own, told what to do wrong and asked what it has seen. */

async function main(): Promise<void> {
  const slack = await createLocalSlack({
    now: () => new Date(),
    // Of the run's own time, which goes faster than the machine.
    ackTimeoutMs: 3000 * Number(process.env['FAULTS_RATE']),
    connectTimeoutMs: 300_000,
    retryDelaysMs: [1000, 60_000, 300_000],
    random: seeded(Number(process.env['FAULTS_SEED'])),
  });
  const people: string[] = [];
  let saying = Promise.resolve();

  serve({
    hello: () => ({
      apiUrl: slack.apiUrl,
      team: slack.team.id,
      token: slack.bot.token,
      appToken: slack.bot.appToken,
    }),
    people({ ids }) {
      for (const id of asTexts(ids)) {
        slack.addUser({ id, name: id.toLowerCase(), tz: 'America/New_York' });
        people.push(id);
      }
      return people.map((id) => slack.dmOf(id));
    },
    http({ url, secret }) {
      slack.deliverOverHttp(String(url), String(secret));
    },
    arm: ({ fault }) => slack.arm(fault as Fault),
    disarm: () => slack.disarm(),
    revoke: () => slack.revokeToken(),
    reinstall: () => slack.reinstall(),
    leave: ({ id }) => slack.changeUser(String(id), { deleted: true }),
    async say({ id, text }) {
      return told(slack.say(String(id), String(text)));
    },
    /** Says it, and edits it at once: the edit is delivered first. */
    async sayAndEdit({ id, text, edited }) {
      // Which message waits for which edit is kept straight by doing one after another.
      const mine = saying.then(async () => {
        slack.arm({ kind: 'out_of_order' });
        slack.arm({ kind: 'duplicate_event', times: 3 });
        const { channel, ts } = await slack.say(String(id), String(text));
        await slack.edit(String(id), channel, ts, String(edited));
      });
      saying = mine.catch(() => undefined);
      return told(mine);
    },
    command: ({ id, name = '/nudge', text = '' }) =>
      told(slack.command(String(id), String(name), String(text))),
    async click({ id, actionId }) {
      const asked = slack
        .messages({ dm: String(id) })
        .find(({ blocks }) => JSON.stringify(blocks).includes(`"${String(actionId)}"`));
      if (asked === undefined) return false;
      return told(
        slack.click(String(id), { channel: asked.channel, ts: asked.ts, actionId: String(actionId) }),
      );
    },
    hasForm: ({ id }) => slack.view(String(id)) !== null,
    /** Sends the open form. Answers whether it was taken, and closed. */
    async submit({ id, block, text }) {
      const sent = await slack
        .submit(String(id), { [String(block)]: { value: String(text) } })
        .catch(() => null);
      return sent !== null && 'ok' in sent;
    },
    frame: ({ frame }) => slack.sendFrame(String(frame)),
    /** Posts a signed body as it is, also such as Slack would not send. Answers the status. */
    post: ({ url, secret, type, body }) =>
      post({ url: String(url), secret: String(secret) }, String(type), String(body)),
    /** What the bot has said in DMs: to whom, by which message of ours, and when. */
    said: () =>
      people.flatMap((id) =>
        slack
          .messages({ dm: id })
          .filter(({ bot_id }) => bot_id !== undefined)
          .map(({ metadata, ts, text, blocks }) => ({
            to: id,
            message: textOf(metadata?.event_payload['id']),
            at: Number(ts) * 1000,
            isNudge: JSON.stringify(blocks).includes('"answer_'),
            text,
          })),
      ),
    refused: () =>
      slack
        .calls()
        .filter(({ answer }) => answer['ok'] === false)
        .map(({ method, answer, args }) => [method, answer['error'], args]),
    limited: () =>
      slack.calls('chat.postMessage').filter(({ answer }) => answer['error'] === 'ratelimited').length,
  });
}

function told(act: Promise<unknown>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

void main();
