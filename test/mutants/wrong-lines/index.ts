import type { WrongLine } from '../wrong-line';
import { SERVICES } from './services';

/** Every line that is made wrong on purpose, layer by layer. */
export const WRONG_LINES: readonly WrongLine[] = [...SERVICES];
