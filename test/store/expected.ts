import type { WorkspaceStore } from '../../src/store';
import type { Ids } from './filled';

/** A call in one workspace with the ids of another. */
type Call = (here: WorkspaceStore, of: Ids) => Promise<unknown>;
/** What it answers: nothing of the others, or something of its own. */
export type Expected = { readonly nothing: Call } | { readonly own: Call };

export const nothing = (call: Call): Expected => ({ nothing: call });
export const own = (call: Call): Expected => ({ own: call });
