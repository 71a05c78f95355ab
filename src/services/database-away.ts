/** Whether the database is away, for now: told by the codes of Prisma, of PostgreSQL and of the network. */

const AWAY = new Set([
  // Prisma: cannot reach it, it took too long, it closed the connection, no connection is free, no transaction was begun.
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  // PostgreSQL: shut down, crashed, starting up, too many connections, a statement that took too long.
  ...['57P01', '57P02', '57P03', '53300', '57014'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'],
]);

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && AWAY.has(error.code)) return true;
  return isDatabaseAway(error.cause);
}
