import type { WrongLine } from '../wrong-line';

/** What a mentor is told, when, and what becomes of the answer. */
export const TOLD: readonly WrongLine[] = [
  {
    file: 'src/services/answering/respond.ts',
    line: 'if (await within.checkIns.acknowledge(checkInId, now)) await refreshAbout(within, checkIn);',
    wrong: 'await within.checkIns.acknowledge(checkInId, now);',
    test: 'test/app/mentor/answering.test.ts',
  },
  {
    file: 'src/services/goals/goals.ts',
    line: 'payload: { reachedAt },',
    nth: 2,
    wrong: 'payload: { reachedAt: null },',
    test: 'test/app/mentor/reached-again.test.ts',
  },
];
