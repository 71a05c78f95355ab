import type { WrongLine } from '../wrong-line';
import { BETWEEN_PEOPLE_LINES } from './between-people';
import { DOMAIN } from './domain';
import { LOCALES } from './locales';
import { NEW_GOALS } from './new-goals';
import { MESSAGES } from './reads';
import { PROMISE_LINES } from './promises';
import { RUNNING } from './running';
import { SERVICES } from './services';
import { SLACK } from './slack';
import { STORE } from './store';
import { TOLD } from './told';
import { UNDO_LINES } from './undo';
import { WHOSE } from './whose';

/** Every line that is made wrong on purpose, layer by layer. */
export const WRONG_LINES: readonly WrongLine[] = [
  ...DOMAIN,
  ...WHOSE,
  ...SERVICES,
  ...MESSAGES,
  ...STORE,
  ...SLACK,
  ...RUNNING,
  ...UNDO_LINES,
  ...BETWEEN_PEOPLE_LINES,
  ...TOLD,
  ...NEW_GOALS,
  ...PROMISE_LINES,
  ...LOCALES,
];
