import type { Said } from '../../domain/message';
import type { SlackMessage } from '../kit/block-kit';
import {
  answeredMessage,
  fileOnlyMessage,
  helpMessage,
  nothingOpenMessage,
  recordedMessage,
  unrecordedMessage,
  wantsAPersonMessage,
  whichGoalMessage,
} from './check-in-messages';
import { channelDigestMessages, digestMessages } from './digest-message';
import { congratulationMessage, goalNewsMessage, goalReachedMessage } from './goal-messages';
import { nudgeMessage, outageMessage, silenceMessage } from './nudge-message';
import {
  channelHelloMessage,
  channelLostMessage,
  declinedMessage,
  lapsedMessage,
  pairedMessage,
  proposalMessage,
  welcomeMessage,
} from './pair-messages';

/** What the bot says, as messages ready to be posted: one, except for a digest that is too long for one. */
export function said(said: Said): SlackMessage[] {
  switch (said.kind) {
    case 'digest':
      return digestMessages(said);
    case 'channel_digest':
      return channelDigestMessages(said);
    default:
      return [oneMessage(said)];
  }
}

function oneMessage(said: Exclude<Said, { kind: 'digest' | 'channel_digest' }>): SlackMessage {
  switch (said.kind) {
    case 'welcome':
      return welcomeMessage(said);
    case 'proposal':
      return proposalMessage(said);
    case 'paired':
      return pairedMessage(said);
    case 'proposal_declined':
      return declinedMessage(said);
    case 'proposal_lapsed':
      return lapsedMessage(said);
    case 'nudge':
      return nudgeMessage(said);
    case 'silence':
      return silenceMessage(said);
    case 'outage':
      return outageMessage(said);
    case 'which_goal':
      return whichGoalMessage(said);
    case 'nothing_open':
      return nothingOpenMessage(said);
    case 'recorded':
      return recordedMessage(said);
    case 'unrecorded':
      return unrecordedMessage();
    case 'file_only':
      return fileOnlyMessage();
    case 'help':
      return helpMessage();
    case 'goal_reached':
      return goalReachedMessage(said);
    case 'goal_news':
      return goalNewsMessage(said);
    case 'congratulation':
      return congratulationMessage(said);
    case 'check_in_answered':
      return answeredMessage(said);
    case 'wants_a_person':
      return wantsAPersonMessage(said);
    case 'channel_hello':
      return channelHelloMessage(said);
    case 'channel_lost':
      return channelLostMessage(said);
  }
}
