import { createContext, use } from 'react';
import type { Theme } from '../state/theme';

export const ThemeContext = createContext<Theme>('light');

export function useThemed(): Theme {
  return use(ThemeContext);
}
