import { useCallback, useEffect, useRef, useState } from 'react';
import { onChange } from '../api/changes';
import type { Change } from '../api/model';

/** Anything that is fetched again when it changes. */

export interface Live<T> {
  value: T | null;
  /** Why it could not be read, until it can. */
  problem: string | null;
  refresh: () => void;
  set: (value: T) => void;
}

interface Held<T> {
  key: string;
  value: T | null;
  problem: string | null;
}

/**
 * What `load` gives, read again after each change that concerns it. While one read is under way further changes cause
 * one more read and not many. A value is never shown under another key than its own.
 */
export function useLive<T>(
  key: string,
  load: (before: T | null) => Promise<T>,
  concerns: (change: Change) => boolean,
): Live<T> {
  const [held, setHeld] = useState<Held<T>>({ key, value: null, problem: null });
  const latest = useRef({ key, load, concerns, value: held.key === key ? held.value : null });
  latest.current = { key, load, concerns, value: held.key === key ? held.value : null };
  const reading = useRef<{ key: string; again: boolean } | null>(null);

  const refresh = useCallback(() => {
    const wanted = latest.current.key;
    if (reading.current?.key === wanted) {
      reading.current.again = true;
      return;
    }
    const mine = { key: wanted, again: false };
    reading.current = mine;
    latest.current
      .load(latest.current.value)
      .then((value) =>
        setHeld((now) => (latest.current.key === wanted ? { key: wanted, value, problem: null } : now)),
      )
      .catch((error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        setHeld((now) =>
          latest.current.key === wanted ? { key: wanted, value: latest.current.value, problem } : now,
        );
      })
      .finally(() => {
        if (reading.current !== mine) return;
        reading.current = null;
        if (mine.again) refresh();
      });
  }, []);

  useEffect(() => {
    refresh();
    return onChange((change) => {
      if (change === 'anything' || latest.current.concerns(change)) refresh();
    });
  }, [key, refresh]);

  const set = useCallback((value: T) => setHeld({ key: latest.current.key, value, problem: null }), []);
  const own = held.key === key;
  return { value: own ? held.value : null, problem: own ? held.problem : null, refresh, set };
}
