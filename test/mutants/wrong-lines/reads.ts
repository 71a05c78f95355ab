import type { WrongLine } from '../wrong-line';

/** In `src/messages` and what it gathers from: for whose eyes a thing is. */
export const MESSAGES: readonly WrongLine[] = [
  {
    file: 'src/services/reads/told.ts',
    line: 'waiting: readable.filter((pair) => !isTold(pair)),',
    wrong: 'waiting: pairs.filter((pair) => !isTold(pair)),',
    test: 'test/app/mentee/stuck.test.ts',
  },
  {
    file: 'src/messages/stuck.ts',
    line: "if (mayRead(reader, { kind: 'check_in', ...checkIn }) !== 'content') return gone;",
    wrong: '',
    test: 'test/app/mentee/stuck.test.ts',
  },
  {
    file: 'src/services/asking/nudge-facts.ts',
    line: 'const lastAsked = taking.length === 0 ? [] : await store.nudgeFacts.lastAsked(taking.map(({ id }) => id));',
    wrong: 'const lastAsked = taking.slice(0, 0).map(({ id: goalId }) => ({ goalId, lastAskedAt: now }));',
    test: 'test/app/asked-fairly.test.ts',
    title: 'none is forgotten',
  },
  {
    file: 'src/services/reads/questions.ts',
    line: 'return nudge.questions.filter(({ goalId, passedAt }) => passedAt === null && !answered.has(goalId));',
    wrong: 'return nudge.questions.filter(({ goalId }) => !answered.has(goalId));',
    test: 'test/app/mentee/passed.test.ts',
    title: 'one of two is let go by',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: "const isReadable = (checkIn: CheckIn) => isTold(checkIn) && formOfCheckIn(checkIn) === 'content';",
    wrong:
      "const isReadable = (checkIn: CheckIn) => isTold(checkIn) && formOfCheckIn(checkIn) !== 'nothing';",
    test: 'test/app/audience.test.ts',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: "checkIns: own.filter((checkIn) => formOfCheckIn(checkIn) !== 'nothing').length,",
    wrong: 'checkIns: own.length,',
    test: 'test/app/kept-private.test.ts',
    title: 'not counted',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: '(checkIn) => checkIn.memberId === id && needsAnswer(checkIn) && isReadable(checkIn),',
    wrong: '(checkIn) => checkIn.memberId === id && needsAnswer(checkIn),',
    test: 'test/app/review.test.ts',
    title: 'what was said before the pairing',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: 'const own = checkIns.filter((checkIn) => checkIn.memberId === id);',
    wrong: 'const own = checkIns;',
    test: 'test/app/kept-private.test.ts',
    title: 'two mentees',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: 'memberId === id &&',
    wrong: '',
    test: 'test/app/kept-private.test.ts',
    title: 'two mentees',
  },
  {
    file: 'src/services/reads/reached.ts',
    line: "return mayRead({ kind: 'mentor', through }, change) === 'content';",
    wrong: "return mayRead({ kind: 'mentor', through }, change) !== 'count';",
    test: 'test/app/kept-private.test.ts',
    title: 'taken back',
  },
  {
    file: 'src/services/reads/readers.ts',
    line: "return goal && mayReadThrough(readers, { kind: 'goal', ...goal }) === 'content' ? goal : null;",
    wrong: 'return goal;',
    test: 'test/app/kept-private.test.ts',
    title: 'without its title',
  },
  {
    file: 'src/messages/goal.ts',
    line: 'const isTold = pairs.some((pair) => pair.mentorId === to.id && isToldOf(goal, reached, pair));',
    wrong: 'const isTold = pairs.some((pair) => pair.mentorId === to.id);',
    test: 'test/app/kept-private.test.ts',
    title: 'taken back',
  },
  {
    file: 'src/messages/digest.ts',
    line: "const mentees = await gatherMentees(store, pairs, 'mentor_channel', planned.from, planned.to);",
    wrong: "const mentees = await gatherMentees(store, pairs, 'mentor', planned.from, planned.to);",
    test: 'test/app/audience.test.ts',
  },
  {
    file: 'src/services/reads/home/mentor.ts',
    line: '(checkIn) => needsAnswer(checkIn) && isTold(checkIn, now) && isFor(by.get(checkIn.memberId), checkIn),',
    wrong: '(checkIn) => needsAnswer(checkIn) && isTold(checkIn, now),',
    test: 'test/app/review.test.ts',
    title: 'what was said before the pairing',
  },
  {
    file: 'src/services/reads/home/page.ts',
    line: 'const number = at?.list === list ? Math.min(at.page, last) : 0;',
    wrong: 'const number = at === null ? 0 : Math.min(at.page, last);',
    test: 'test/app/home/pages.test.ts',
    title: 'turning back',
  },
  {
    file: 'src/store/check-ins.ts',
    line: `AND "audience" <> 'self' AND m."id" = ANY("sharedWith")`,
    wrong: `AND "audience" <> 'self'`,
    test: 'test/app/canaries.test.ts',
    title: 'was answered before she came',
  },
];
