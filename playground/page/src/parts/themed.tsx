import { createContext, use } from 'react';
import type { Theme } from '../state/theme';

/** Light or dark, known to every part. */

export const ThemeContext = createContext<Theme>('light');

export function useThemed(): Theme {
  return use(ThemeContext);
}
