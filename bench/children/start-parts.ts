import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { createApp } from '../../src/app';
import { PrismaClient } from '../../src/store/generated/client';
import { applyMigrations } from '../../src/store/migrations';
import { openQueue } from '../../src/store/queue';

/** The steps of the bot's start, one after another, each timed from the start of the process. */

async function main(): Promise<void> {
  if (typeof createApp !== 'function') throw new Error('The app was not loaded');
  const times = [0, performance.now()];

  const pglite = new PGlite(path.join(process.env['DATA_DIR'] ?? '', 'postgres'));
  await pglite.waitReady;
  times.push(performance.now());

  const adapter = new PrismaPGlite(pglite);
  await applyMigrations(adapter);
  times.push(performance.now());

  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    if (values !== undefined && values.length > 0) return pglite.query(text, values);
    const results = await pglite.exec(text);
    return { rows: results.at(-1)?.rows ?? [] };
  };
  const quiet = { retryDelaySeconds: 5 };
  const queue = await openQueue({ executeSql }, quiet, () => undefined);
  times.push(performance.now());

  const prisma = new PrismaClient({ adapter });
  await prisma.workspace.count();
  times.push(performance.now());

  process.on('SIGTERM', () => {
    void queue
      .stop()
      .then(() => pglite.close())
      .finally(() => process.exit(0));
  });
  process.send?.({ milliseconds: times.slice(1).map((time, index) => time - (times[index] ?? 0)) });
}

void main();
