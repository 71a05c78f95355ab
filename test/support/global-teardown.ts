/** Stops the PostgreSQL server that the tests shared. */

export default async function globalTeardown(): Promise<void> {
  await globalThis.stopPostgres?.();
}
