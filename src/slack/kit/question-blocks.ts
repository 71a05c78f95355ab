import type { KnownBlock } from '@slack/types';
import type { AskedQuestion } from '../../domain/facts';
import type { Words } from '../../words';
import { ACTIONS, audienceBlock, questionValue } from './ids';
import { audienceSelect } from './audience-select';
import { actions, button, section } from './block-kit';

/** More than this in one message is an interrogation. */
export const QUESTIONS_ASKED = 10;

/** One question: with its taps while it takes an answer, and with what was said once it has one. */
export function questionBlocks(
  words: Words,
  nudgeId: string,
  asked: AskedQuestion,
  takesAnswers: boolean,
): KnownBlock[] {
  const title = asked.goal?.title ?? null;
  const question = words.questionText(asked.question, asked.ownText, title);
  const value = questionValue(nudgeId, asked.position);
  const inWords = (text: string) =>
    button(text, ACTIONS.answer_words, { value, label: words.labelFor(text, title) });
  if (asked.answer !== null) {
    const { checkInId, status, text, audience } = asked.answer;
    const more = takesAnswers
      ? [inWords(text === null ? words.BUTTONS.addWords : words.BUTTONS.changeWords)]
      : [];
    return [
      section(`${question}\n${words.youSaid(status, text)}`),
      actions([audienceSelect(words, checkInId, audience), ...more], audienceBlock(checkInId, audience)),
    ];
  }
  if (!takesAnswers) return [section(question)];
  const asking = asked.goal?.audience === 'self' ? `${question}\n${words.onlyYouReadThis()}` : question;
  const tap = (status: 'on_track' | 'stuck' | 'done') =>
    button(words.statusLabel(status), ACTIONS[TAPS[status]], {
      value,
      label: words.labelFor(words.statusLabel(status), title),
    });
  const taps =
    asked.goal === null
      ? [inWords(words.BUTTONS.words), button(words.BUTTONS.addGoal, ACTIONS.goal_add)]
      : [tap('on_track'), tap('stuck'), tap('done'), inWords(words.BUTTONS.words)];
  return [section(asking), actions(taps)];
}

const TAPS = { on_track: 'answer_on_track', stuck: 'answer_stuck', done: 'answer_done' } as const;
