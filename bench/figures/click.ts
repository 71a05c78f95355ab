import { startEmbedded } from '../../src/store/embedded';
import { atMost, type Figure, type Line } from '../figure';
import type { Grounds } from '../grounds';
import { numbersIn } from '../messages';
import {
  clockFrom,
  startBot,
  startCompiled,
  startHelper,
  startSlack,
  type Child,
  type Clock,
  type SlackProcess,
} from '../processes';
import { DUE, seedDueMembers, seedWorkspace, slackUserIds, type Sql } from '../seed';
import { median, milliseconds, quantile } from '../statistics';
import { freePort } from '../../test/support/free-port';

/** What a tap costs, from the request to the 200, for a minute, while nudges go out at the pace that Slack allows. */

const MINUTE = 60_000;
/** Asked first: they tap. */
const TAPPING = 150;
/** A few are asked something that has no such button. */
const ENOUGH = 120;
/** Due in the minutes after, so that something is said throughout; a few more than a minute takes. */
const DUE_EACH_MINUTE = 330;
const PACES = [
  { perSecond: 25, p99: 2 },
  { perSecond: 50, p99: 2.5 },
] as const;
/** The minute after DUE in which the first pace is measured: by then, everybody who taps was asked. */
const FIRST = 2;
const SECRET = 'a-signing-secret-of-the-bench';
/** The bot's processes begin so long before everybody is due. */
const BEFORE = 15_000;

type Kind = 'server' | 'embedded';

/** A click on a nudge's button until Slack has its 200: the bot as it is deployed beside Bolt that commits a row and acks. */
export const clickFigure: Figure = {
  names: ['click'],
  async measure(grounds) {
    return [...(await clicks(grounds, 'server')), ...(await clicks(grounds, 'embedded'))];
  },
};

async function clicks(grounds: Grounds, kind: Kind): Promise<Line[]> {
  const place = await openPlace(grounds, kind);
  const clock = clockFrom(new Date(DUE.getTime() - BEFORE));
  const dueAt = Date.now() + BEFORE;
  const [slack, load] = [await startSlack(clock), startHelper('load', clock)];
  const settings = {
    SLACK_BOT_TOKEN: slack.token,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.apiUrl,
    ...place.env,
  };
  try {
    await place.sql((sql) => seed(sql, slack));
    const bot = await running(settings, (env) => startBot(env, clock));
    await untilMinute(dueAt, FIRST);
    const bodies = await slack.taps();
    if (bodies.length < ENOUGH) throw new Error(`Only ${bodies.length} of ${TAPPING} were asked`);
    const tap = (port: number, perSecond: number) => taps(load, port, perSecond, bodies.slice(0, TAPPING));
    const ours: number[][] = [];
    for (const [number, { perSecond }] of PACES.entries()) {
      await untilMinute(dueAt, FIRST + number);
      ours.push(await tap(bot.port, perSecond));
    }
    await bot.child.stop();

    const floors = await floor(settings, clock, 'a row', tap);
    const bare = kind === 'server' ? await floor(settings, clock, 'nothing', tap) : [];
    return PACES.flatMap(({ perSecond, p99 }, number) =>
      lines(`${kind}, ${perSecond}/s`, p99, ours[number] ?? [], floors[number] ?? [], bare[number]),
    );
  } finally {
    await load.stop();
    await slack.stop();
    await place.close();
  }
}

interface Running {
  readonly port: number;
  readonly child: Child;
}

async function running(
  settings: Readonly<Record<string, string>>,
  start: (env: Readonly<Record<string, string>>) => Child | Promise<Child>,
): Promise<Running> {
  const port = await freePort();
  const child = await start({ ...settings, PORT: String(port) });
  await answers(port);
  return { port, child };
}

async function floor(
  settings: Readonly<Record<string, string>>,
  clock: Clock,
  keeps: 'a row' | 'nothing',
  tap: (port: number, perSecond: number) => Promise<number[]>,
): Promise<number[][]> {
  const bolt = await running({ ...settings, FLOOR_KEEPS: keeps }, (env) =>
    startCompiled('bolt-row', env, clock),
  );
  try {
    const measured: number[][] = [];
    for (const { perSecond } of PACES) measured.push(await tap(bolt.port, perSecond));
    return measured;
  } finally {
    await bolt.child.stop();
  }
}

