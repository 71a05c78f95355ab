import type { Json } from '../domain/message';
import { Prisma, type PrismaClient } from './generated/client';
import type { SqlRunner } from './queue';

/** Prisma, inside or outside a transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** Lets pg-boss write through the same transaction as the facts. */
export function sqlRunner(db: Db): SqlRunner {
  return {
    async executeSql(text, values = []) {
      const rows = await db.$queryRawUnsafe<unknown[]>(text, ...values);
      return { rows };
    },
  };
}

/**
 * Writes many rows in one statement and answers how many; those that a unique constraint refuses are left out. The rows
 * name the same columns. (Prisma's createMany makes a plan with every value in it, which takes longer than the database.)
 */
export function insertRows<Table extends keyof Insertable>(
  db: Db,
  table: Table,
  rows: readonly Insertable[Table][],
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return Promise.resolve(0);
  const columns = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  );
  const name = Prisma.raw(`"${table}"`);
  return db.$executeRaw`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::json)
    ON CONFLICT DO NOTHING`;
}

interface Insertable {
  Message: Omit<Prisma.MessageCreateManyInput, 'payload'> & {
    readonly id: string;
    readonly payload: Json | object;
  };
  Digest: Prisma.DigestCreateManyInput & { readonly id: string };
  Nudge: Prisma.NudgeCreateManyInput & { readonly id: string };
  NudgeQuestion: Prisma.NudgeQuestionCreateManyInput;
}

/** True when a unique constraint refused the row: somebody else was first. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

const TRIES = 3;

/** Does it again where PostgreSQL ended it for another's sake (a deadlock, a serialization failure): nothing of it stands. */
export async function unlessInTheWay<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !wasInTheWay(error)) throw error;
    }
  }
}

/** 40P01 and 40001 are PostgreSQL's codes, P2034 is Prisma's for both. */
function wasInTheWay(error: unknown): boolean {
  return error instanceof Error && /\b(?:40P01|40001|P2034)\b/.test(`${error.message} ${codeOf(error)}`);
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
