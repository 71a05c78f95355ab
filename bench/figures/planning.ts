import PgBoss from 'pg-boss';
import { sweep } from '../../src/services/sweep';
import { BANK } from '../../src/words/en';
import { createStore } from '../../src/store';
import { OUTBOX } from '../../src/store/queue';
import { atLeast, type Figure } from '../figure';
import type { BenchDatabase } from '../grounds';
import { DUE, rewind, seedDueMembers, seedWorkspace, slackUserIds, TEAM } from '../seed';
import { interleave, median, perSecond, timed } from '../statistics';
import { shares, watchStore } from '../watched';
import { insertPlanned, readPlanned, type Planned } from './planned-rows';

/** How fast due nudges are planned, beside bare inserts of the same rows. */

const NUDGES = 10_000;
/** As many as one transaction of the sweep takes. */
const BATCH = 500;
const ROUNDS = 3;

/** Ten thousand people due in one minute, against what it takes to write the very same rows and jobs, already known. */
export const planningFigure: Figure = {
  names: ['planning 10,000 nudges'],
  async measure(grounds) {
    const database = await grounds.database();
    const boss = new PgBoss({ connectionString: database.url, schedule: false, supervise: false, max: 2 });
    await boss.start();
    try {
      await seedWorkspace(database.sql, TEAM);
      await seedDueMembers(database.sql, {
        workspaceId: TEAM,
        slackUserIds: slackUserIds(NUDGES),
        dmChannelIds: [],
      });
      await plan(database);
      const planned = await readPlanned(database.sql);
      if (planned.nudges.length !== NUDGES) throw new Error('Not everybody was planned for');
      const { ours, floor, ratio } = await interleave(
        ROUNDS,
        async () => {
          await rewind(database.sql);
          return plan(database);
        },
        async () => {
          await rewind(database.sql);
          return insert(database, boss, planned);
        },
      );
      return [
        atLeast(0.8, {
          name: 'planning 10,000 nudges',
          ours: perSecond(NUDGES / (median(ours) / 1000)),
          floor: perSecond(NUDGES / (median(floor) / 1000)),
          ratio: 1 / ratio,
          rest: await whereItGoes(database),
        }),
      ];
    } finally {
      await boss.stop({ graceful: false, wait: true });
      await database.close();
    }
  },
};

function plan(database: BenchDatabase): Promise<number> {
  const { sweeps } = createStore(database);
  return timed(() => sweep({ sweeps, bank: BANK }, DUE));
}

function insert({ sql }: BenchDatabase, boss: PgBoss, planned: Planned): Promise<number> {
  return timed(async () => {
    for (let from = 0; from < NUDGES; from += BATCH) {
      await insertPlanned(sql, planned, from, from + BATCH);
      if (from === 0) await sql.query('ANALYZE "Message", "Nudge", "NudgeQuestion"');
      await boss.insert(planned.jobs.slice(from, from + BATCH).map((data) => ({ name: OUTBOX, data })));
    }
  });
}

/** One more sweep with every statement noted. */
async function whereItGoes(database: BenchDatabase): Promise<string> {
  const watched = watchStore(database);
  try {
    await rewind(database.sql);
    const whole = await timed(() => sweep({ sweeps: watched.store.sweeps, bank: BANK }, DUE));
    const kinds = {
      'inserting messages': /INSERT INTO "Message"/,
      'inserting jobs': /pgboss/,
      'inserting nudges and questions': /INSERT INTO/,
      'closing older nudges and moving the rhythms on': /^\s*UPDATE/,
      'claiming the due': /FOR UPDATE/,
      'reading what the decision needs': /SELECT/,
      'opening and closing transactions': /BEGIN|COMMIT/,
    };
    return `Of the time, by statement: ${shares(whole, watched.statements(), kinds, 'deciding, recurrence and making the statements')}.`;
  } finally {
    await watched.close();
  }
}
