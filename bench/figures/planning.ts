import PgBoss from 'pg-boss';
import { sweep } from '../../src/services/sweep';
import { BANK } from '../../src/words/en';
import { createStore } from '../../src/store';
import { OUTBOX } from '../../src/store/queue';
import { atLeast, atMost, type Figure, type Line } from '../figure';
import type { BenchDatabase, Grounds } from '../grounds';
import {
  DUE,
  forgetHistory,
  rewind,
  seedDueMembers,
  seedHistory,
  seedWorkspace,
  slackUserIds,
  TEAM,
} from '../seed';
import { interleave, median, milliseconds, perSecond, timed } from '../statistics';
import { shares, watchStore } from '../watched';
import { insertPlanned, readPlanned, type Planned } from './planned-rows';

/** How fast due nudges are planned, beside bare inserts of the same rows. */

const MANY = 10_000;
/** With two years behind each. */
const LONGSTANDING = 2_000;
const WEEKS = 104;
/** As many as one transaction of the sweep takes. */
const BATCH = 500;
const ROUNDS = 3;

const [WITHOUT, WITH, BESIDE_A_WEEK] = [
  'planning 10,000 nudges',
  'planning 2,000 nudges, two years behind each',
  'planning after two years, beside after a week',
];

/** Everybody is due in one minute, against what it takes to write the very same rows and jobs, already known. */
export const planningFigure: Figure = {
  names: [WITHOUT, WITH, BESIDE_A_WEEK],
  async measure(grounds) {
    return [...(await withoutHistory(grounds)), ...(await withHistory(grounds))];
  },
};

async function withoutHistory(grounds: Grounds): Promise<Line[]> {
  const ground = await openPlanning(grounds, MANY);
  try {
    const { line } = await besideInserts(ground, WITHOUT, 0.8);
    return [line];
  } finally {
    await ground.close();
  }
}

async function withHistory(grounds: Grounds): Promise<Line[]> {
  const ground = await openPlanning(grounds, LONGSTANDING);
  try {
    await seedHistory(ground.database.sql, 1);
    const week = await besideInserts(ground, WITH, 0.5);
    await forgetHistory(ground.database.sql);
    await seedHistory(ground.database.sql, WEEKS);
    const years = await besideInserts(ground, WITH, 0.5);
    return [
      years.line,
      atMost(1.2, {
        name: BESIDE_A_WEEK,
        ours: milliseconds(years.took),
        floor: `${milliseconds(week.took)} (a week)`,
        ratio: years.took / week.took,
        rest: 'What was asked last is read of each person: twelve nudges and their questions, each from a place of its own.',
      }),
    ];
  } finally {
    await ground.close();
  }
}

interface Ground {
  readonly database: BenchDatabase;
  readonly boss: PgBoss;
  readonly people: number;
  close(): Promise<void>;
}

async function openPlanning(grounds: Grounds, people: number): Promise<Ground> {
  const database = await grounds.database();
  const boss = new PgBoss({ connectionString: database.url, schedule: false, supervise: false, max: 2 });
  await boss.start();
  await seedWorkspace(database.sql, TEAM);
  await seedDueMembers(database.sql, {
    workspaceId: TEAM,
    slackUserIds: slackUserIds(people),
    dmChannelIds: [],
  });
  return {
    database,
    boss,
    people,
    async close() {
      await boss.stop({ graceful: false, wait: true });
      await database.close();
    },
  };
}

interface Measured {
  readonly line: Line;
  /** Milliseconds of one sweep. */
  readonly took: number;
}

async function besideInserts(ground: Ground, name: string, target: number): Promise<Measured> {
  const { database, boss, people } = ground;
  await rewind(database.sql);
  await plan(database);
  const planned = await readPlanned(database.sql);
  if (planned.nudges.length !== people) throw new Error('Not everybody was planned for');
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
  const line = atLeast(target, {
    name,
    ours: perSecond(people / (median(ours) / 1000)),
    floor: perSecond(people / (median(floor) / 1000)),
    ratio: 1 / ratio,
    rest: await whereItGoes(database),
  });
  return { line, took: median(ours) };
}

function plan(database: BenchDatabase): Promise<number> {
  const { sweeps } = createStore(database);
  return timed(() => sweep({ sweeps, bank: BANK }, DUE));
}

function insert({ sql }: BenchDatabase, boss: PgBoss, planned: Planned): Promise<number> {
  return timed(async () => {
    for (let from = 0; from < planned.nudges.length; from += BATCH) {
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
