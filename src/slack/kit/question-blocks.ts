import type { KnownBlock } from '@slack/types';
import type { AskedQuestion } from '../../domain/message';
import { ACTIONS, audienceBlock, questionValue } from './ids';
import { onlyYouReadThis } from '../../words/en/audience';
import { youSaid } from '../../words/en/check-ins';
import { BUTTONS, labelFor, statusLabel } from '../../words/en/labels';
import { questionText } from '../../words/en/questions';
import { audienceSelect } from './audience-select';
import { actions, button, section } from './block-kit';

/** One question: with its taps while it takes an answer, and with what was said once it has one. */
export function questionBlocks(nudgeId: string, asked: AskedQuestion, takesAnswers: boolean): KnownBlock[] {
  const title = asked.goal?.title ?? null;
  const question = questionText(asked.question, asked.ownText, title);
  const value = questionValue(nudgeId, asked.position);
  const words = (text: string) => button(text, ACTIONS.answer_words, { value, label: labelFor(text, title) });
  if (asked.answer !== null) {
    const { checkInId, status, text, audience } = asked.answer;
    const more = takesAnswers ? [words(text === null ? BUTTONS.addWords : BUTTONS.changeWords)] : [];
    return [
      section(`${question}\n${youSaid(status, text)}`),
      actions([audienceSelect(checkInId, audience), ...more], audienceBlock(checkInId, audience)),
    ];
  }
  if (!takesAnswers) return [section(question)];
  const asking = asked.goal?.audience === 'self' ? `${question}\n${onlyYouReadThis()}` : question;
  const tap = (status: 'on_track' | 'stuck' | 'done') =>
    button(statusLabel(status), ACTIONS[TAPS[status]], {
      value,
      label: labelFor(statusLabel(status), title),
    });
  const taps =
    asked.goal === null
      ? [words(BUTTONS.words), button(BUTTONS.addGoal, ACTIONS.goal_add)]
      : [tap('on_track'), tap('stuck'), tap('done'), words(BUTTONS.words)];
  return [section(asking), actions(taps)];
}

const TAPS = { on_track: 'answer_on_track', stuck: 'answer_stuck', done: 'answer_done' } as const;
