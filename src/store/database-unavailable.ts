/** What keeps the database from opening, in words for the operator. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
  constructor(
    message: string,
    /** Whether it may open a little later by itself. */
    readonly isPassing = false,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** The folder of the embedded database cannot be made or written. */
export class FolderUnusable extends DatabaseUnavailable {
  override name = 'FolderUnusable';
}
