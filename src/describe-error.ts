/** An error as the log may keep it: names and codes, never payloads, for those hold people's words. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    ...(quotesData(error) ? withoutWords(error) : { message: error.message, stack: error.stack }),
    ...('reference' in error ? { reference: error.reference } : {}),
    ...('code' in error ? { code: error.code } : {}),
    ...(error instanceof AggregateError ? { errors: error.errors.map(describeError) } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Prisma and PostgreSQL quote the row or the value that they refuse, and JSON.parse the text that it cannot read. */
function quotesData(error: Error): boolean {
  return /^(Prisma|DriverAdapter)/.test(error.name) || 'severity' in error || error instanceof SyntaxError;
}

/** What is left to find a bug by: where it happened, and PostgreSQL's own code for what was wrong. */
function withoutWords(error: Error): Record<string, unknown> {
  const [, sqlState] = /Code: `([0-9A-Z]{5})`/.exec(error.message) ?? [];
  const stack = (error.stack ?? '').replace(error.message, '').split('\n');
  return {
    ...(sqlState === undefined ? {} : { sqlState }),
    stack: stack.filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line)).join('\n'),
  };
}
