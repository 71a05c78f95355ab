import { execFileSync } from 'node:child_process';
import { atMost, type Figure } from '../figure';
import { numbersIn } from '../messages';
import { startBot, startCompiled, startSlack, type Child, type SlackProcess } from '../processes';
import { interleave, median, milliseconds } from '../statistics';

/** How long the process takes to its first ack, and how much memory it holds, beside a bare Bolt. */

const ROUNDS = 3;
const LOOK_EVERY = 500;

/** From `node dist/index.js` to the first acknowledged command, and what the process then keeps in memory. */
export const startFigure: Figure = {
  names: ['start to first ack', 'memory when idle'],
  async measure(grounds) {
    const slack = await startSlack();
    try {
      await slack.people(['UFIRST']);
      const dataDir = await grounds.embedded('start');
      const env = {
        SLACK_BOT_TOKEN: slack.token,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DATA_DIR: dataDir,
        PORT: '39471',
      };
      const memory: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
      const bot = () => measureStart(slack, () => startBot(env), memory.ours);
      const floor = () => measureStart(slack, () => startCompiled('bolt-and-database', env), memory.floor);
      // The first start meets the welcome and cold files; it is not counted.
      await measureStart(slack, () => startBot(env), []);
      const started = await interleave(ROUNDS, bot, floor);
      const [ours, least] = [median(memory.ours), median(memory.floor)];
      return [
        atMost(1.4, {
          name: 'start to first ack',
          ours: milliseconds(median(started.ours)),
          floor: milliseconds(median(started.floor)),
          ratio: started.ratio,
          rest: await whereItGoes(env),
        }),
        atMost(1.2, {
          name: 'memory when idle',
          ours: megabytes(ours),
          floor: megabytes(least),
          ratio: ours / least,
          rest: 'The rest is Prisma, its migration engine and its query compiler (both WebAssembly), pg-boss and the holidays of every country, none of which the floor loads.',
        }),
      ];
    } finally {
      await slack.stop();
    }
  },
};

const PARTS = [
  'Node and loading the modules',
  'opening the embedded database',
  'checking migrations with Prisma’s engine',
  'starting pg-boss',
  'the first query through Prisma',
] as const;

/** A start taken apart, step after step, in a process of its own. */
async function whereItGoes(env: Readonly<Record<string, string>>): Promise<string> {
  const child = await startCompiled('start-parts', env);
  try {
    const took = numbersIn(await child.next(), 'milliseconds');
    const parts = PARTS.map((part, index) => `${part} ${milliseconds(took[index] ?? Number.NaN)}`);
    return `A start taken apart: ${parts.join(', ')}; then Slack's auth.test and the socket. The floor pays for Bolt, PGlite and the socket alone.`;
  } finally {
    await child.stop();
  }
}

async function measureStart(
  slack: SlackProcess,
  start: () => Child | Promise<Child>,
  memory: number[],
): Promise<number> {
  const from = performance.now();
  const child = await start();
  try {
    await slack.command('UFIRST');
    const took = performance.now() - from;
    memory.push(await settledMemory(child.pid));
    return took;
  } finally {
    await child.stop();
  }
}

/** Kilobytes, once three looks in a row differ by less than a hundredth, or after 20 looks. */
async function settledMemory(pid: number): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < 20; look += 1) {
    seen.push(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })));
    const last = seen.slice(-3);
    if (last.length === 3 && Math.max(...last) < Math.min(...last) * 1.01) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return seen.at(-1) ?? Number.NaN;
}

function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MB`;
}
