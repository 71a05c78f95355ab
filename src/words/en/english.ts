import { languageOf, type Language } from '../language';

/** Those of Britain: the day first, and a clock of 24 hours. */
const HOUSE = languageOf('en-GB');

let spoken = HOUSE;

/** How English writes dates, clocks, lists and plurals, where the sentence is read that is being made. */
export function english(): Language {
  return spoken;
}

/** Whatever `say` says, it says as this region writes. It has to say it before it returns: a sentence waits for nothing. */
export function inRegion<Said>(region: Language, say: () => Said): Said {
  const before = spoken;
  spoken = region;
  try {
    return say();
  } finally {
    spoken = before;
  }
}
