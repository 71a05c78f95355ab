/** The steps of the bot's start, one after another, each timed. Modules are loaded here so that loading is timed too. */

async function main(): Promise<void> {
  const times = [performance.now()];
  const { createApp } = await import('../../src/app');
  const { createBoltLogger } = await import('../../src/slack/bolt-logger');
  const { applyMigrations } = await import('../../src/store/migrations');
  const { openQueue } = await import('../../src/store/queue');
  const { PrismaClient } = await import('../../src/store/generated/client');
  const { PGlite } = await import('@electric-sql/pglite');
  const { PrismaPGlite } = await import('pglite-prisma-adapter');
  const { join } = await import('node:path');
  if (typeof createApp !== 'function' || typeof createBoltLogger !== 'function') throw new Error('Nothing loaded');
  times.push(performance.now());

  const pglite = new PGlite(join(process.env['DATA_DIR'] ?? '', 'postgres'));
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
  const quiet = { retryDelaySeconds: 5, supervise: false };
  const queue = await openQueue({ db: { executeSql } }, quiet, () => undefined);
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
