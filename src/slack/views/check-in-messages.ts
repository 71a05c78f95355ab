import type { KnownBlock, StaticSelect } from '@slack/types';
import type { GoalInWords, Said } from '../../domain/message';
import { ACTIONS, audienceBlock, goalChoiceValue, idValue } from '../kit/ids';
import {
  checkInAnswered,
  fileOnly,
  filedUnder,
  nextQuestionOn,
  noGoalInParticular,
  nothingOpen,
  nothingOpenLetGo,
  nothingOpenSaved,
  recordDeleted,
  recordedWords,
  whichGoal,
} from '../../words/en/check-ins';
import { helpWords } from '../../words/en/help';
import { BUTTONS } from '../../words/en/labels';
import { wantsAPerson } from '../../words/en/silence';
import { who } from '../../words/en/phrases';
import { audienceSelect } from '../kit/audience-select';
import {
  actions,
  button,
  context,
  message,
  option,
  plain,
  section,
  type SlackMessage,
} from '../kit/block-kit';

type Of<Kind extends Said['kind']> = Extract<Said, { kind: Kind }>;

const GOALS_OFFERED = 99;

function goalSelect(checkInId: string, goals: readonly GoalInWords[]): StaticSelect {
  const options = goals
    .slice(0, GOALS_OFFERED)
    .map(({ id, title }) => option(title, goalChoiceValue(checkInId, id)));
  return {
    type: 'static_select',
    action_id: ACTIONS.choose_goal,
    placeholder: plain(BUTTONS.chooseGoal),
    options: [...options, option(noGoalInParticular(), goalChoiceValue(checkInId, 'none'))],
  };
}

export function whichGoalMessage({
  checkInId,
  goals,
  text,
  filedUnder: filed,
}: Of<'which_goal'>): SlackMessage {
  return filed === null
    ? message([section(whichGoal(text)), actions([goalSelect(checkInId, goals)])])
    : message([section(filedUnder(filed, text))]);
}

export function nothingOpenMessage(facts: Of<'nothing_open'>): SlackMessage {
  const { nextAt, zone } = facts;
  return message([
    ...nothingOpenBlocks(facts),
    ...(nextAt === null ? [] : [context(nextQuestionOn(nextAt, zone))]),
  ]);
}

function nothingOpenBlocks({ outcome, checkInId, goals, text }: Of<'nothing_open'>): KnownBlock[] {
  switch (outcome) {
    case 'saved':
      return [section(nothingOpenSaved(text))];
    case 'let_go':
      return [section(nothingOpenLetGo())];
    case 'open':
      return [
        section(nothingOpen(text)),
        checkInId === null
          ? actions([button(BUTTONS.checkIn, ACTIONS.home_check_in)])
          : actions([
              goalSelect(checkInId, goals),
              button(BUTTONS.letGo, ACTIONS.let_go_draft, { value: idValue(checkInId) }),
            ]),
      ];
  }
}

export function unrecordedMessage(): SlackMessage {
  return message([section(recordDeleted())]);
}

export function recordedMessage({ checkIn, readers, change }: Of<'recorded'>): SlackMessage {
  return message([
    section(recordedWords(checkIn, readers, change)),
    actions([audienceSelect(checkIn.id, checkIn.audience)], audienceBlock(checkIn.id, checkIn.audience)),
  ]);
}

export function answeredMessage({ checkIn, from, text }: Of<'check_in_answered'>): SlackMessage {
  return message([section(checkInAnswered(checkIn, from, text))]);
}

export function wantsAPersonMessage({ mentee }: Of<'wants_a_person'>): SlackMessage {
  return message([section(wantsAPerson(who(mentee)))]);
}

export function fileOnlyMessage(): SlackMessage {
  return message([section(fileOnly()), actions([button(BUTTONS.checkIn, ACTIONS.home_check_in)])]);
}

export function helpMessage(): SlackMessage {
  return message([
    section(helpWords('general')),
    actions([
      button(BUTTONS.checkIn, ACTIONS.home_check_in),
      button(BUTTONS.addGoal, ACTIONS.goal_add),
      button(BUTTONS.settings, ACTIONS.open_settings),
    ]),
  ]);
}
