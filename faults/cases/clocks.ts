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

/** What a change to summer time, and back from it, is for a host: its local time jumps by an hour while time goes on. */
const summerTime: Case = {
  name: 'the host changes to summer time and back while it speaks',
  world: { database: 'server', mode: 'socket', due: 100 },
  async run(world) {
    const [bot] = world.bots;
    await bot?.listening();
    await bot?.step(0, 'Etc/GMT+5');
    await world.untilAsked(5, 5 * MINUTE);
    await bot?.step(0, 'Etc/GMT+4');
    await world.untilAsked(50, 5 * MINUTE);
    await bot?.step(0, 'Etc/GMT+5');
    await world.untilAsked(100, 8 * MINUTE);
  },
  promised: { onTime: 1 },
};

export const CLOCKS: readonly Case[] = [
  summerTime,
  stepped('the clock is a day back for 80 s', -DAY, 80 * SECOND),
  stepped('the clock is a day ahead for 80 s', DAY, 80 * SECOND),
];
