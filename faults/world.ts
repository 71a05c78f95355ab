import path from 'node:path';
import { z } from 'zod';
import { DUE, seedDueMembers, seedWorkspace, slackUserIds } from '../bench/seed';
import type { Fault } from '../playground/slack';
import { startHelper, type Helper } from './ask';
import { startBot, type Bot } from './bots';
import { openGround, type Ground } from './ground';
import type { Outcome } from './outcome';
import { seeded } from './seeded';
import { MINUTE, startTime, type RunTime } from './times';

/** Slack, a database, and the bot's processes, each in a process of its own, with people who are all due at one minute. */

export interface WorldSettings {
  readonly database: 'embedded' | 'server';
  readonly mode: 'http' | 'socket';
  /** People who are due. */
  readonly due: number;
  /** Processes of the bot. */
  readonly bots?: number;
  readonly seed: number;
  /** Whether the bots reach the database through the fault proxy. */
  readonly isProxied?: boolean;
  /** Whether their disk can be full. */
  readonly hasDisk?: boolean;
  readonly isSupervised?: boolean;
  /** People beyond these whose rows are spoilt, and of whom nothing is promised. */
  readonly poor?: number;
  readonly spoil?: (sql: Spoil, ids: readonly string[]) => Promise<unknown>;
}

type Spoil = Parameters<Parameters<Ground['sql']>[0]>[0];

export interface World {
  readonly time: RunTime;
  readonly ground: Ground;
  readonly bots: readonly Bot[];
  readonly people: readonly string[];
  readonly proxy: Helper | null;
  /** From 0 to 1, the same for the same seed. */
  readonly random: () => number;
  /** A file: while it is there, no disk has room. */
  readonly diskFile: string;
  arm(fault: Fault): Promise<void>;
  disarm(): Promise<void>;
  slack(verb: string, given?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Sends a body as it is to the first bot, signed. Answers the status. */
  post(type: string, body: string): Promise<unknown>;
  said(): Promise<readonly Said[]>;
  /** Says something in the DM, and remembers it if Slack was told "ok". */
  say(id: string, text: string): Promise<boolean>;
  /** Sends the open form with these words in one field, and remembers them if the form was taken. */
  submit(id: string, block: string, text: string): Promise<boolean>;
  /** Words of people that must stand in no log. */
  plant(text: string): void;
  /** Remembers something that Slack was told "ok" for. */
  wasAcked(text: string): void;
  addBot(): Promise<Bot>;
  /** The fault is over: recovery is counted from here. */
  isWell(): void;
  /** Waits until so many of those due were asked, or the time is over. */
  untilAsked(count: number, within: number): Promise<void>;
  /** Counts rows, by what follows FROM. While an embedded bot runs, it is stopped for that. */
  countRows(from: string): Promise<number>;
  /** Ends the bots, and counts. */
  outcome(): Promise<Outcome>;
  close(): Promise<void>;
}

const sayings = z.array(
  z.object({ to: z.string(), message: z.string(), at: z.number(), isNudge: z.boolean(), text: z.string() }),
);
export type Said = z.infer<typeof sayings>[number];

const SECRET = 'a-signing-secret-of-the-faults';

export async function openWorld(settings: WorldSettings): Promise<World> {
  const { database, mode, due, seed } = settings;
  const ground = await openGround(database);
  const random = seeded(seed);
  const everybody = slackUserIds(due + (settings.poor ?? 0));
  const [people, poor] = [everybody.slice(0, due), everybody.slice(due)];
  const time = startTime();
  const slack = await startHelper('slack', { ...time.env, FAULTS_SEED: String(seed) }, preloaded());
  const hello = z
    .object({ apiUrl: z.string(), team: z.string(), token: z.string(), appToken: z.string() })
    .parse(await slack.ask('hello'));
  const dms = z.array(z.string()).parse(await slack.ask('people', { ids: everybody }));
  await ground.sql(async (sql) => {
    await seedWorkspace(sql, hello.team);
    await seedDueMembers(sql, { workspaceId: hello.team, slackUserIds: everybody, dmChannelIds: dms });
    await settings.spoil?.(sql, poor);
  });

  const proxy =
    settings.isProxied === true
      ? await startHelper('proxy', { FAULTS_TARGET: String(ground.server?.port) })
      : null;
  const diskFile = path.join(ground.folder, 'no-room');
  const env = {
    ...time.env,
    ...ground.env,
    ...(proxy === null ? {} : { DATABASE_URL: await throughProxy(proxy, ground) }),
    ...(settings.hasDisk === true ? { FAULTS_DISK: diskFile } : {}),
    SLACK_BOT_TOKEN: hello.token,
    SLACK_API_URL: hello.apiUrl,
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SECRET } : { SLACK_APP_TOKEN: hello.appToken }),
  };
  const bots: Bot[] = [];
  const addBot = async () => {
    const bot = await startBot({ env, folder: ground.folder, isSupervised: settings.isSupervised ?? true });
    bots.push(bot);
    return bot;
  };
  for (let count = 0; count < (settings.bots ?? 1); count += 1) await addBot();
  if (mode === 'http') {
    await slack.ask('http', { url: `http://127.0.0.1:${bots[0]?.port}/slack/events`, secret: SECRET });
  }

  const acked: string[] = [];
  /** Words that no log may hold: the seeded goals' too. */
  const planted = ['Give a talk at the spring meeting'];
  let well: number | null = null;
  const said = async () => sayings.parse(await slack.ask('said'));
  async function remembering(text: string, tell: () => Promise<unknown>): Promise<boolean> {
    planted.push(text);
    const isAcked = (await tell()) === true;
    if (isAcked) acked.push(text);
    return isAcked;
  }
  const stopAll = () => Promise.all(bots.map((bot) => bot.stop()));

  return {
    time,
    ground,
    bots,
    people,
    proxy,
    random,
    diskFile,
    arm: async (fault) => void (await slack.ask('arm', { fault })),
    disarm: async () => void (await slack.ask('disarm')),
    slack: (verb, given) => slack.ask(verb, given),
    post: (type, body) =>
      slack.ask('post', {
        url: `http://127.0.0.1:${bots[0]?.port}/slack/events`,
        secret: SECRET,
        type,
        body,
      }),
    said,
    plant: (text) => void planted.push(text),
    say: (id, text) => remembering(text, () => slack.ask('say', { id, text })),
    submit: (id, block, text) => remembering(text, () => slack.ask('submit', { id, block, text })),
    wasAcked: (text) => void acked.push(text),
    addBot,
    isWell: () => void (well = time.now()),
    async untilAsked(count, within) {
      await time.until(async () => asked(await said()).size >= count, within);
    },
    async countRows(from) {
      if (database === 'embedded') await stopAll();
      const { rows } = await ground.sql((sql) => sql.query(`SELECT count(*)::int AS "count" FROM ${from}`));
      return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count;
    },
    async outcome() {
      const all = await said();
      await stopAll();
      const counted = await ground.sql((sql) => count(sql, { people, all, acked, well }));
      return { ...counted, ...readLogs(bots, planted) };
    },
    async close() {
      // One that is frozen hears nothing else.
      for (const bot of bots) bot.kill('SIGCONT');
      await stopAll();
      await proxy?.stop();
      await slack.stop();
      await ground.close();
    },
  };
}

