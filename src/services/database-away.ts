/** Whether the database is away, for now: told by the codes of Prisma, of PostgreSQL and of the network. */

const AWAY = new Set([
  // Prisma: cannot reach it, it took too long, it closed the connection, no connection is free, no transaction was begun.
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'],
  // PostgreSQL: shut down, crashed, starting up, too many connections, a statement that took too long.
  ...['57P01', '57P02', '57P03', '53300', '57014'],
  // It ended the transaction for the sake of another one: a deadlock, a serialization failure; Prisma's code for both.
  ...['40P01', '40001', 'P2034'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'],
]);

/** What node-postgres says of a connection that it finds dead, without a code (lib/client.js and pg-pool of version 8). */
const DEAD =
  /^(?:Connection terminated|Client (?:has encountered a connection error|was closed) and is not queryable|Query read timeout|timeout exceeded when trying to connect)/;

/** Where an error holds the one that it came from: `meta` and `driverAdapterError` are those of a raw query of Prisma's. */
const CAUSES = ['cause', 'meta', 'driverAdapterError'];

export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const part = (name: string): unknown => Reflect.get(error, name);
  const [code, message] = [part('code'), part('message')];
  if (typeof code === 'string' && AWAY.has(code)) return true;
  if (code === undefined && typeof message === 'string' && DEAD.test(message)) return true;
  return CAUSES.some((name) => isDatabaseAway(part(name)));
}
