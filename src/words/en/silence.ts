import type { Named } from '../../domain/facts';
import type { SilenceAnswer } from '../../domain/nudge';
import { people } from './phrases';

/** Words for a silence: five taps, and what follows each. */

export function silenceAsk(): string {
  return 'It has been quiet, and that is fine. Would one of these fit?';
}

export function silenceLabel(answer: SilenceAnswer): string {
  switch (answer) {
    case 'busy':
      return 'I’m busy';
    case 'stuck':
      return 'I’m stuck';
    case 'wrong_goal':
      return 'It’s the wrong goal';
    case 'need_a_person':
      return 'I’d like a person';
    case 'stop':
      return 'Stop asking';
  }
}

/** Said before the taps: one of them speaks to somebody else. */
export function silenceReaders(mentors: readonly Named[]): string {
  return mentors.length === 0
    ? 'Only you will read your answer.'
    : `Only “${silenceLabel('need_a_person')}” tells ${people(mentors)}; the rest stays with you.`;
}

export function silenceThanks(answer: SilenceAnswer, mentors: readonly Named[] = []): string {
  switch (answer) {
    case 'busy':
      return 'Thank you. I will wait. Name a day to come back, or use `/nudge resume`.';
    case 'stuck':
      return 'Thank you for saying so. Write what is in the way, and choose who reads it.';
    case 'wrong_goal':
      return 'Good to know. Change the goal, or let it go: both are fine. `/goal` shows them.';
    case 'need_a_person':
      return mentors.length === 0
        ? 'You have no mentor here yet, so I could not tell anyone. `/mentor ask @someone` invites one.'
        : `I have asked ${people(mentors)} to get in touch with you.`;
    case 'stop':
      return 'I have stopped asking. Everything is kept, and `/nudge resume` brings me back.';
  }
}
