import { createServer } from 'node:net';
import { once } from 'node:events';
import { questionValue } from '../../src/slack/kit/ids';
import { atMost, type Figure, type Line } from '../figure';
import type { BenchDatabase } from '../grounds';
import { numbersIn } from '../messages';
import {
  startBot,
  startCompiled,
  startHelper,
  startSlack,
  type Child,
  type SlackProcess,
} from '../processes';
import { drain, planDue, seedMentees } from '../slack-bot';
import { interleave, median, milliseconds, quantile, type Rounds } from '../statistics';

/** What a tap costs: from the request to the 200, with deliveries under way. */

const PEOPLE = 150;
const PER_SECOND = 50;
/** Three seconds at that pace. */
const CLICKS = 150;
const ROUNDS = 6;
const SECRET = 'a-signing-secret-of-the-bench';

/** A click on a nudge's button until Slack has its 200: the bot as it is deployed beside Bolt that only acks. */
export const clickFigure: Figure = {
  names: ['click to HTTP 200, median', 'click to HTTP 200, p99'],
  async measure(grounds) {
    const database = await grounds.database();
    const slack = await startSlack();
    const load = startHelper('load');
    const started: Child[] = [load];
    try {
      const clicks = await askEverybody(database, slack);
      const shared = {
        SLACK_BOT_TOKEN: slack.token,
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_API_URL: slack.apiUrl,
      };
      const [botPort, floorPort] = [await freePort(), await freePort()];
      started.push(startBot({ ...shared, DATABASE_URL: database.url, PORT: String(botPort) }));
      started.push(await startCompiled('bolt-only', { ...shared, PORT: String(floorPort) }));
      await Promise.all([answers(botPort), answers(floorPort)]);

      const [ours, floor]: [number[], number[]] = [[], []];
      const at = async (port: number, all: number[]) => {
        const url = `http://127.0.0.1:${port}/slack/events`;
        const measured = numbersIn(
          await load.ask({ url, secret: SECRET, perSecond: PER_SECOND, bodies: clicks }),
          'milliseconds',
        );
        all.push(...measured);
        // The floor does not run beside what the bot still has to do for these clicks.
        await rests(database);
        return median(measured);
      };
      // The first answers warm both up and are not counted.
      await at(botPort, []);
      await at(floorPort, []);
      const rounds = await interleave(
        ROUNDS,
        () => at(botPort, ours),
        () => at(floorPort, floor),
      );
      return lines(rounds, ours, floor);
    } finally {
      for (const child of started) await child.stop();
      await slack.stop();
      await database.close();
    }
  },
};

function lines(rounds: Rounds, ours: readonly number[], floor: readonly number[]): Line[] {
  const [late, floorLate] = [quantile(ours, 0.99), quantile(floor, 0.99)];
  return [
    atMost(1.5, {
      name: 'click to HTTP 200, median',
      ours: milliseconds(median(rounds.ours)),
      floor: milliseconds(median(rounds.floor)),
      ratio: rounds.ratio,
      rest: 'The bot acks before anything else, as the floor does; a click waits while the process works on what earlier clicks asked for.',
    }),
    atMost(2, {
      name: 'click to HTTP 200, p99',
      ours: milliseconds(late),
      floor: milliseconds(floorLate),
      ratio: late / floorLate,
      rest: `The slowest twentieth of clicks took ${milliseconds(quantile(ours, 0.95))} or more, beside ${milliseconds(quantile(floor, 0.95))}: these met the bot while it wrote check-ins, or redrew the messages and App Homes of the clicks before, on the one thread that also answers.`,
    }),
  ];
}

/** Everybody is asked; the answer is the body that Slack posts for a click on "On track" or "Stuck". */
async function askEverybody(database: BenchDatabase, slack: SlackProcess): Promise<string[]> {
  await seedMentees(database, slack, PEOPLE);
  await planDue(database);
  await drain(database, slack);
  const { rows } = await database.sql.query<{ nudge: string; slack: string; channel: string; ts: string }>(
    `SELECT n."id" AS "nudge", m."slackUserId" AS "slack", s."channel", s."ts"
     FROM "Nudge" n JOIN "Member" m ON m."id" = n."memberId" JOIN "Message" s ON s."id" = n."messageId"
     WHERE n."state" = 'sent' ORDER BY m."slackUserId"`,
  );
  if (rows.length !== PEOPLE) throw new Error('Not everybody was asked');
  return Array.from({ length: CLICKS }, (_, turn) => {
    const row = rows[turn % rows.length];
    if (!row) throw new Error('Nobody was asked');
    const status = turn % 4 === 3 ? 'stuck' : 'on_track';
    return clickBody(slack.team, { ...row, status });
  });
}

function clickBody(
  team: string,
  click: { nudge: string; slack: string; channel: string; ts: string; status: string },
): string {
  const payload = {
    type: 'block_actions',
    team: { id: team, domain: 'bench' },
    user: { id: click.slack, team_id: team, username: 'mentee', name: 'mentee' },
    api_app_id: 'A0BENCH',
    trigger_id: '1.2.3',
    channel: { id: click.channel, name: 'directmessage' },
    container: { type: 'message', message_ts: click.ts, channel_id: click.channel, is_ephemeral: false },
    message: { type: 'message', ts: click.ts, text: 'How is it going?' },
    state: { values: {} },
    actions: [
      {
        type: 'button',
        action_id: `answer_${click.status}`,
        block_id: 'answer',
        value: questionValue(click.nudge, 0),
        action_ts: click.ts,
      },
    ],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

async function answers(port: number): Promise<void> {
  await until(async () => {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    return response?.ok === true;
  });
}

function rests({ queue }: BenchDatabase): Promise<void> {
  return until(async () => (await queue.depth()) === 0);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('Nothing came of it within a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}
