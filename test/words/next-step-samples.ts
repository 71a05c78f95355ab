import type { NextStep } from '../../src/domain/check-in';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about what comes next. */

const open: NextStep = { words: 'book the exam', by: '2027-03-12', doneAt: null, keptAt: null };
export const NEXT_STEPS: readonly NextStep[] = [
  open,
  { ...open, words: 'why me?', by: null },
  { ...open, doneAt: new Date('2026-12-07T15:00:00Z') },
];
const each: readonly [NextStep][] = NEXT_STEPS.map((step) => [step]);

type StepSentence = 'stepAsked' | 'stepDone' | 'stepKept' | 'stepLines' | 'stepSaved';

export const NEXT_STEP_SAMPLES: { readonly [Name in StepSentence]: readonly Parameters<Words[Name]>[] } = {
  stepAsked: each,
  stepDone: each,
  stepKept: each,
  stepLines: [[NEXT_STEPS]],
  stepSaved: each,
};
