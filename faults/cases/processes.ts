import type { Case } from '../case';
import { MINUTE, SECOND } from '../times';
import type { World } from '../world';

/** Processes that are killed, freeze, or are told to stop. */

/** Kills one of the bots, so many times, each about so much later. */
async function killAtRandom({ bots, random, time }: World, times: number, between: number): Promise<void> {
  for (let kill = 0; kill < times; kill += 1) {
    await time.pass(between * (0.5 + random()));
    bots[Math.floor(random() * bots.length)]?.kill('SIGKILL');
  }
}

export const PROCESSES: readonly Case[] = [
  {
    name: 'embedded, killed 4 times while it speaks',
    isShort: true,
    world: { database: 'embedded', mode: 'http', due: 60 },
    async run(world) {
      await world.untilAsked(5, 5 * MINUTE);
      await killAtRandom(world, 4, 15 * SECOND);
      world.isWell();
      await world.untilAsked(60, 8 * MINUTE);
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'embedded, killed again and again, soon after each start',
    world: { database: 'embedded', mode: 'socket', due: 150 },
    async run(world) {
      await world.bots[0]?.listening();
      await killAtRandom(world, 10, 30 * SECOND);
      world.isWell();
      await world.untilAsked(150, 10 * MINUTE);
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'three replicas, killed 8 times, their database twice',
    world: { database: 'server', mode: 'socket', due: 200, bots: 3 },
    async run(world) {
      await world.untilAsked(5, 5 * MINUTE);
      await killAtRandom(world, 4, 8 * SECOND);
      await world.ground.server?.restart();
      await killAtRandom(world, 4, 8 * SECOND);
      await world.ground.server?.restart();
      world.isWell();
      await world.untilAsked(200, 10 * MINUTE);
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'one of two replicas freezes for 100 s',
    world: { database: 'server', mode: 'socket', due: 200, bots: 2 },
    async run(world) {
      const [frozen] = world.bots;
      await world.untilAsked(3, 5 * MINUTE);
      frozen?.kill('SIGSTOP');
      world.isWell();
      await world.time.pass(100 * SECOND);
      frozen?.kill('SIGCONT');
      await world.untilAsked(200, 6 * MINUTE);
      // What it held may still be said, and must not be by then.
      await world.time.pass(4 * MINUTE);
    },
    promised: { onTime: 1, recovery: 4 * MINUTE },
  },
  {
    name: 'told to stop in the middle of a burst, as by a deploy',
    world: { database: 'server', mode: 'http', due: 200 },
    async run(world) {
      const [bot] = world.bots;
      await world.untilAsked(20, 5 * MINUTE);
      const begun = world.time.now();
      bot?.kill('SIGTERM');
      await world.time.until(() => Promise.resolve((bot?.exits.length ?? 0) > 0), MINUTE);
      const took = world.time.now() - begun;
      world.isWell();
      await world.untilAsked(200, 5 * MINUTE);
      return { 'it ended with code 0': bot?.exits[0]?.code === 0, 'it ended in 5 s': took < 5 * SECOND };
    },
    promised: { onTime: 1, recovery: 5 * MINUTE },
  },
  {
    name: 'embedded, a second process while the first is frozen',
    world: { database: 'embedded', mode: 'socket', due: 60 },
    async run(world) {
      const [first] = world.bots;
      await world.untilAsked(5, 5 * MINUTE);
      first?.kill('SIGSTOP');
      const second = await world.addBot();
      await world.time.pass(60 * SECOND);
      const isRefused = second.exits.length > 0 && second.exits.every(({ code }) => code === 75);
      await second.stop();
      first?.kill('SIGCONT');
      world.isWell();
      await world.untilAsked(60, 6 * MINUTE);
      return { 'the second was refused, with code 75': isRefused };
    },
    promised: { recovery: 4 * MINUTE },
  },
];
