import 'dotenv/config';
import { readConfig } from './config';
import { startEmbedded, type Embedded } from './store/embedded';

/** Where the process begins. The embedded database starts first, and the rest is loaded while it does: that saves a quarter of a start. */

/** Null where there is none to start, and where the settings need mending, which is said by whoever reads them next. */
function startAhead(): Promise<Embedded> | null {
  if (process.argv.length > 2) return null;
  try {
    const { database } = readConfig(process.env);
    return database.kind === 'embedded' ? startEmbedded(database.dataDir) : null;
  } catch {
    return null;
  }
}

const ahead = startAhead();
// Loading lets nothing else happen, so the folder is locked and given to its thread before.
void Promise.allSettled([ahead])
  .then(() => import('./process.js'))
  .then(({ run }) => run(ahead));
