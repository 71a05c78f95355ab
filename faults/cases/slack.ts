import type { Case } from '../case';
import { HOUR, MINUTE, SECOND } from '../times';
import type { World } from '../world';

/** A Slack that refuses, is slow, posts late, forgets, or is away. */

const ALWAYS = 1_000_000;
const POST = 'chat.postMessage';

async function untilAllAsked(world: World, within: number): Promise<void> {
  await world.untilAsked(world.people.length, within);
}

export const SLACK: readonly Case[] = [
  {
    name: 'Slack takes 300 a minute, 600 are due, three replicas',
    world: { database: 'server', mode: 'socket', due: 600, bots: 3 },
    async run(world) {
      await world.arm({ kind: 'budget', method: POST, perMinute: 300 });
      await untilAllAsked(world, 8 * MINUTE);
    },
    promised: { onTime: 1 },
  },
  {
    name: 'Slack fails at 15 %, hangs at 12 %, is busy at 5 %',
    world: { database: 'server', mode: 'http', due: 100 },
    async run(world) {
      await world.arm({ kind: 'http_500', method: '*', chance: 0.15, times: ALWAYS });
      await world.arm({
        kind: 'timeout_after_accept',
        method: POST,
        chance: 0.12,
        times: ALWAYS,
        holdMs: 20 * SECOND,
      });
      await world.arm({ kind: 'rate_limited', method: POST, chance: 0.05, times: ALWAYS, retryAfter: 5 });
      await world.time.pass(6 * MINUTE);
      await world.disarm();
      // The pauses between tries have grown by then, to a quarter of an hour at most.
      await untilAllAsked(world, 16 * MINUTE);
      await world.time.pass(4 * MINUTE);
    },
    promised: { onTime: 0.7 },
  },
  {
    name: 'Slack posts up to 85 s after the request',
    world: { database: 'server', mode: 'socket', due: 60 },
    async run(world) {
      await world.arm({ kind: 'latency', method: POST, ms: 25 * SECOND, chance: 0.6, times: ALWAYS });
      await world.arm({ kind: 'latency', method: POST, ms: 60 * SECOND, chance: 0.6, times: ALWAYS });
      await untilAllAsked(world, 8 * MINUTE);
      await world.time.pass(4 * MINUTE);
    },
    promised: { onTime: 1 },
  },
  {
    name: 'Slack hangs for 90 s after it has posted',
    world: { database: 'embedded', mode: 'http', due: 60 },
    async run(world) {
      await world.arm({
        kind: 'timeout_after_accept',
        method: POST,
        holdMs: 90 * SECOND,
        chance: 0.5,
        times: ALWAYS,
      });
      await untilAllAsked(world, 8 * MINUTE);
      await world.time.pass(4 * MINUTE);
    },
    promised: { onTime: 1 },
  },
  {
    name: 'history may not be read, and a third of the answers is lost',
    world: { database: 'server', mode: 'http', due: 60 },
    async run(world) {
      await world.arm({
        kind: 'error',
        method: 'conversations.history',
        error: 'missing_scope',
        times: ALWAYS,
      });
      await world.arm({ kind: 'timeout_after_accept', method: POST, chance: 0.3, times: ALWAYS });
      await untilAllAsked(world, 6 * MINUTE);
      await world.time.pass(2 * MINUTE);
    },
    // Silence is preferred to saying it twice, and the record says that nobody knows.
    promised: { undecided: 60, onTime: 1 },
  },
  {
    name: 'Slack takes nothing for twelve hours',
    world: { database: 'server', mode: 'socket', due: 40 },
    async run(world) {
      await world.arm({ kind: 'error', method: POST, error: 'service_unavailable', times: ALWAYS });
      await world.time.pass(3 * MINUTE);
      await world.bots[0]?.step(13 * HOUR);
      const isOver = async () => (await world.countRows(`"Nudge" WHERE "reason" = 'slack_away'`)) === 40;
      const isTold = await world.time.until(isOver, 10 * MINUTE);
      return { 'each record says slack_away': isTold };
    },
    promised: { told: 40 },
  },
  {
    name: 'Slack is away for 60 s, and then for 240 s',
    world: { database: 'server', mode: 'socket', due: 30 },
    async run(world) {
      await untilAllAsked(world, 5 * MINUTE);
      const [someone = ''] = world.people;
      const took: number[] = [];
      for (const away of [60 * SECOND, 240 * SECOND]) {
        await world.arm({ kind: 'http_500', method: '*', times: ALWAYS });
        await world.arm({ kind: 'drop_socket' });
        await world.time.pass(away);
        await world.disarm();
        const back = world.time.now();
        await world.say(someone, `Back after ${away}`);
        took.push(world.time.now() - back);
      }
      return { 'it heard again within 40 s': took.every((milliseconds) => milliseconds < 40 * SECOND) };
    },
    promised: { onTime: 1 },
  },
  {
    name: 'the token dies in the middle, and comes back',
    world: { database: 'server', mode: 'socket', due: 100 },
    async run(world) {
      await world.untilAsked(20, 5 * MINUTE);
      await world.slack('revoke');
      await world.time.pass(30 * SECOND);
      await world.slack('reinstall');
      world.bots[0]?.kill('SIGTERM');
      world.isWell();
      await untilAllAsked(world, 8 * MINUTE);
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'people leave between planning and sending',
    world: { database: 'server', mode: 'socket', due: 100 },
    async run(world) {
      await world.untilAsked(5, 5 * MINUTE);
      const were = new Set((await world.said()).map(({ to }) => to));
      const leaving = world.people.filter((id) => !were.has(id)).slice(-5);
      await Promise.all(leaving.map((id) => world.slack('leave', { id })));
      await world.untilAsked(100, 2 * MINUTE);
    },
    promised: { told: 5, onTime: 1 },
  },
];
