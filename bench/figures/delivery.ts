import { createWebClient } from '../../src/slack/web-client';
import { atLeast, type Figure } from '../figure';
import type { BenchDatabase } from '../grounds';
import { startSlack, type SlackProcess } from '../processes';
import { rewind } from '../seed';
import { drainMessages, planDue, seedMentees, type Mentees } from '../slack-bot';
import { interleave, median, perSecond, timed } from '../statistics';
import { watchStore } from '../watched';

/** How fast planned nudges leave, beside bare calls of the same client. */

const NUDGES = 2_000;
/** As many as the queue hands out at once. */
const AT_ONCE = 50;
const ROUNDS = 3;

/** Saying what is planned, exactly once, against a loop that only posts messages of the same size. */
export const deliveryFigure: Figure = {
  names: ['delivering 2,000 nudges'],
  async measure(grounds) {
    const database = await grounds.database();
    const slack = await startSlack();
    try {
      const mentees = await seedMentees(database, slack, NUDGES);
      const message = await firstMessage(database, slack, mentees);
      const { ours, floor, ratio } = await interleave(
        ROUNDS,
        async () => {
          await planAnew(database, slack);
          const delivered = await drainMessages(database, slack);
          await allSent(database);
          return delivered;
        },
        async () => {
          await slack.forget();
          return post(slack, mentees, message);
        },
      );
      return [
        atLeast(0.45, {
          name: 'delivering 2,000 nudges',
          ours: perSecond(NUDGES / (median(ours) / 1000)),
          floor: perSecond(NUDGES / (median(floor) / 1000)),
          ratio: 1 / ratio,
          rest: await whereItGoes(database, slack),
        }),
      ];
    } finally {
      await slack.stop();
      await database.close();
    }
  },
};

async function planAnew(database: BenchDatabase, slack: SlackProcess): Promise<void> {
  await slack.forget();
  await rewind(database.sql);
  await planDue(database);
}

async function allSent({ sql }: BenchDatabase): Promise<void> {
  const { rows } = await sql.query(`SELECT 1 FROM "Nudge" WHERE "state" = 'sent'`);
  if (rows.length !== NUDGES) throw new Error(`Of ${NUDGES} nudges, ${rows.length} were sent`);
}

type Message = Readonly<Record<string, unknown>> & { readonly text: string };

/** What the bot says for one nudge: delivered once, and taken from what it asked Slack to post. */
async function firstMessage(
  database: BenchDatabase,
  slack: SlackProcess,
  { dms }: Mentees,
): Promise<Message> {
  await planAnew(database, slack);
  await drainMessages(database, slack);
  const client = createWebClient(slack.token, slack.apiUrl);
  const { messages = [] } = await client.conversations.history({
    channel: dms[0] ?? '',
    limit: 1,
    include_all_metadata: true,
  });
  const [said] = messages;
  return { text: said?.text ?? '', blocks: said?.blocks, metadata: said?.metadata };
}

/** As many lanes as the bot has, each posting to one person after another. */
function post(slack: SlackProcess, { dms }: Mentees, message: Message): Promise<number> {
  const client = createWebClient(slack.token, slack.apiUrl);
  return timed(async () => {
    const left = dms.values();
    const lane = async () => {
      for (const channel of left) {
        await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  });
}

/** The bot with every statement counted. */
async function whereItGoes(database: BenchDatabase, slack: SlackProcess): Promise<string> {
  const watched = watchStore(database);
  try {
    await planAnew(database, slack);
    watched.forget();
    const before = process.cpuUsage();
    const took = await drainMessages(database, slack, watched.store);
    const { user, system } = process.cpuUsage(before);
    const busy = Math.round((100 * (user + system)) / 1000 / took);
    const each = watched.statements().length / NUDGES;
    return [
      'The bot asks Slack for do-not-disturb before it speaks, for fifty people at once.',
      `Beyond that it makes ${each.toFixed(1)} statements a nudge (what ${AT_ONCE} lanes ask at once is asked together) besides the queue's own, and keeps one core ${busy}% busy:`,
      'claiming before and recording after each message is the price of saying it exactly once.',
    ].join(' ');
  } finally {
    await watched.close();
  }
}
