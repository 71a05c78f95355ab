import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { diffMigrationsWithSchema } from '../src/store/migrations';

/** What the schema has and the migrations lack, as SQL, found on a database in memory. */
export async function missingSql(): Promise<string> {
  const pglite = await PGlite.create('memory://');
  try {
    return await diffMigrationsWithSchema(new PrismaPGlite(pglite));
  } finally {
    await pglite.close();
  }
}
