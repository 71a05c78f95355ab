/** Whatever is open has an end: after so long it is asked about once, and then rests. */
export const RESTS_AFTER = 28 * 24 * 60 * 60 * 1000;
