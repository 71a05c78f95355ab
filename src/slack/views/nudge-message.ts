import type { KnownBlock } from '@slack/types';
import type { Said } from '../../domain/message';
import { SILENCE_ANSWERS, type NudgeState, type SilenceAnswer } from '../../domain/nudge';
import { ACTIONS, idValue, MORE_CHOICES, moreValue } from '../kit/ids';
import { willRead } from '../../words/en/audience';
import { moreLabel } from '../../words/en/labels';
import { followUp, moreHint, notAllAsked, nudgeStateWords, outage } from '../../words/en/nudge';
import { silenceAsk, silenceLabel, silenceReaders, silenceThanks } from '../../words/en/silence';
import {
  actions,
  button,
  context,
  message,
  option,
  overflow,
  section,
  type SlackMessage,
} from '../kit/block-kit';
import { questionBlocks } from '../kit/question-blocks';

type Nudge = Extract<Said, { kind: 'nudge' }>;

/** More than this in one message is an interrogation. */
export const QUESTIONS_ASKED = 10;

export function nudgeMessage(nudge: Nudge): SlackMessage {
  const asked = nudge.questions.slice(0, QUESTIONS_ASKED);
  const takesAnswers = takesAnswersIn(nudge.state);
  const isWaiting = takesAnswers && asked.some(({ answer }) => answer === null);
  const stateWords = nudgeStateWords(nudge.state);
  const resting = nudge.questions.length - asked.length;
  return message([
    ...asked.flatMap((question) => questionBlocks(nudge.nudgeId, question, takesAnswers)),
    ...(isWaiting && canWait(nudge.state) ? [moreChoices(nudge.nudgeId)] : []),
    ...contexts([
      isWaiting && nudge.followedUp ? followUp() : null,
      isWaiting ? willRead(nudge.readers, nudge.sharing.audience) : null,
      stateWords !== null && (isWaiting || !takesAnswers) ? stateWords : null,
      resting > 0 ? notAllAsked(resting) : null,
    ]),
  ]);
}

function contexts(lines: readonly (string | null)[]): KnownBlock[] {
  return lines.flatMap((line) => (line === null ? [] : [context(line)]));
}

/** Late answers count, so a nudge that has expired still takes one. */
function takesAnswersIn(state: NudgeState): boolean {
  switch (state) {
    case 'planned':
    case 'sending':
    case 'sent':
    case 'answered':
    case 'expired':
      return true;
    case 'skipped':
    case 'held':
    case 'void':
    case 'undeliverable':
      return false;
  }
}

function canWait(state: NudgeState): boolean {
  return state === 'planned' || state === 'sending' || state === 'sent';
}

function moreChoices(nudgeId: string): KnownBlock {
  const choices = MORE_CHOICES.map((choice) => option(moreLabel(choice), moreValue(choice, nudgeId)));
  return section(moreHint(), overflow(ACTIONS.nudge_more, choices));
}

const SILENCE_ACTIONS = {
  busy: ACTIONS.silence_busy,
  stuck: ACTIONS.silence_stuck,
  wrong_goal: ACTIONS.silence_wrong_goal,
  need_a_person: ACTIONS.silence_need_a_person,
  stop: ACTIONS.silence_stop,
} as const;

export function silenceMessage(silence: Extract<Said, { kind: 'silence' }>): SlackMessage {
  if (silence.answer !== null) return message([section(silenceThanks(silence.answer, silence.mentors))]);
  const value = idValue(silence.nudgeId);
  const tap = (answer: SilenceAnswer) => button(silenceLabel(answer), SILENCE_ACTIONS[answer], { value });
  return message([
    section(silenceAsk()),
    actions(SILENCE_ANSWERS.map(tap)),
    context(silenceReaders(silence.mentors)),
  ]);
}

export function outageMessage({ count }: Extract<Said, { kind: 'outage' }>): SlackMessage {
  return message([section(outage(count))]);
}
