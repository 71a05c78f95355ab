/** How one line of the clockwork goes: what of it is under way, when it was last heard of, and when it last came round. */
export interface Course {
  /** Whether anything is, that was not let go of. */
  isUnderWay(): boolean;
  run(verb: (getsOn: () => void) => Promise<unknown>, onError: (error: unknown) => void): void;
  /** For how long something has been under way, and nothing was heard of it; 0 when nothing is. */
  silentFor(): number;
  /** How long ago it ended well, or got on. */
  sinceRound(): number;
  /** Waits no longer for what is under way; true when that is the first time since it was heard of. */
  letGo(): boolean;
  /** It is left uncalled on purpose: no time passes for it. */
  rest(): void;
  /** Resolves when nothing is under way. */
  ended(): Promise<void>;
}

/** @param now milliseconds, of whichever clock the lengths are meant in */
export function createCourse(now: () => number): Course {
  const underWay = new Set<Promise<void>>();
  let heardAt = now();
  let roundAt = now();
  /** Something was let go of, and nothing was heard since. */
  let hangs = false;

  function heard(): void {
    heardAt = now();
    hangs = false;
  }
  function cameRound(): void {
    heard();
    roundAt = now();
  }

  return {
    isUnderWay: () => underWay.size > 0,
    run(verb, onError) {
      if (underWay.size === 0 && !hangs) heardAt = now();
      const run = verb(cameRound)
        .then(cameRound, (error: unknown) => {
          heard();
          onError(error);
        })
        .finally(() => underWay.delete(run));
      underWay.add(run);
    },
    silentFor: () => (underWay.size > 0 || hangs ? now() - heardAt : 0),
    sinceRound: () => now() - roundAt,
    letGo() {
      const isNew = !hangs;
      hangs = true;
      underWay.clear();
      return isNew;
    },
    rest() {
      heardAt = now();
      roundAt = now();
    },
    async ended() {
      await Promise.all(underWay);
    },
  };
}
