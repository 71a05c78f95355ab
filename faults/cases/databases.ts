import { rm, writeFile } from 'node:fs/promises';
import type { Case } from '../case';
import { MINUTE, SECOND } from '../times';

/** Databases that cut, keep silent, have no room, or hold rows that nobody can read. */

const proxied = { database: 'server', isProxied: true } as const;

/** From now on the server answers to whoever writes what it does when its disk is full; whoever reads notices nothing. */
const NO_ROOM = `
  CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  DO $$ DECLARE each regclass; BEGIN
    FOR each IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    LOOP EXECUTE format('CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON %s EXECUTE FUNCTION no_room()', each); END LOOP;
  END $$`;
const ROOM_AGAIN = 'DROP FUNCTION no_room CASCADE';

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
    name: "the disk of the database's server is full for a minute",
    world: { database: 'server', mode: 'http', due: 100 },
    async run(world) {
      await world.untilAsked(20, 5 * MINUTE);
      await world.ground.sql((sql) => sql.query(NO_ROOM));
      const [someone = ''] = world.people;
      const words = 'Said while there was no room';
      // Slack is not told "ok", and sends it again after a second, a minute and five minutes.
      const saying = world.say(someone, words);
      await world.time.pass(MINUTE / 2);
      const before = await world.countRows(`"CheckIn"`);
      await world.time.pass(MINUTE / 2);
      await world.ground.sql((sql) => sql.query(ROOM_AGAIN));
      world.isWell();
      await world.untilAsked(100, 8 * MINUTE);
      const isTaken = await saying;
      await world.time.pass(MINUTE);
      const after = await world.countRows(`"CheckIn" WHERE "text" = '${words}'`);
      return { 'nothing was taken': before === 0, 'it was taken when it came again': isTaken && after === 1 };
    },
    promised: { recovery: 5 * MINUTE },
  },
  {
    name: 'a backup of before is put back',
    world: {
      database: 'server',
      mode: 'http',
      due: 40,
      spoil: (sql) => sql.query('CREATE DATABASE backup TEMPLATE faults'),
    },
    async run(world) {
      await world.untilAsked(40, 5 * MINUTE);
      await world.time.pass(MINUTE);
      await world.ground.putBack('backup');
      world.isWell();
      const [tapping = '', saying = ''] = world.people;
      // A button of a nudge that the database does not know.
      const isTapped = await world.slack('click', { id: tapping, actionId: 'answer_on_track' });
      const again = await world.time.until(
        async () => (await world.said()).filter(({ isNudge }) => isNudge).length >= 80,
        8 * MINUTE,
      );
      await world.say(saying, 'Said after the backup was put back');
      await world.time.pass(MINUTE);
      return {
        'a tap on what is not known is acknowledged': isTapped === true,
        'everybody is asked again, once': again,
      };
    },
    // docs/promises.md: what is not known cannot be looked for.
    promised: { twice: 40, onTime: 1 },
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
