import type { Client } from 'pg';
import { sweep } from '../../src/services/sweep';
import { BANK } from '../../src/words/en';
import { createStore } from '../../src/store';
import { atMost, type Figure } from '../figure';
import type { BenchDatabase, Grounds } from '../grounds';
import { DUE, seedWorkspace, TEAM } from '../seed';
import { interleave, median, milliseconds, timed } from '../statistics';

/** What a minute costs in which nothing is due, however much there is. */

const FEW = 1_000;
const MANY = 1_000_000;
const ROUNDS = 100;

/** The minute sweep when nothing is due, which is most minutes: its cost must not know how many schedules there are. */
export const sweepFigure: Figure = {
  names: ['sweep with nothing due'],
  async measure(grounds) {
    const many = await prepare(grounds, MANY);
    const few = await prepare(grounds, FEW);
    try {
      await interleave(20, once(many), once(few));
      const { ours, floor, ratio } = await interleave(ROUNDS, once(many), once(few));
      return [
        atMost(1.2, {
          name: 'sweep with nothing due',
          ours: `${milliseconds(median(ours))} (1,000,000 schedules)`,
          floor: `${milliseconds(median(floor))} (1,000)`,
          ratio,
          rest: 'The rest is the deeper index: all six claims read an index range that is empty.',
        }),
      ];
    } finally {
      await many.close();
      await few.close();
    }
  },
};

async function prepare(grounds: Grounds, schedules: number): Promise<BenchDatabase> {
  const database = await grounds.database();
  await seedWorkspace(database.sql, TEAM);
  await seedSchedules(database.sql, schedules);
  return database;
}

/** Four nudges to one digest, due in the coming four weeks. Owners are left out: the sweep does not look at them. */
async function seedSchedules(sql: Client, count: number): Promise<void> {
  await sql.query(
    `INSERT INTO "Cadence" ("id", "workspaceId", "purpose", "rule", "start", "nextDueAt")
     SELECT gen_random_uuid(), $1, (CASE WHEN n % 5 = 0 THEN 'digest' ELSE 'nudge' END)::"CadencePurpose",
            'FREQ=WEEKLY;BYDAY=MO', '2027-02-01T09:00',
            $2::timestamptz + interval '1 hour' + make_interval(mins => n % 40000)
     FROM generate_series(1, $3::int) AS n`,
    [TEAM, DUE, count],
  );
  await sql.query('VACUUM ANALYZE');
}

function once(database: BenchDatabase): () => Promise<number> {
  const { sweeps } = createStore(database);
  return () => timed(() => sweep({ sweeps, bank: BANK }, DUE));
}
