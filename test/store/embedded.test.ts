/** The thread of the embedded database: what becomes of work, and of what was committed, when it dies or is stuck. */

import { isDatabaseAway } from '../../src/services/database-away';
import { startEmbedded, type Embedded } from '../../src/store/embedded';
import { startThread, type Thread } from '../../src/store/embedded/worker';
import { PrismaClient } from '../../src/store/generated/client';
import { describeError } from '../../src/describe-error';
import { temporaryFolder } from '../support/databases';

const FOR_EVER = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 - i + i FROM n) SELECT count(*) FROM n';

interface World {
  readonly embedded: Embedded;
  readonly prisma: PrismaClient;
  readonly threads: Thread[];
  readonly errors: unknown[];
  close(): Promise<void>;
}

async function opened(lookEvery?: number): Promise<World> {
  const folder = await temporaryFolder();
  const threads: Thread[] = [];
  const errors: unknown[] = [];
  const embedded = await startEmbedded(folder.path, () => {
    const thread = startThread(lookEvery);
    threads.push(thread);
    return thread;
  });
  embedded.onError((error) => errors.push(error));
  await embedded.opened;
  const prisma = new PrismaClient({ adapter: embedded.adapter });
  await embedded.runner.executeSql('CREATE TABLE said (word text)');
  return {
    embedded,
    prisma,
    threads,
    errors,
    async close() {
      await prisma.$disconnect();
      await embedded.close();
      await folder.remove();
    },
  };
}

async function words({ embedded }: World): Promise<unknown[]> {
  for (;;) {
    try {
      return (await embedded.runner.executeSql('SELECT word FROM said ORDER BY word')).rows;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

let world: World;
beforeAll(async () => {
  world = await opened();
});
afterAll(() => world.close());

it('keeps what was committed and undoes what was not, when the thread dies in the middle', async () => {
  await world.embedded.runner.executeSql('INSERT INTO said VALUES ($1)', ['kept']);
  const undone = world.prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`INSERT INTO said VALUES ('undone')`;
    await world.threads[0]?.end();
    await transaction.$executeRaw`INSERT INTO said VALUES ('never')`;
  });
  const error: unknown = await undone.catch((reason: unknown) => reason);
  expect(isDatabaseAway(error)).toBe(true);
  expect(await words(world)).toEqual([{ word: 'kept' }]);
  expect(world.threads).toHaveLength(2);
  expect(world.errors).toMatchObject([{ name: 'ThreadLost' }]);
});

it('refuses at once while it is opened again, as a server that starts does', async () => {
  await world.threads.at(-1)?.end();
  await world.threads.at(-1)?.ended;
  const refused = world.embedded.runner.executeSql('SELECT 1').catch((error: unknown) => error);
  expect(isDatabaseAway(await refused)).toBe(true);
  expect(await words(world)).toEqual([{ word: 'kept' }]);
});

it('ends a thread that says nothing any more, tells whoever waits for it, and opens the folder again', async () => {
  // Long enough for a busy machine: a thread that is slow is not stuck.
  const world = await opened(500);
  const stuck = world.embedded.runner.executeSql(FOR_EVER).catch((error: unknown) => error);
  const behind = world.embedded.runner.executeSql('SELECT 1').catch((error: unknown) => error);
  expect(isDatabaseAway(await stuck)).toBe(true);
  expect(isDatabaseAway(await behind)).toBe(true);
  expect(await words(world)).toEqual([]);
  // And it may be closed while it is being opened once more.
  await world.threads.at(-1)?.end();
  await world.close();
  expect(world.errors).toHaveLength(2);
});

it('says what a statement is refused for, and keeps the words in it out of the log', async () => {
  await world.embedded.runner.executeSql('CREATE UNIQUE INDEX once ON said (word)');
  const insert = () => world.embedded.runner.executeSql('INSERT INTO said VALUES ($1)', ['a secret']);
  await insert();
  const error: unknown = await insert().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: '23505' });
  expect(JSON.stringify(describeError(error))).not.toContain('secret');
  const throughPrisma: unknown = await world.prisma.$executeRaw`INSERT INTO said VALUES ('a secret')`.catch(
    (reason: unknown) => reason,
  );
  expect(throughPrisma).toMatchObject({ code: 'P2010' });
  expect(JSON.stringify(describeError(throughPrisma))).not.toContain('secret');
});

it('that cannot be had says why, and starts no thread', async () => {
  let started = 0;
  const embedded = startEmbedded('/dev/null/nowhere', () => {
    started += 1;
    return startThread();
  });
  await expect(embedded).rejects.toThrow(/ENOTDIR/);
  expect(started).toBe(0);
});
