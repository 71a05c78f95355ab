/** How a nudge ended, newest first. */
export interface PastNudge {
  readonly state: string;
  readonly silenceAskedAt: Date | null;
  readonly silenceAnswer: string | null;
}

export type SilenceDecision =
  /** Nothing to sort: ask as usual. */
  | { readonly kind: 'ask' }
  /** Two nudges in a row stayed without a word: one message with five taps takes the place of the next. */
  | { readonly kind: 'sort' }
  /** That stayed without a word too: the rhythm halves, and the question is asked again in its own time. */
  | { readonly kind: 'halve' };

const SILENT_NUDGES = 2;
/** How many past nudges a decision looks at. A spell that fills them all was sorted before. */
export const NUDGES_LOOKED_AT = 4;

/** Silence is sorted, not counted. A skip is an answer. */
export function decideSilence(past: readonly PastNudge[], alreadyHalved: boolean): SilenceDecision {
  const [last] = past;
  if (last?.silenceAskedAt) {
    return last.silenceAnswer === null && isUnanswered(last) && !alreadyHalved
      ? { kind: 'halve' }
      : { kind: 'ask' };
  }
  const answered = past.findIndex((nudge) => !isUnanswered(nudge));
  const spell = past.slice(0, answered === -1 ? past.length : answered);
  const isSorted = spell.some(({ silenceAskedAt }) => silenceAskedAt !== null);
  const isNew = spell.length >= SILENT_NUDGES && spell.length < NUDGES_LOOKED_AT;
  return isNew && !isSorted ? { kind: 'sort' } : { kind: 'ask' };
}

/** The newest nudge is still open when the next one is planned. */
function isUnanswered({ state }: PastNudge): boolean {
  return state === 'expired' || state === 'sent';
}
