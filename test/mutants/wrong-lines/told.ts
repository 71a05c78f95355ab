import type { WrongLine } from '../wrong-line';

/** What a mentor is told, when, and what becomes of the answer. */
export const TOLD: readonly WrongLine[] = [
  {
    file: 'src/services/answering/respond.ts',
    line: 'if (await within.checkIns.acknowledge(checkInId, now)) await refreshAbout(within, checkIn);',
    wrong: 'await within.checkIns.acknowledge(checkInId, now);',
    test: 'test/app/mentor/answering.test.ts',
  },
];
