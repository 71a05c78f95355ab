import type {
  Error as PrismaError,
  IsolationLevel,
  SqlQuery,
  SqlResultSet,
} from '@prisma/driver-adapter-utils';

/** What the thread that answers Slack and the thread of the embedded database say to each other: plain data. */

/** `within` is the number of a transaction, or null outside any. */
export type Call =
  | { readonly do: 'open'; readonly folder: string }
  | { readonly do: 'query' | 'execute'; readonly within: number | null; readonly query: SqlQuery }
  | { readonly do: 'script'; readonly script: string }
  | { readonly do: 'begin'; readonly isolation: IsolationLevel | undefined }
  | { readonly do: 'commit' | 'rollback'; readonly within: number }
  /** One statement with values, or several without; answers the rows of the last. */
  | { readonly do: 'run'; readonly text: string; readonly values: unknown[] }
  /** Answered at once by a thread that is not stuck. */
  | { readonly do: 'ping' }
  | { readonly do: 'close' };

export type Answer =
  | { readonly is: 'table'; readonly table: SqlResultSet }
  | { readonly is: 'rows'; readonly rows: unknown[] }
  /** Rows that were changed, or the number of a transaction. */
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'done' }
  | { readonly is: 'refused'; readonly error: Refusal };

/** An error on its way from one thread to the other. */
export interface Refusal {
  readonly message: string;
  readonly stack: string;
  readonly code: string | undefined;
  /** What Prisma makes its own errors of, where the adapter understood what PostgreSQL said. */
  readonly forPrisma: PrismaError | undefined;
}

export interface Numbered<What> {
  readonly id: number;
  readonly what: What;
}
