import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What did not go through is said where it was tried, and is gone when something goes through there. */

/** A place (a person's DM, a channel, the clock) and the part of it in which one acts, such as one message. */
interface Spot {
  place: string;
  part: string;
}

interface Said {
  part: string;
  text: string;
}

export interface Tell {
  /** Something that did not work, said kindly. */
  problem: (error: unknown) => void;
  /** Runs it; `false` when it went wrong, which is then said. */
  attempt: (act: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

interface Board {
  put: (place: string, said: Said | null) => void;
  wentThrough: (place: string) => void;
}

interface Known {
  troubles: ReadonlyMap<string, Said>;
  /** Where something went through last. */
  done: string | null;
}

const SpotContext = createContext<Spot>({ place: '', part: '' });
const BoardContext = createContext<Board | null>(null);
const KnownContext = createContext<Known>({ troubles: new Map(), done: null });

export function TroubleProvider({ children }: { children: ReactNode }): ReactNode {
  const [troubles, setTroubles] = useState<ReadonlyMap<string, Said>>(new Map());
  const [done, wentThrough] = useState<string | null>(null);
  const put = useCallback((place: string, said: Said | null) => {
    setTroubles((before) => {
      if (said === null && !before.has(place)) return before;
      const after = new Map(before);
      if (said) after.set(place, said);
      else after.delete(place);
      return after;
    });
  }, []);
  const board = useMemo(() => ({ put, wentThrough }), [put]);
  const known = useMemo(() => ({ troubles, done }), [troubles, done]);
  return (
    <BoardContext value={board}>
      <KnownContext value={known}>{children}</KnownContext>
    </BoardContext>
  );
}

/** Whatever is tried within belongs to this place, or to this part of the place around it. */
export function Spot({
  place,
  part = '',
  children,
}: {
  place?: string;
  part?: string;
  children: ReactNode;
}): ReactNode {
  const around = use(SpotContext).place;
  const spot = useMemo(() => ({ place: place ?? around, part }), [place, around, part]);
  return <SpotContext value={spot}>{children}</SpotContext>;
}

export function useTell(): Tell {
  const board = use(BoardContext);
  if (!board) throw new Error('useTell is called outside <TroubleProvider>');
  const { place, part } = use(SpotContext);
  return useMemo(() => {
    const clear = (): void => board.put(place, null);
    const problem = (error: unknown): void =>
      board.put(place, { part, text: error instanceof Error ? error.message : String(error) });
    return {
      problem,
      clear,
      async attempt(act) {
        try {
          await act();
        } catch (error) {
          problem(error);
          return false;
        }
        clear();
        board.wentThrough(place);
        return true;
      },
    };
  }, [board, place, part]);
}

/** Where something went through last. */
export function useDone(): string | null {
  return use(KnownContext).done;
}

/** What did not go through in this part of this place. */
export function Trouble(): ReactNode {
  const { place, part } = use(SpotContext);
  const { clear } = useTell();
  const said = use(KnownContext).troubles.get(place);
  if (said?.part !== part) return null;
  return (
    <div className="trouble" role="alert">
      <p>
        <strong>That did not go through.</strong> {said.text}
      </p>
      <button type="button" className="quiet" aria-label="Close" onClick={clear}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
