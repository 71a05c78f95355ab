/** A list in App Home, a page at a time. Which page somebody looks at is kept nowhere but in the button they tap. */

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From 0. */
  readonly number: number;
  /** How many rows come before these. */
  readonly before: number;
  readonly total: number;
}

/** The lists that may be longer than what App Home has room for. */
export const HOME_LISTS = [
  'invitations',
  'asks',
  'pairs',
  'waiting',
  'mentees',
  'goals',
  'promises',
  'mentors',
  'sent',
] as const;
export type HomeList = (typeof HOME_LISTS)[number];

/** How far somebody has turned one of the lists; the others show their first page. */
export interface HomePlace {
  readonly list: HomeList;
  readonly page: number;
}

/** So many rows of each fill App Home; half of them for somebody who is several things at once. */
const ROWS: Readonly<Record<HomeList, number>> = {
  invitations: 3,
  asks: 3,
  pairs: 20,
  waiting: 5,
  mentees: 10,
  goals: 10,
  promises: 5,
  mentors: 3,
  sent: 10,
};

/** How somebody looks at App Home. */
export interface HomeLook {
  /** Where they have turned a page. */
  readonly at: HomePlace | null;
  /** Whether they are several things at once, so that each list has less room. */
  readonly isCrowded: boolean;
}

/** One page of a list; the last where it has become shorter meanwhile. */
export function pageOf<Row>(list: HomeList, rows: readonly Row[], { at, isCrowded }: HomeLook): Page<Row> {
  const size = isCrowded ? Math.ceil(ROWS[list] / 2) : ROWS[list];
  const last = Math.max(Math.ceil(rows.length / size) - 1, 0);
  const number = at?.list === list ? Math.min(at.page, last) : 0;
  const before = number * size;
  return { rows: rows.slice(before, before + size), number, before, total: rows.length };
}

export function isLastPage({ rows, before, total }: Page<unknown>): boolean {
  return before + rows.length >= total;
}
