import type { Client } from 'pg';
import { wordsFor } from '../../src/words';
import { sweep } from '../../src/services/sweep';
import { createCompose } from '../../src/messages';
import { gatherHome } from '../../src/services/reads/home';
import type { WorkspaceStore } from '../../src/store';
import type { OutgoingMessage } from '../../src/store/messages';
import { atMost, type Figure } from '../figure';
import type { BenchDatabase, Grounds } from '../grounds';
import { DUE, seedDueMembers, seedWorkspace, slackUserIds, TEAM } from '../seed';
import { watchStore, type WatchedStore } from '../watched';

/** How many statements things take, and that more of them take no more. */

const compose = createCompose(wordsFor);

const FEW = 5;
const MANY = 50;
/** Fewer than a whole batch: after a whole one the sweep looks once more. */
const MANY_DIGESTS = 499;
const WEEK = 7 * 86_400_000;

interface Counted {
  readonly digest: number;
  readonly channelDigest: number;
  readonly home: number;
}

/** How many statements a mentor's digest, the channel's digest and App Home take: the same for 5 mentees and for 50. */
export const queriesFigure: Figure = {
  names: [
    'queries of a digest',
    'queries of a channel digest',
    'queries of App Home',
    'queries of planning digests',
  ],
  async measure(grounds) {
    const few = await count(grounds, FEW);
    const many = await count(grounds, MANY);
    const line = (name: string, ours: number, floor: number) =>
      atMost(1, {
        name,
        ours: `${ours} (${MANY} mentees)`,
        floor: `${floor} (${FEW})`,
        ratio: ours / floor,
        rest: 'Something is asked for each mentee apart.',
      });
    return [
      line('queries of a digest', many.digest, few.digest),
      line('queries of a channel digest', many.channelDigest, few.channelDigest),
      line('queries of App Home', many.home, few.home),
      atMost(1, await planningDigests(grounds)),
    ];
  },
};

async function count(grounds: Grounds, mentees: number): Promise<Counted> {
  const database = await grounds.database();
  const watched = watchStore(database);
  try {
    const ids = await seedPairs(database, mentees);
    const store = watched.store.workspace(TEAM);
    const mentor = await store.members.byId(ids.mentor);
    if (!mentor) throw new Error('The mentor was not written');
    return {
      digest: await statementsOf(watched, () => composeOf(store, 'digest', ids.digest, ids.mentor)),
      channelDigest: await statementsOf(watched, () =>
        composeOf(store, 'channel_digest', ids.channelDigest, null),
      ),
      home: await statementsOf(watched, () => gatherHome(store, mentor, DUE)),
    };
  } finally {
    await watched.close();
    await database.close();
  }
}

/** Due digests are planned in sets: a batch takes as many statements whatever the number of mentors in it. */
async function planningDigests(grounds: Grounds) {
  const ofFew = await planningOf(grounds, FEW);
  const ofMany = await planningOf(grounds, MANY_DIGESTS);
  return {
    name: 'queries of planning digests',
    ours: `${ofMany} (${MANY_DIGESTS} digests)`,
    floor: `${ofFew} (${FEW})`,
    ratio: ofMany / ofFew,
    rest: 'Something is asked for each digest apart.',
  };
}

async function planningOf(grounds: Grounds, mentors: number): Promise<number> {
  const database = await grounds.database();
  const watched = watchStore(database);
  try {
    await seedMentors(database, mentors);
    return await statementsOf(watched, () => sweep({ sweeps: watched.store.sweeps, bank: [] }, DUE));
  } finally {
    await watched.close();
    await database.close();
  }
}

/** Mentors with a mentee each, a digest that is due, and half of them want none without news. */
async function seedMentors({ sql }: BenchDatabase, mentors: number): Promise<void> {
  await seedWorkspace(sql, TEAM);
  await sql.query(
    `INSERT INTO "Member" ("id", "workspaceId", "slackUserId", "name", "zone", "joinedAt", "welcomedAt", "digestWhenEmpty")
     SELECT gen_random_uuid(), $1, role || n, role || n, 'UTC', $2::timestamptz, $2::timestamptz, n % 2 = 0
     FROM generate_series(1, $3) AS n, unnest(ARRAY['UMENTOR', 'UMENTEE']) AS role`,
    [TEAM, DUE, mentors],
  );
  await sql.query(
    `INSERT INTO "Mentorship" ("id", "workspaceId", "programId", "mentorId", "menteeId", "proposedById", "state", "proposedAt", "activeAt", "openPair")
     SELECT gen_random_uuid(), $1, p."id", m."id", e."id", m."id", 'active', $2::timestamptz, $2::timestamptz, m."id" || ':' || e."id"
     FROM "Program" p, "Member" m JOIN "Member" e ON e."slackUserId" = replace(m."slackUserId", 'UMENTOR', 'UMENTEE')
     WHERE m."slackUserId" LIKE 'UMENTOR%'`,
    [TEAM, DUE],
  );
  await sql.query(
    `INSERT INTO "Cadence" ("id", "workspaceId", "purpose", "memberId", "rule", "start", "nextDueAt")
     SELECT gen_random_uuid(), $1, 'digest', "id", 'FREQ=WEEKLY;BYDAY=FR', '2026-01-02T15:00', $2::timestamptz
     FROM "Member" WHERE "slackUserId" LIKE 'UMENTOR%'`,
    [TEAM, DUE],
  );
}

