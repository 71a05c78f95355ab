/** A pace that is kept (the field: a token bucket; this is its generic cell rate algorithm, ITU-T I.371). */
export interface Pace {
  readonly perMinute: number;
  /** So many at once, after a rest. */
  readonly burst: number;
}

const MINUTE = 60_000;

/**
 * The next free slot, and the pace's new state.
 *
 * @param arrival the state: the instant, in milliseconds, at which the next would be due if all came evenly; 0 at first
 */
export function takeSlot(
  pace: Pace,
  arrival: number,
  now: Date,
): { readonly at: Date; readonly arrival: number } {
  const apart = MINUTE / pace.perMinute;
  const due = Math.max(arrival, now.getTime());
  const at = Math.max(now.getTime(), due - (pace.burst - 1) * apart);
  return { at: new Date(at), arrival: due + apart };
}
