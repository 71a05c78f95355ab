import { rm, writeFile } from 'node:fs/promises';
import type { Case } from '../case';
import { MINUTE, SECOND } from '../times';

/** Databases that cut, keep silent, have no room, or hold rows that nobody can read. */

const proxied = { database: 'server', isProxied: true } as const;

function cutting(when: 'before' | 'after', isShort: boolean): Case {
  return {
    name: `the connection is cut ${when} every eighth commit`,
    isShort,
    world: { ...proxied, mode: 'http', due: 60 },
    async run(world) {
      await world.bots[0]?.listening();
      await world.proxy?.ask('mode', { mode: `cut_${when}_commit`, every: 8 });
      await world.time.pass(90 * SECOND);
      await world.proxy?.ask('mode', { mode: 'pass' });
      const cuts = Number(await world.proxy?.ask('cuts'));
      world.isWell();
      await world.untilAsked(60, 8 * MINUTE);
      return { 'connections were cut': cuts > 0 };
    },
    promised: { recovery: 5 * MINUTE },
  };
}

export const DATABASES: readonly Case[] = [
  cutting('before', false),
  cutting('after', true),
  {
    name: 'the network to the database is silent for 40 s',
    world: { ...proxied, mode: 'http', due: 100 },
    async run(world) {
      await world.untilAsked(20, 5 * MINUTE);
      await world.proxy?.ask('mode', { mode: 'silent' });
      await world.time.pass(40 * SECOND);
      await world.proxy?.ask('mode', { mode: 'pass' });
      world.isWell();
      await world.untilAsked(100, 8 * MINUTE);
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'embedded, the disk is full for a minute',
    world: { database: 'embedded', mode: 'socket', due: 100, hasDisk: true },
    async run(world) {
      await world.untilAsked(20, 5 * MINUTE);
      await writeFile(world.diskFile, '');
      await world.time.pass(MINUTE);
      await rm(world.diskFile);
      world.isWell();
      await world.untilAsked(100, 8 * MINUTE);
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'rows that nobody can read, among the due',
    world: {
      database: 'server',
      mode: 'http',
      due: 100,
      poor: 3,
      spoil: async (sql, [zone, rule, start]) => {
        await sql.query(`UPDATE "Member" SET "zone" = 'Mars/Olympus' WHERE "slackUserId" = $1`, [zone]);
        const spoilt = `UPDATE "Cadence" c SET %s FROM "Member" m WHERE m."id" = c."memberId" AND m."slackUserId" = $1`;
        await sql.query(spoilt.replace('%s', `"rule" = 'FREQ=NEVER'`), [rule]);
        await sql.query(spoilt.replace('%s', `"start" = 'yesterday'`), [start]);
      },
    },
    async run(world) {
      await world.untilAsked(100, 8 * MINUTE);
    },
    promised: { onTime: 1 },
  },
];
