import type { Said } from '../../domain/message';
import { ACTIONS, idValue } from '../kit/ids';
import {
  congratulated,
  congratulationWords,
  goalNews,
  goalNewsTakenBack,
  goalReachedNext,
  goalReachedWords,
} from '../../words/en/goals';
import { BUTTONS, labelFor } from '../../words/en/labels';
import { actions, button, context, message, section, type SlackMessage } from '../kit/block-kit';

type Of<Kind extends Said['kind']> = Extract<Said, { kind: Kind }>;

export function goalReachedMessage({ goal, mentors }: Of<'goal_reached'>): SlackMessage {
  return message([section(goalReachedWords(goal, mentors)), context(goalReachedNext())]);
}

export function goalNewsMessage({ goal, mentee, congratulated: isDone }: Of<'goal_news'>): SlackMessage {
  if (goal === null) return message([section(goalNewsTakenBack(mentee))]);
  const news = section(goalNews(goal, mentee));
  if (isDone) return message([news, context(congratulated(mentee))]);
  const tap = button(BUTTONS.congratulate, ACTIONS.congratulate, {
    value: idValue(goal.id),
    style: 'primary',
    label: labelFor(BUTTONS.congratulate, goal.title),
  });
  return message([news, actions([tap])]);
}

export function congratulationMessage({ goal, from }: Of<'congratulation'>): SlackMessage {
  return message([section(congratulationWords(goal, from))]);
}
