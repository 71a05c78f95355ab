import type { Actor, Context } from '../services/ports';
import type { Words } from '../words';

/** What a click, a command or a form works with (the interaction's context): the verbs' two arguments, and the words to answer in. */
export interface Asker {
  readonly context: Context;
  readonly actor: Actor;
  /** In the language of the actor. */
  readonly words: Words;
}
