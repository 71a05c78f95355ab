import type { Prisma, PrismaClient } from './generated/client';
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

/** True when a unique constraint refused the row: somebody else was first. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
