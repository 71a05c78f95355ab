import { useEffect, useState, useSyncExternalStore } from 'react';

/** Light or dark, as chosen or as the system has it. */

export type Theme = 'light' | 'dark';

const stored = 'gentle-nudge-theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

function remembered(): Theme | null {
  const value = window.localStorage.getItem(stored);
  return value === 'light' || value === 'dark' ? value : null;
}

/** What the system prefers, until the person chooses otherwise on this page. */
export function useTheme(): { theme: Theme; toggle: () => void } {
  const preferred: Theme = useSyncExternalStore(subscribe, () => dark.matches) ? 'dark' : 'light';
  const [chosen, choose] = useState(remembered);
  const theme = chosen ?? preferred;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return {
    theme,
    toggle() {
      const next = theme === 'dark' ? 'light' : 'dark';
      window.localStorage.setItem(stored, next);
      choose(next);
    },
  };
}
