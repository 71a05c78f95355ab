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

/** Silence is sorted, not counted. A skip is an answer. */
export function decideSilence(past: readonly PastNudge[], alreadyHalved: boolean): SilenceDecision {
  const [last] = past;
  if (last?.silenceAskedAt) {
    return last.silenceAnswer === null && last.state === 'expired' && !alreadyHalved
      ? { kind: 'halve' }
      : { kind: 'ask' };
  }
  const silent = past.findIndex(({ state }) => state !== 'expired' && state !== 'sent');
  const spell = past.slice(0, silent === -1 ? past.length : silent);
  const isSorted = spell.some(({ silenceAskedAt }) => silenceAskedAt !== null);
  return spell.length >= SILENT_NUDGES && !isSorted ? { kind: 'sort' } : { kind: 'ask' };
}
