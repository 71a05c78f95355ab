import { createContext, use, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { get } from '../api/control';
import { workspaceFrom } from '../api/model';
import type { Person, Workspace } from '../api/model';
import { useLive } from './use-live';

/** The people and channels, known to every part. */

export interface Here extends Workspace {
  refresh: () => void;
  personOf: (id: string) => Person | null;
}

const WorkspaceContext = createContext<Here | null>(null);
const clockMs = 20_000;

export function useWorkspace(): Here {
  const here = use(WorkspaceContext);
  if (!here) throw new Error('useWorkspace is called outside <WorkspaceProvider>');
  return here;
}

export function WorkspaceProvider({ children }: { children: ReactNode }): ReactNode {
  const { value, problem, refresh } = useLive(
    'state',
    async () => workspaceFrom(await get('state')),
    ({ kind }) => kind === 'user' || kind === 'channel' || kind === 'message',
  );
  useEffect(() => {
    const timer = setInterval(refresh, clockMs);
    return () => clearInterval(timer);
  }, [refresh]);
  const here = useMemo(
    () =>
      value && {
        ...value,
        refresh,
        personOf: (id: string) => value.people.find((person) => person.id === id) ?? null,
      },
    [value, refresh],
  );
  if (!here) return <p className="starting">{problem ?? 'Opening the playground…'}</p>;
  return <WorkspaceContext value={here}>{children}</WorkspaceContext>;
}
