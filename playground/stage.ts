import { Server } from 'node:http';
import { createApp, type Bot } from '../src/app';
import { createBoltLogger } from '../src/slack/bolt-logger';
import type { Database } from '../src/store/database';
import { createLocalSlack, type LocalSlack } from './slack';

/** The real bot on the local Slack, with a clock that can be moved: what the page, the story, the bench and the tests share. */
export interface Stage {
  readonly slack: LocalSlack;
  readonly bot: Bot;
  readonly clock: { now(): Date };
  /** Resolves when the bot has done all that it can do now. */
  settled(): Promise<void>;
  /** Moves the clock, doing on the way what falls due, at its minute. */
  advance(to: Date): Promise<void>;
  /** The next nudge. */
  nextDue(): Promise<Date | null>;
  /** Moves the clock and does nothing: an outage. */
  jump(to: Date): void;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly database: Database;
  readonly start: Date;
  readonly coordinators?: readonly string[];
  readonly mode?: 'socket' | 'http';
  readonly slackPort?: number;
  /** How long Slack waits for the bot; its own three seconds unless said. */
  readonly ackTimeoutMs?: number;
  readonly onError?: (error: unknown) => void;
  /** Hears what the bot warns of. */
  readonly onWarning?: (warning: string) => void;
  /** Sets up people and channels before the bot looks at the workspace. */
  readonly populate?: (slack: LocalSlack) => void;
}

/** As often as the clockwork drains the outbox. */
const DRAINED_EACH = 2000;
const MINUTE = 60_000;
const SIGNING_SECRET = 'a-signing-secret-of-the-local-slack';
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export async function openStage(options: StageOptions): Promise<Stage> {
  let now = options.start;
  const clock = { now: () => now };
  const errors: unknown[] = [];
  const onError = options.onError ?? ((error: unknown) => errors.push(error));
  const warn = (...said: unknown[]) => options.onWarning?.(said.map(String).join(' '));
  const slack = await createLocalSlack({
    now: clock.now,
    ...(options.slackPort === undefined ? {} : { port: options.slackPort }),
    ...(options.ackTimeoutMs === undefined ? {} : { ackTimeoutMs: options.ackTimeoutMs }),
  });
  options.populate?.(slack);
  const bot = createApp({
    config: {
      slack: {
        botToken: slack.bot.token,
        apiUrl: slack.apiUrl,
        mode:
          options.mode === 'http'
            ? { kind: 'http', signingSecret: SIGNING_SECRET, port: 0 }
            : { kind: 'socket', appToken: slack.bot.appToken },
      },
      coordinators: [...(options.coordinators ?? [])],
    },
    database: options.database,
    clock: clock.now,
    logger: createBoltLogger({ ...silent, warn }),
    onError,
  });
  await bot.open();
  const server = await bot.bolt.start(0);
  if (options.mode === 'http')
    slack.deliverOverHttp(`http://127.0.0.1:${portOf(server)}/slack/events`, SIGNING_SECRET);

  async function sweepAll(): Promise<void> {
    await bot.sweep();
    await bot.takeUp();
  }

  async function settled(): Promise<void> {
    let done: number;
    do {
      await bot.idle();
      done = await bot.drain();
      await bot.idle();
    } while (done > 0);
  }

  return {
    slack,
    bot,
    clock,
    settled,
    nextDue: () => bot.nextDue('nudge'),
    async advance(to) {
      await settled();
      /** The tick of the clockwork at which the next is done; Infinity when it is not due by `to`. */
      const nextTick = async (what: 'anything' | 'message', each: number): Promise<number> => {
        const due = await bot.nextDue(what);
        return due === null || due > to ? Infinity : Math.ceil(due.getTime() / each) * each;
      };
      let sweptAt: Date | null = null;
      for (;;) {
        const toSweep = await nextTick('anything', MINUTE);
        const toDrain = await nextTick('message', DRAINED_EACH);
        const tick = Math.min(toSweep, toDrain);
        if (tick === Infinity) break;
        if (tick > now.getTime()) now = new Date(tick);
        if (tick === toSweep) {
          await sweepAll();
          sweptAt = now;
        }
        await settled();
      }
      if (to > now) now = to;
      // The last tick was this moment, and left nothing due.
      if (sweptAt === now) return;
      await sweepAll();
      await settled();
    },
    jump(to) {
      now = to;
    },
    async close() {
      await settled();
      await bot.stop();
      await slack.close();
      await options.database.close();
      if (errors.length > 0) throw new AggregateError(errors, 'The bot logged errors');
    },
  };
}

function portOf(server: unknown): number {
  const address = server instanceof Server ? server.address() : null;
  if (address === null || typeof address === 'string')
    throw new Error('Bolt gave no server that listens on a port');
  return address.port;
}