function preloaded(): string[] {
  return ['--require', path.join(__dirname, 'children', 'clock.cjs')];
}

async function throughProxy(proxy: Helper, ground: Ground): Promise<string> {
  const { port } = z.object({ port: z.number() }).parse(await proxy.ask('hello'));
  const url = new URL(ground.env['DATABASE_URL'] ?? '');
  url.port = String(port);
  return url.href;
}

function asked(all: readonly Said[]): Set<string> {
  return new Set(all.filter(({ isNudge }) => isNudge).map(({ to }) => to));
}

interface Seen {
  readonly people: readonly string[];
  readonly all: readonly Said[];
  readonly acked: readonly string[];
  readonly well: number | null;
}

const nudges = z.array(z.object({ who: z.string(), state: z.string(), reason: z.string().nullable() }));

function readLogs(bots: readonly Bot[], planted: readonly string[]): Pick<Outcome, 'leaked' | 'unreadable'> {
  const said = bots.map((bot) => bot.said()).join('\n');
  const lines = bots.flatMap((bot) => bot.log().split('\n')).filter((line) => line !== '');
  return {
    leaked: planted.filter((text) => said.includes(text)).length,
    // A process that is killed may leave half a line, and the next one goes on in it.
    unreadable: lines.filter((line) => !line.startsWith('{"level":')).length,
  };
}

async function count(
  sql: Spoil,
  { people, all: everything, acked, well }: Seen,
): Promise<Omit<Outcome, 'leaked' | 'unreadable'>> {
  const all = everything.filter(({ to }) => people.includes(to));
  const { rows } = await sql.query(
    `SELECT m."slackUserId" AS "who", n."state"::text AS "state", n."reason"
     FROM "Nudge" n JOIN "Member" m ON m."id" = n."memberId" WHERE n."dueAt" = $1`,
    [DUE],
  );
  const records = new Map(nudges.parse(rows).map((row) => [row.who, row]));
  const was = asked(all);
  const unasked = people.filter((id) => !was.has(id)).map((id) => records.get(id));
  const unsure = [...records.values()].filter(({ reason }) => reason === 'unknown_send').length;
  const told = unasked.filter(
    (row) =>
      row !== undefined && row.reason !== null && row.reason !== 'unknown_send' && row.state !== 'planned',
  ).length;
  const unsureAndUnasked = unasked.filter((row) => row?.reason === 'unknown_send').length;
  const first = all.filter(({ isNudge }) => isNudge);
  const kept = await sql.query(
    `SELECT "text" FROM "CheckIn" UNION ALL SELECT "payload"::text FROM "Arrival"`,
  );
  const texts = JSON.stringify(kept.rows);
  const last = Math.max(...first.map(({ at }) => at));
  // What is said without being a message of the outbox has no id, and no promise.
  const ids = all.map(({ message }) => message).filter((id) => id !== '');
  const nudgesTo = new Set(first.map(({ to, message }) => `${to} ${message}`));
  return {
    due: people.length,
    sent: was.size,
    // The same message again, or another about the same.
    twice: ids.length - new Set(ids).size + (nudgesTo.size - was.size),
    lost: unasked.length - told - unsureAndUnasked,
    undecided: unsure,
    told,
    acked: acked.length,
    ackedLost: acked.filter((text) => !texts.includes(text)).length,
    onTime: new Set(first.filter(({ at }) => at - DUE.getTime() <= 5 * MINUTE).map(({ to }) => to)).size,
    recovery: well === null || first.length === 0 ? null : Math.max(0, last - well),
  };
}
