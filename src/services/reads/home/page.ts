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

/** So many rows of each fill App Home at most, for somebody who is everything at once. */
const ROWS: Readonly<Record<HomeList, number>> = {
  invitations: 2,
  asks: 2,
  pairs: 20,
  waiting: 5,
  mentees: 10,
  goals: 4,
  promises: 3,
  mentors: 2,
  sent: 10,
};

/** One page of a list; the last where it has become shorter meanwhile. */
export function pageOf<Row>(list: HomeList, rows: readonly Row[], at: HomePlace | null): Page<Row> {
  const size = ROWS[list];
  const last = Math.max(Math.ceil(rows.length / size) - 1, 0);
  const number = at?.list === list ? Math.min(at.page, last) : 0;
  const before = number * size;
  return { rows: rows.slice(before, before + size), number, before, total: rows.length };
}

export function isLastPage({ rows, before, total }: Page<unknown>): boolean {
  return before + rows.length >= total;
}