async function statementsOf(watched: WatchedStore, work: () => Promise<unknown>): Promise<number> {
  watched.forget();
  if ((await work()) === null) throw new Error('Nothing was composed');
  // The tables' sizes are learnt at each doubling of what was ever claimed, which is no matter of this work.
  return watched.statements().filter(({ text }) => !text.startsWith('ANALYZE')).length;
}

async function composeOf(
  store: WorkspaceStore,
  kind: 'digest' | 'channel_digest',
  subjectId: string,
  memberId: string | null,
): Promise<unknown> {
  const to = memberId === null ? null : await store.members.byId(memberId);
  const row: OutgoingMessage = {
    id: subjectId,
    workspaceId: TEAM,
    kind,
    memberId,
    channelId: memberId === null ? 'CMENTORS' : null,
    threadTs: null,
    subjectId,
    part: 0,
    state: 'sending',
    plannedAt: DUE,
    sendingSince: DUE,
    tries: 0,
    channel: null,
    ts: null,
    payload: {},
    onceKey: subjectId,
  };
  const said = await compose.say(store, row, to);
  return typeof said === 'string' ? null : said;
}

interface Ids {
  readonly mentor: string;
  readonly digest: string;
  readonly channelDigest: string;
}

/** One mentor with mentees who each checked in, and a digest for each reader. */
async function seedPairs({ sql }: BenchDatabase, mentees: number): Promise<Ids> {
  const [mentorSlackId = '', ...menteeSlackIds] = slackUserIds(mentees + 1);
  await seedWorkspace(sql, TEAM);
  await seedDueMembers(sql, {
    workspaceId: TEAM,
    slackUserIds: [mentorSlackId, ...menteeSlackIds],
    dmChannelIds: [],
  });
  const mentor = await idOf(sql, 'SELECT "id" FROM "Member" WHERE "slackUserId" = $1', [mentorSlackId]);
  const program = await idOf(sql, 'SELECT "id" FROM "Program"', []);
  await sql.query(
    `INSERT INTO "Mentorship" ("id", "workspaceId", "programId", "mentorId", "menteeId", "proposedById", "state", "proposedAt", "activeAt", "openPair")
     SELECT gen_random_uuid(), $1, $2, $3::uuid, "id", $3::uuid, 'active', $4, $4, 'pair:' || "id"
     FROM "Member" WHERE "id" <> $3::uuid`,
    [TEAM, program, mentor, DUE],
  );
  await sql.query(
    `INSERT INTO "CheckIn" ("id", "workspaceId", "memberId", "goalId", "status", "text", "audience", "sharedWith", "saidAt")
     SELECT gen_random_uuid(), $1, g."memberId", g."id", 'stuck', 'The hall is not booked.', 'program', ARRAY[m."id"], $2::timestamptz - interval '1 day'
     FROM "Goal" g JOIN "Mentorship" m ON m."menteeId" = g."memberId" WHERE g."memberId" <> $3`,
    [TEAM, DUE, mentor],
  );
  await sql.query('INSERT INTO "Coordinator" ("workspaceId", "programId", "memberId") VALUES ($1, $2, $3)', [
    TEAM,
    program,
    mentor,
  ]);
  const written = `INSERT INTO "Digest" ("id", "workspaceId", "memberId", "programId", "from", "to")
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5) RETURNING "id"`;
  const from = new Date(DUE.getTime() - WEEK);
  return {
    mentor,
    digest: await idOf(sql, written, [TEAM, mentor, null, from, DUE]),
    channelDigest: await idOf(sql, written, [TEAM, null, program, from, DUE]),
  };
}

async function idOf(sql: Client, text: string, values: unknown[]): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(text, values);
  const [row] = rows;
  if (!row) throw new Error('Nothing was written');
  return row.id;
}
