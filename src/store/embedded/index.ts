import path from 'node:path';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { lockFolder } from '../folder-lock';
import type { SqlRunner } from '../queue';
import { adapterOver, expect, type Ask } from './adapter';
import { startThread, ThreadLost, type Thread } from './worker';

/**
 * PostgreSQL embedded in a folder, in a thread of its own. A thread that ends or is stuck is replaced by a new one on the
 * same folder; meanwhile the database is away, as a server is that starts again.
 */
export interface Embedded {
  /** Resolves when it answers. */
  readonly opened: Promise<void>;
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  readonly runner: SqlRunner;
  /** Tells of a thread that was lost, and of one that did not open. */
  onError(listener: (error: unknown) => void): void;
  close(): Promise<void>;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Locks the folder for this process until it is closed, and begins to open it.
 *
 * @throws {DatabaseUnavailable} when the folder is in use, or cannot be
 */
export async function startEmbedded(dataDir: string, start: () => Thread = startThread): Promise<Embedded> {
  const folder = path.join(dataDir, 'postgres');
  let thread: Thread | null = null;
  let isClosing = false;
  let next: NodeJS.Timeout | null = null;
  let tell: (error: unknown) => void = () => undefined;

  const ask: Ask = (call) => (thread === null ? Promise.reject(new ThreadLost()) : thread.ask(call));

  async function openIn(fresh: Thread): Promise<void> {
    try {
      await fresh.ask({ do: 'open', folder });
    } catch (error) {
      await fresh.end();
      throw error;
    }
    if (isClosing) return fresh.end();
    thread = fresh;
    void fresh.ended.then(() => {
      if (isClosing) return;
      thread = null;
      tell(new ThreadLost());
      openAgain(FIRST_PAUSE);
    });
  }

  function openAgain(pause: number): void {
    next = setTimeout(() => {
      openIn(start()).catch((error: unknown) => {
        tell(error);
        openAgain(Math.min(pause * 2, LONGEST_PAUSE));
      });
    }, pause);
  }

  const release = await lockFolder(dataDir);
  const opened = openIn(start());
  // Whoever waits for it is told; until then nobody may be waiting.
  opened.catch(() => undefined);
  return {
    opened,
    adapter: adapterOver(ask),
    runner: {
      async executeSql(text, values = []) {
        return { rows: expect(await ask({ do: 'run', text, values }), 'rows').rows };
      },
    },
    onError(listener) {
      tell = listener;
    },
    async close() {
      isClosing = true;
      if (next) clearTimeout(next);
      try {
        await thread?.ask({ do: 'close' });
        await thread?.end();
      } finally {
        await release();
      }
    },
  };
}
