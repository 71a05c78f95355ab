import type { WrongLine } from '../wrong-line';

/** What comes next: until when it is carried, and who reads it. */
export const NEXT_STEP_LINES: readonly WrongLine[] = [
  {
    file: 'src/services/reads/mentees.ts',
    line: '.filter((step) => step.memberId === id && isReadable(step))',
    wrong: '.filter((step) => step.memberId === id)',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is kept to oneself with its answer, and goes when it is emptied or its answer is taken back',
  },
  {
    file: 'src/services/reads/steps.ts',
    line: '({ nextStep: { doneAt } }) => doneAt === null || doneAt >= dueAt,',
    wrong: '() => true,',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is carried until it is done: not yet, changed, done, and the mentor reads it each time',
  },
  {
    file: 'src/services/answering/next-step.ts',
    line: 'if (nudge !== null && saidAt < nudge.dueAt) await markAnswered(store, member, nudge.id, now);',
    wrong: '',
    test: 'test/app/mentee/next-step.test.ts',
    title: 'is carried until it is done: not yet, changed, done, and the mentor reads it each time',
  },
  {
    file: 'src/services/answering/keep-step.ts',
    line: 'if (typed?.words !== nextStep.words || typed.by !== nextStep.by) return;',
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
];
