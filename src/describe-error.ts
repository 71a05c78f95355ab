/**
 * An error as the log may keep it: names, codes and places, all the way down to what caused it. Messages of others can
 * hold people's words (Prisma and PostgreSQL quote the row that they refuse, the engine the value that it stumbles over),
 * so only those are kept that we wrote ourselves, or that are known to name nothing but codes and addresses.
 */
export function describeError(error: unknown): Record<string, unknown> {
  return describe(error, new Set());
}

const DEEPEST = 12;

function describe(error: unknown, above: ReadonlySet<unknown>): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: error === null ? 'null' : typeof error };
  if (above.has(error) || above.size >= DEEPEST) return { error: error.name, again: true };
  const below = new Set([...above, error]);
  const within = (inner: unknown) => describe(inner, below);
  const causes = [error.cause, 'original' in error ? error.original : undefined];
  const [cause, ...more] = causes.filter((inner) => inner !== undefined);
  const gathered = gatheredIn(error);
  return {
    error: error.name,
    ...(mayBeQuoted(error) ? { message: error.message } : {}),
    ...('reference' in error && typeof error.reference === 'string' ? { reference: error.reference } : {}),
    ...('code' in error && isCode(error.code) ? { code: error.code } : {}),
    ...sqlStateOf(error),
    stack: framesOf(error).join('\n'),
    ...(gathered.length === 0 ? {} : { errors: gathered.map(within) }),
    ...(cause === undefined ? {} : { cause: within(cause) }),
    ...(more.length === 0 ? {} : { causes: more.map(within) }),
  };
}

/** What an error gathers: the language's own way, and Bolt's. */
function gatheredIn(error: Error): readonly unknown[] {
  if (error instanceof AggregateError) return error.errors;
  return 'originals' in error && Array.isArray(error.originals) ? error.originals : [];
}

/** A code is a word or a number, never a sentence. */
function isCode(code: unknown): boolean {
  return typeof code === 'number' || (typeof code === 'string' && /^\w{1,60}$/.test(code));
}

/** Web API errors name Slack's error or the network's; errors of the system name a call, a code and an address. */
function mayBeQuoted(error: Error): boolean {
  if (/^WebAPI(Platform|Request|HTTP|RateLimited)Error$/.test(error.constructor.name)) return true;
  if ('syscall' in error && 'code' in error) return true;
  return !isOfTheEngine(error) && isOurs(framesOf(error)[0]);
}

function isOfTheEngine(error: Error): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    error instanceof ReferenceError
  );
}

/** Whether the line that made the error is in our own code. */
function isOurs(frame: string | undefined): boolean {
  return (
    frame !== undefined && !/node_modules|node:|<anonymous>/.test(frame) && /[/\\](src|dist)[/\\]/.test(frame)
  );
}

/** The lines of the stack that name a place: a message may have lines of its own. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .replace(message, () => '')
    .split('\n')
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line) || /^\s+at .*<anonymous>\)?$/.test(line));
}

/** PostgreSQL's own code for what was wrong, wherever Prisma has put it. */
function sqlStateOf({ message }: Error): { sqlState?: string } {
  const [, sqlState] = /Code: `([0-9A-Z]{5})`/.exec(message) ?? [];
  return sqlState === undefined ? {} : { sqlState };
}
