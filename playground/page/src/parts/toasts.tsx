import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Short notices that go by themselves. */

interface Toast {
  id: number;
  text: string;
}

export interface Tell {
  /** Something that did not work, said kindly. */
  problem: (error: unknown) => void;
  /** Runs it; what goes wrong becomes a toast and `false`. */
  attempt: (act: () => Promise<unknown>) => Promise<boolean>;
}

const ToastContext = createContext<Tell | null>(null);
const shownMs = 9000;

export function useTell(): Tell {
  const tell = use(ToastContext);
  if (!tell) throw new Error('useTell is called outside <ToastProvider>');
  return tell;
}

export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const problem = useCallback(
    (error: unknown) => {
      const id = next.current++;
      const text = error instanceof Error ? error.message : String(error);
      setToasts((all) => [...all.slice(-2), { id, text }]);
      setTimeout(() => drop(id), shownMs);
    },
    [drop],
  );
  const tell = useMemo(
    () => ({
      problem,
      async attempt(act: () => Promise<unknown>): Promise<boolean> {
        try {
          await act();
          return true;
        } catch (error) {
          problem(error);
          return false;
        }
      },
    }),
    [problem],
  );
  return (
    <ToastContext value={tell}>
      {children}
      <Shown toasts={toasts} drop={drop} />
    </ToastContext>
  );
}

/** In the top layer like the dialogs, or it would lie under them. */
function Shown({ toasts, drop }: { toasts: readonly Toast[]; drop: (id: number) => void }): ReactNode {
  const raise = useCallback((box: HTMLDivElement | null) => box?.showPopover(), []);
  if (toasts.length === 0) return null;
  return (
    <div key={toasts.at(-1)?.id} ref={raise} popover="manual" className="toasts" role="alert">
      {toasts.map(({ id, text }) => (
        <div key={id} className="toast">
          <p>
            <strong>That did not go through.</strong> {text}
          </p>
          <button type="button" className="quiet" aria-label="Close" onClick={() => drop(id)}>
            <Icon name="cross" />
          </button>
        </div>
      ))}
    </div>
  );
}
