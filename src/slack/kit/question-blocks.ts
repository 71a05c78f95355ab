import type { KnownBlock } from '@slack/types';
import type { AskedQuestion } from '../../domain/facts';
import { MORE_CHOICES } from '../../domain/nudge';
import type { Words } from '../../words';
import { ACTIONS, idValue, moreValue, questionValue } from './ids';
import { readersBlock } from './audience-select';
import { actions, button, option, overflow, section } from './block-kit';

/** As many as one message shows, answered at length: an earlier version asked about more goals. */
export const QUESTIONS_ASKED = 5;

/** Whether it waits for an answer: neither given nor let go by. */
export function isOpenQuestion({ answer, passed }: Pick<AskedQuestion, 'answer' | 'passed'>): boolean {
  return answer === null && !passed;
}

/** Later, or not this time: for all of a nudge that is still open. */
export function putOffMenu(words: Words, nudgeId: string): KnownBlock {
  const choices = MORE_CHOICES.map((choice) => option(words.moreLabel(choice), moreValue(choice, nudgeId)));
  return section(words.moreHint(), overflow(ACTIONS.nudge_more, choices));
}

/** One question: with the buttons of its type while it takes an answer, and with what was said once it has one. */
export function questionBlocks(
  words: Words,
  nudgeId: string,
  asked: AskedQuestion,
  takesAnswers: boolean,
): KnownBlock[] {
  const title = asked.goal?.title ?? null;
  const question = words.questionText(asked.question, asked.ownText, title);
  const type = words.questionType(asked.question, asked.ownText);
  const value = questionValue(nudgeId, asked.position);
  const press = (text: string, action: Press) =>
    button(text, ACTIONS[action], { value, label: words.labelFor(text, title) });
  const inWords = press(words.BUTTONS.words, 'answer_words');
  if (asked.answer !== null) {
    const { checkInId, status, text, tellable, told, carried } = asked.answer;
    const { nextStep, barrier } = carried;
    const said = [
      question,
      ...(status === 'note' && text === null ? [] : [words.youSaid(type, status, text)]),
      ...(barrier === null ? [] : [words.barrierLines([barrier])]),
      ...(nextStep === null ? [] : [words.promiseLines([nextStep])]),
      ...(told.length > 0 ? [words.stuckTold(told)] : []),
    ];
    const tell = words.tellNow(tellable);
    const buttons = [
      ...(tellable.length === 0
        ? []
        : [
            button(tell, ACTIONS.tell_stuck, {
              value: idValue(checkInId),
              label: words.labelFor(tell, title),
            }),
          ]),
      ...(takesAnswers
        ? [press(text === null ? words.BUTTONS.addWords : words.BUTTONS.changeWords, 'answer_words')]
        : []),
      ...(takesAnswers && status === 'stuck' && barrier === null
        ? [
            button(words.BUTTONS.barrier, ACTIONS.barrier_name, {
              value: idValue(checkInId),
              label: words.labelFor(words.BUTTONS.barrier, title),
            }),
          ]
        : []),
      ...(takesAnswers && status !== 'done' && nextStep === null
        ? [
            button(words.BUTTONS.nextStep, ACTIONS.next_step_edit, {
              value: idValue(checkInId),
              label: words.labelFor(words.BUTTONS.nextStep, title),
            }),
          ]
        : []),
    ];
    return [
      section(said.join('\n')),
      readersBlock(words, asked.answer),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ];
  }
  if (asked.passed) return [section(`${question}\n${words.passedOver()}`), actions([inWords])];
  if (!takesAnswers) return [section(question)];
  const asking = asked.goal?.audience === 'self' ? `${question}\n${words.onlyYouReadThis()}` : question;
  const pass = press(words.BUTTONS.pass, 'pass_question');
  const tap = (status: Tap) => press(words.answerLabel(type, status), TAPS[status]);
  if (asked.goal === null)
    return [section(asking), actions([inWords, button(words.BUTTONS.addGoal, ACTIONS.goal_add), pass])];
  switch (type) {
    case 'status':
      return [section(asking), actions([tap('on_track'), tap('stuck'), tap('done'), inWords])];
    case 'barrier':
      return [section(asking), actions([tap('on_track'), tap('stuck'), inWords])];
    case 'next_step':
      return [section(asking), actions([press(words.BUTTONS.nameStep, 'answer_words'), pass])];
    case 'open':
      return [section(asking), actions([inWords, pass])];
  }
}

const TAPS = { on_track: 'answer_on_track', stuck: 'answer_stuck', done: 'answer_done' } as const;
type Tap = keyof typeof TAPS;
type Press = (typeof TAPS)[Tap] | 'answer_words' | 'pass_question';
