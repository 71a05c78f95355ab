import type { WrongLine } from '../wrong-line';

/** Promises: until when each is carried, who reads it, whose it is, and when it rests. */
export const PROMISE_LINES: readonly WrongLine[] = [
  {
    file: 'src/services/reads/mentees.ts',
    line: 'steps: carried.filter((step) => step.memberId === id && isForReader(step)),',
    wrong: 'steps: carried.filter((step) => step.memberId === id),',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is kept to oneself with its answer, and goes when it is emptied or its answer is taken back',
  },
  {
    file: 'src/domain/ledger/open-thing.ts',
    line: 'const stands = closedAt === null || closedAt >= dueAt;',
    wrong: 'const stands = true;',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is carried until it is done: not yet, changed, done, and the mentor reads it each time',
  },
  {
    file: 'src/services/ledger/heard.ts',
    line: 'if (nudge !== null && saidAt < nudge.dueAt) await markAnswered(store, member, nudge.id, now);',
    wrong: '',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is carried until it is done: not yet, changed, done, and the mentor reads it each time',
  },
  {
    file: 'src/services/ledger/promises.ts',
    line: "if (promise.memberId !== member.id) throw new Refused({ code: 'not_yours' });",
    wrong: '',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'rests with its goal, one a question, and is nobody else’s to touch',
  },
  {
    file: 'src/domain/ledger/open-thing.ts',
    line: 'return saidAt < dueAt && stands && (restsAt === null || restsAt >= dueAt);',
    wrong: 'return saidAt < dueAt && stands;',
    test: 'test/app/mentee/promises.test.ts',
    title: 'open for four weeks it is asked about once more and then rests, until it is moved',
  },
  {
    file: 'src/services/ledger/promises.ts',
    line: 'await tell(within, id, fromId, now);',
    wrong: '',
    test: 'test/app/mentee/promises.test.ts',
    title:
      'words of the other are kept as their promise by one tap, once, and bind nobody who did not mean them',
  },
  {
    file: 'src/services/answering/keep-step.ts',
    line: 'if (typed?.words !== step.words || typed.by !== step.by) return;',
    wrong: '',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is what was typed to the question that asks for it, with its day, and follows an edit',
  },
  {
    file: 'src/services/answering/keep-step.ts',
    line: "if (type === 'next_step' && step !== null) await keepStep(store, actor, checkIn, step);",
    wrong: 'if (step !== null) await keepStep(store, actor, checkIn, step);',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is what was typed to the question that asks for it, with its day, and follows an edit',
  },
  {
    file: 'src/domain/ledger/rider.ts',
    line: "if (barrier !== undefined) return { kind: 'barrier', barrier };",
    wrong: '',
    test: 'test/app/mentee/barriers.test.ts',
    title: 'is asked about first, with what might help and what the mentor wrote, and cleared for all to see',
  },
  {
    file: 'src/domain/ledger/rider.ts',
    line: 'return barriers.filter(({ goalId }) => goalId === null || open.has(goalId));',
    wrong: 'return [...barriers];',
    test: 'test/app/mentee/barriers.test.ts',
    title: 'is read by whoever reads its answer, rests with its goal, and is let go when it is emptied',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: 'barriers: inWay.filter((barrier) => barrier.memberId === id && isForReader(barrier)),',
    wrong: 'barriers: inWay.filter((barrier) => barrier.memberId === id),',
    test: 'test/app/mentee/barriers.test.ts',
    title: 'is read by whoever reads its answer, rests with its goal, and is let go when it is emptied',
  },
];
