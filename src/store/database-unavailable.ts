/** What keeps the database from opening, in words for the operator. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}
