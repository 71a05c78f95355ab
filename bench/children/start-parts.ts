import { createApp } from '../../src/app';
import { startEmbedded } from '../../src/store/embedded';
import { PrismaClient } from '../../src/store/generated/client';
import { applyMigrations } from '../../src/store/migrations';
import { openQueue } from '../../src/store/queue';

/** The steps of the bot's start, one after another, each timed from the start of the process. */

async function main(): Promise<void> {
  if (typeof createApp !== 'function') throw new Error('The app was not loaded');
  const times = [0, performance.now()];

  const embedded = await startEmbedded(process.env['DATA_DIR'] ?? '');
  await embedded.opened;
  times.push(performance.now());

  await applyMigrations(embedded.adapter);
  times.push(performance.now());

  const quiet = { retryDelaySeconds: 5 };
  const queue = await openQueue(embedded.runner, quiet, () => undefined);
  times.push(performance.now());

  const prisma = new PrismaClient({ adapter: embedded.adapter });
  await prisma.workspace.count();
  times.push(performance.now());

  process.on('SIGTERM', () => {
    void queue
      .stop()
      .then(() => embedded.close())
      .finally(() => process.exit(0));
  });
  process.send?.({ milliseconds: times.slice(1).map((time, index) => time - (times[index] ?? 0)) });
}

void main();
