import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/store/database';
import { openPlayground } from './open';

/** `npm run playground`: opens it, on an embedded database of its own, and keeps it until it is told to end. */

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gentle-nudge-playground-'));
  const onError = (error: unknown) => console.error(error);
  const place = { kind: 'embedded', dataDir: folder } as const;
  const playground = await openPlayground({
    database: await openDatabase(place, { retryDelaySeconds: 1 }, onError),
    port: Number(process.env['PLAYGROUND_PORT'] ?? 3333),
    page: path.join(__dirname, 'page', 'dist'),
    onError,
  });
  console.log(`Gentle Nudge's playground: ${playground.url}  (Ctrl+C ends it)`);
  const end = () =>
    void playground
      .close()
      .finally(() => rm(folder, { recursive: true, force: true }))
      .finally(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
