import type { NextStep } from '../../domain/check-in';
import { dateInWords } from './moments';
import { titled } from './phrases';

/** What comes next: named, asked about, done. Each sentence reads well whatever the step is called. */

/** At the top of a nudge: "Last time you said what comes next: *book the exam*, by 12 March 2027. How did it go?" */
export function stepAsked(step: NextStep): string {
  return `Last time you said what comes next: ${stepNamed(step)}. How did it go?`;
}

export function stepDone(step: NextStep): string {
  return `${did(step)} That is the step you named.`;
}

export function stepKept(step: NextStep): string {
  return `Still to come: ${stepNamed(step)}. That is fine, and I ask about it next time.`;
}

/** A line each: "Next: *book the exam*, by 12 March 2027." or "Did: *book the exam*." */
export function stepLines(steps: readonly NextStep[]): string {
  return steps.map((step) => (step.doneAt === null ? `Next: ${stepNamed(step)}.` : did(step))).join('\n');
}

export function stepSaved(step: NextStep): string {
  return `Next: ${stepNamed(step)}. My next question begins with it.`;
}

export function stepLetGo(): string {
  return 'Nothing is noted as next, so I will not ask about it.';
}

function did({ words }: NextStep): string {
  return `Did: ${titled(words)}.`;
}

function stepNamed({ words, by }: NextStep): string {
  return by === null ? titled(words) : `${titled(words)}, by ${dateInWords(by)}`;
}
