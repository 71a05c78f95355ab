import { Client } from 'pg';
import { openDatabase } from '../../src/store/database';
import { startPostgres } from './postgres-server';

/** One PostgreSQL for the whole run, and one migrated database in it that the tests copy. */

export const TEMPLATE = 'template_of_tests';

export default async function globalSetup(): Promise<void> {
  const server = await startPostgres();
  const client = new Client({ connectionString: server.urlOf('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = await openDatabase(
    { kind: 'server', url: server.urlOf(TEMPLATE) },
    { retryDelaySeconds: 0 },
    (error) => console.error(error),
  );
  await template.close();
  process.env['TEST_POSTGRES'] = server.urlOf('postgres');
  globalThis.stopPostgres = () => server.stop();
}

declare global {
  var stopPostgres: (() => Promise<void>) | undefined;
}
