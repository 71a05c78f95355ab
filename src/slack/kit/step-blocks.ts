import type { Button, KnownBlock } from '@slack/types';
import type { StepAsked } from '../../domain/facts';
import type { Words } from '../../words';
import { actions, button, context, section } from './block-kit';
import { ACTIONS, idValue } from './ids';

/** A next step with its buttons: asked about at the top of a nudge, and open in App Home. */

export function carriedStep(words: Words, asked: StepAsked, takesAnswers: boolean): KnownBlock[] {
  const { checkInId, step, heard } = asked;
  switch (heard) {
    case 'done':
      return [section(words.stepDone(step))];
    case 'kept':
      return [section(words.stepKept(step))];
    case null: {
      if (!takesAnswers) return [];
      const value = idValue(checkInId);
      const notYet = button(words.BUTTONS.stepNotYet, ACTIONS.next_step_not_yet, { value });
      const [did, changed] = buttons(words, checkInId);
      return [section(words.stepAsked(step)), readBy(words, asked), actions([did, notYet, changed])];
    }
  }
}

export function openStep(words: Words, asked: StepAsked): KnownBlock[] {
  const { checkInId, step } = asked;
  return [section(words.stepLines([step])), readBy(words, asked), actions(buttons(words, checkInId))];
}

/** Not always those who read the answers to the questions. */
function readBy(words: Words, { readers, audience }: StepAsked): KnownBlock {
  return context(words.visibleTo(readers, audience));
}

function buttons({ BUTTONS }: Words, checkInId: string): [Button, Button] {
  const value = idValue(checkInId);
  return [
    button(BUTTONS.stepDone, ACTIONS.next_step_done, { value }),
    button(BUTTONS.stepChanged, ACTIONS.next_step_edit, { value }),
  ];
}
