/** What the two lists of open things have in common: each has an end. */

const DAY = 24 * 60 * 60 * 1000;

/** Whatever is open for so long is asked about once more, and then rests: it stays in the list, and nobody is asked. */
export const RESTS_AFTER = 28 * DAY;
