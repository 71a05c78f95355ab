import { CADENCES } from './cadence-grammar';
import { INTENTS } from './intent-grammar';

/** Makes the grammars ahead of the first sentence, which would wait for them: a third of a second. */
export function makeGrammars(): void {
  for (const { grammar } of [CADENCES, INTENTS]) grammar();
}
