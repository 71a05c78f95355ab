import type { Case } from '../case';
import { HOUR, MINUTE, SECOND } from '../times';

/** Clocks that are stepped while the process runs. */

const DAY = 24 * HOUR;

function stepped(name: string, step: number, wait: number): Case {
  return {
    name,
    world: { database: 'server', mode: 'socket', due: 60 },
    async run(world) {
      const [bot] = world.bots;
      await bot?.listening();
      await bot?.step(step);
      await world.time.pass(wait);
      await bot?.step(0);
      world.isWell();
      await world.untilAsked(60, 8 * MINUTE);
    },
    promised: { onTime: 1, recovery: 4 * MINUTE },
  };
}

export const CLOCKS: readonly Case[] = [
  stepped('the clock is a day back for 80 s', -DAY, 80 * SECOND),
  stepped('the clock is a day ahead for 80 s', DAY, 80 * SECOND),
];
