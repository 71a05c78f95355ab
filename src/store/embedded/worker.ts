import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Answer, Call, Numbered, Refusal } from './calls';

/** One life of the thread of the embedded database, seen from the thread that answers Slack. */
export interface Thread {
  /** @throws {ThreadLost} when the thread ended, or was ended because it did not answer, before it answered this */
  ask(call: Call): Promise<Exclude<Answer, { is: 'refused' }>>;
  /** Resolves when the thread has ended, for whatever reason. */
  readonly ended: Promise<void>;
  end(): Promise<void>;
}

/** The database is away, as a server is whose connection broke: whether what was asked last was done is not known. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
  readonly code = 'ECONNRESET';
  constructor(cause?: unknown) {
    super('The embedded database has stopped, and is opened again.', { cause });
  }
}

interface Waiting {
  readonly resolve: (answer: Exclude<Answer, { is: 'refused' }>) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that was looked at so often in a row without having said anything is stuck. */
const LOOKS = 3;

/** @param lookEvery milliseconds: PGlite knows no time limit on a statement, so this is the only one */
export function startThread(lookEvery = 20_000): Thread {
  const worker = newWorker();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let looks = 0;
  /** Opening a folder takes what it takes: a large one that was not closed well is read anew. */
  let hasOpened = false;
  let hasEnded = false;
  let cause: unknown;

  const post = (what: Call) => {
    lastId += 1;
    worker.postMessage({ id: lastId, what } satisfies Numbered<Call>);
    return lastId;
  };
  const watch = setInterval(() => {
    if (!hasOpened || waiting.size === 0) return;
    looks += 1;
    if (looks > LOOKS) void worker.terminate();
    else post({ do: 'ping' });
  }, lookEvery);
  watch.unref();

  worker.on('message', ({ id, what }: Numbered<Answer>) => {
    looks = 0;
    hasOpened = true;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (what.is === 'refused') asked?.reject(errorFrom(what.error));
    else asked?.resolve(what);
  });
  worker.on('error', (error) => (cause = error));
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      hasEnded = true;
      clearInterval(watch);
      for (const { reject } of waiting.values()) reject(new ThreadLost(cause));
      resolve();
    });
  });

  return {
    ask: (call) =>
      new Promise((resolve, reject) => {
        if (hasEnded) reject(new ThreadLost(cause));
        else waiting.set(post(call), { resolve, reject });
      }),
    ended,
    async end() {
      await worker.terminate();
    },
  };
}

/** Compiled, the thread is a file beside this one; from source it is read through tsx, which no worker inherits by itself. */
function newWorker(): Worker {
  const extension = path.extname(__filename);
  const file = path.join(__dirname, `thread${extension}`);
  if (extension === '.js') return new Worker(file);
  const loader = createRequire(__filename).resolve('tsx/cjs');
  return new Worker(`require(${JSON.stringify(loader)}); require(${JSON.stringify(file)});`, {
    eval: true,
    execArgv: [],
  });
}

/** With the stack of where it broke: its message is not ours, and stays out of the log. */
function errorFrom({ message, stack, code, forPrisma }: Refusal): Error {
  if (forPrisma !== undefined) return new DriverAdapterError(forPrisma);
  const error = new Error(message);
  error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}
