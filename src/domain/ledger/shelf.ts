import type { Named } from '../facts';

/** The shelf of a pair: links and names of things worth reading, from either of the two, with a line each. */

export const NAME_LIMIT = 300;
export const LINE_LIMIT = 200;

export interface ShelfItem {
  readonly id: string;
  readonly by: Named;
  /** A link or a name. */
  readonly name: string;
  readonly line: string | null;
}
