import { PrismaPg } from '@prisma/adapter-pg';
import type { Store } from '../src/store';
import { createStore } from '../src/store';
import { PrismaClient } from '../src/store/generated/client';
import type { BenchDatabase } from './grounds';

/** A store whose every statement is noted: how many there were, and how long the database took for them. */
export interface WatchedStore {
  readonly store: Store;
  /** Statements since the last `forget`. */
  statements(): readonly Statement[];
  forget(): void;
  close(): Promise<void>;
}

export interface Statement {
  readonly text: string;
  readonly milliseconds: number;
}

export function watchStore(database: Pick<BenchDatabase, 'url' | 'queue'>): WatchedStore {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: database.url, max: 4 }),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
    log: [{ emit: 'event', level: 'query' }],
  });
  let statements: Statement[] = [];
  prisma.$on('query', ({ query, duration }) => statements.push({ text: query, milliseconds: duration }));
  return {
    store: createStore({ prisma, queue: database.queue }),
    statements: () => statements,
    forget: () => (statements = []),
    close: () => prisma.$disconnect(),
  };
}

/** The share of the whole that statements of each kind took, largest first, as words: "41% planned rows, …". */
export function shares(
  whole: number,
  statements: readonly Statement[],
  kinds: Readonly<Record<string, RegExp>>,
  remainder: string,
): string {
  const taken = new Map<string, number>();
  for (const { text, milliseconds } of statements) {
    const kind = Object.entries(kinds).find(([, pattern]) => pattern.test(text))?.[0] ?? 'other statements';
    taken.set(kind, (taken.get(kind) ?? 0) + milliseconds);
  }
  const known = [...taken.values()].reduce((sum, part) => sum + part, 0);
  taken.set(remainder, Math.max(0, whole - known));
  return [...taken]
    .toSorted(([, one], [, other]) => other - one)
    .map(([kind, part]) => `${Math.round((100 * part) / whole)}% ${kind}`)
    .join(', ');
}
