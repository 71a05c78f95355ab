import { languageOf } from '../language';

/** How English writes dates, clocks, lists and plurals. Those of Britain: the day first, and a clock of 24 hours. */
export const english = languageOf('en-GB');
