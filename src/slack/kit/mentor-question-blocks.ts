import type { KnownBlock } from '@slack/types';
import type { MentorQuestion } from '../../domain/facts';
import type { Words } from '../../words';
import { actions, button, context, section } from './block-kit';
import { ACTIONS, idValue } from './ids';

/** A mentor's own question, in a nudge and in App Home: with its buttons while it waits for an answer. */
export function mentorQuestionBlocks(
  words: Words,
  { responseId, from, text, state }: MentorQuestion,
  takesAnswers: boolean,
): KnownBlock[] {
  switch (state) {
    case 'answered':
      return [section(words.mentorQuestionAnswered(from, text))];
    case 'passed':
      return [section(`${words.mentorAsks(from, text)}\n${words.passedOver()}`)];
    case 'open': {
      if (!takesAnswers) return [section(words.mentorAsks(from, text))];
      const value = idValue(responseId);
      return [
        section(words.mentorAsks(from, text)),
        context(words.onlyMentorReads(from)),
        actions([
          button(words.answerTo(from), ACTIONS.reply_to, { value }),
          button(words.BUTTONS.pass, ACTIONS.pass_mentor_question, {
            value,
            label: words.labelFor(words.BUTTONS.pass, from.name),
          }),
        ]),
      ];
    }
  }
}