/** Milliseconds of each tap of a minute; the first seconds warm the process up and are not counted. */
async function taps(
  load: Child,
  port: number,
  perSecond: number,
  bodies: readonly string[],
): Promise<number[]> {
  const url = `http://127.0.0.1:${port}/slack/events`;
  const send = async (count: number) =>
    numbersIn(
      await load.ask({
        url,
        secret: SECRET,
        perSecond,
        bodies: Array.from({ length: count }, (_, turn) => bodies[turn % bodies.length]),
      }),
      'milliseconds',
    );
  await send(perSecond * 4);
  return send((perSecond * MINUTE) / 1000);
}

function lines(
  name: string,
  target: number,
  ours: readonly number[],
  floor: readonly number[],
  bare: readonly number[] | undefined,
): Line[] {
  const beside = (share: number) =>
    bare === undefined
      ? ''
      : ` Beside Bolt that keeps nothing it is ${(quantile(ours, share) / quantile(bare, share)).toFixed(2)} ×.`;
  const [late, floorLate] = [quantile(ours, 0.99), quantile(floor, 0.99)];
  return [
    atMost(1.5, {
      name: `click (${name}), median`,
      ours: milliseconds(median(ours)),
      floor: milliseconds(median(floor)),
      ratio: median(ours) / median(floor),
      rest: `One row is committed before the ack, as by the floor; the rest is reading the payload with care.${beside(0.5)}`,
    }),
    atMost(target, {
      name: `click (${name}), p99`,
      ours: milliseconds(late),
      floor: milliseconds(floorLate),
      ratio: late / floorLate,
      rest: `The slowest twentieth took ${milliseconds(quantile(ours, 0.95))} or more, beside ${milliseconds(quantile(floor, 0.95))}: these met the bot while it wrote the check-ins of earlier clicks or said nudges, on the one thread that also answers.${beside(0.99)}`,
    }),
  ];
}

/** Those who tap are due at DUE, the others in the minutes after. */
async function seed(sql: Sql, slack: SlackProcess): Promise<void> {
  const ids = slackUserIds(TAPPING + DUE_EACH_MINUTE * PACES.length);
  const dmChannelIds = await slack.people(ids);
  await seedWorkspace(sql, slack.team);
  await seedDueMembers(sql, { workspaceId: slack.team, slackUserIds: ids, dmChannelIds });
  for (const number of PACES.keys()) {
    const from = TAPPING + number * DUE_EACH_MINUTE;
    await sql.query(
      `UPDATE "Cadence" c SET "nextDueAt" = $1 FROM "Member" m WHERE m."id" = c."memberId" AND m."slackUserId" = ANY($2)`,
      [new Date(DUE.getTime() + (FIRST + number) * MINUTE), ids.slice(from, from + DUE_EACH_MINUTE)],
    );
  }
}

interface Place {
  readonly env: Readonly<Record<string, string>>;
  /** Before the bot runs. */
  sql(work: (sql: Sql) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

async function openPlace(grounds: Grounds, kind: Kind): Promise<Place> {
  if (kind === 'server') {
    const database = await grounds.database();
    return { env: { DATABASE_URL: database.url }, sql: (work) => work(database.sql), close: database.close };
  }
  const dataDir = await grounds.embedded('clicks');
  return {
    env: { DATA_DIR: dataDir },
    async sql(work) {
      const embedded = await startEmbedded(dataDir);
      await embedded.opened;
      await work({ query: (text, values) => embedded.runner.executeSql(text, values) });
      await embedded.close();
    },
    close: () => Promise.resolve(),
  };
}

/** Waits for the minute after DUE, and for the sweep in it. */
async function untilMinute(dueAt: number, minute: number): Promise<void> {
  const wait = dueAt + minute * MINUTE + 2000 - Date.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

async function answers(port: number): Promise<void> {
  const deadline = performance.now() + MINUTE;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (response?.ok === true) return;
    if (performance.now() > deadline) throw new Error('Nothing came of it within a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
