import type { WrongLine } from '../wrong-line';

/** To whom a new goal is news, and how often. */
export const NEW_GOALS: readonly WrongLine[] = [
  {
    file: 'src/services/reads/new-goals.ts',
    line: 'return isTheirs && through.activeAt !== null && goal.createdAt >= through.activeAt;',
    wrong: 'return isTheirs;',
    test: 'test/app/mentor/new-goal.test.ts',
    title: 'stands in the next digest, once, and neither does an older one nor one kept to oneself',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: '!isHeardOf(goal, pair, rows.newGoalsTold, to),',
    wrong: 'true,',
    test: 'test/app/mentor/new-goal.test.ts',
    title: 'is told at once by a tap that names who hears, once, and is not new in the digest then',
  },
];
