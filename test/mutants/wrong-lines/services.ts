import type { WrongLine } from '../wrong-line';

/** In `src/services`: whose things these are, who may hear of them, who is first, and how long is too long. */
export const SERVICES: readonly WrongLine[] = [
  {
    file: 'src/services/record-check-in.ts',
    line: 'await ownCheckIn(store, member, checkInId);',
    wrong: '',
    test: 'test/app/forged-clicks.test.ts',
  },
];
