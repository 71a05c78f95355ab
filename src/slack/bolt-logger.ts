import { LogLevel, type Logger } from '@slack/bolt';

/** Anything with the usual four levels. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Bolt's log through ours. Its debug level prints bodies, hence tokens and people's words: it is never passed on. */
export function createBoltLogger(log: Log): Logger {
  const words = (messages: unknown[]) => messages.filter((message) => typeof message === 'string').join(' ');
  return {
    debug: () => undefined,
    info: (...messages: unknown[]) => log.debug(words(messages)),
    warn: (...messages: unknown[]) => log.warn(words(messages)),
    error: (...messages: unknown[]) => log.error(words(messages)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/**
 * For code that is not ours, whose lines may end in what it was given ("Malformed request body: …"): what stands before
 * the first colon or bracket is its own.
 */
export function withoutData(logger: Logger): Logger {
  const own = (words: unknown) =>
    typeof words === 'string' ? (/^[^:({[<"'`]*/.exec(words)?.[0] ?? '').trim() : '';
  return {
    ...logger,
    info: (words: unknown) => logger.info(own(words)),
    warn: (words: unknown) => logger.warn(own(words)),
    error: (words: unknown) => logger.error(own(words)),
  };
}
