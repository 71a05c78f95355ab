import type { Said } from '../../domain/message';
import { ACTIONS, idValue } from '../kit/ids';
import { BUTTONS } from '../../words/en/labels';
import {
  channelHello,
  channelLost,
  paired,
  pairedNext,
  proposal,
  proposalAgain,
  proposalDeclined,
  proposalLapsed,
  proposalState,
  proposalTerms,
  welcome,
  welcomeHow,
  welcomeStart,
} from '../../words/en/mentorship';
import { actions, button, context, message, section, type SlackMessage } from '../kit/block-kit';

type Of<Kind extends Said['kind']> = Extract<Said, { kind: Kind }>;

export function welcomeMessage(facts: Of<'welcome'>): SlackMessage {
  return message([
    section(welcome(facts)),
    section(welcomeHow()),
    section(welcomeStart()),
    actions([button(BUTTONS.addGoal, ACTIONS.goal_add), button(BUTTONS.settings, ACTIONS.open_settings)]),
  ]);
}

export function proposalMessage({ mentorshipId, from, role, state, again }: Of<'proposal'>): SlackMessage {
  const asked = section(proposal(from, role));
  if (state !== 'proposed') return message([asked, context(proposalState(state, role))]);
  const value = idValue(mentorshipId);
  return message([
    asked,
    ...(again ? [section(proposalAgain())] : []),
    actions([
      button(BUTTONS.accept, ACTIONS.proposal_accept, { value, style: 'primary' }),
      button(BUTTONS.decline, ACTIONS.proposal_decline, { value }),
    ]),
    context(proposalTerms(role)),
  ]);
}

export function pairedMessage(facts: Of<'paired'>): SlackMessage {
  return message([
    section(paired(facts)),
    section(pairedNext(facts.role)),
    actions([button(BUTTONS.addGoal, ACTIONS.goal_add)]),
  ]);
}

export function declinedMessage({ by }: Of<'proposal_declined'>): SlackMessage {
  return message([section(proposalDeclined(by))]);
}

export function lapsedMessage({ other }: Of<'proposal_lapsed'>): SlackMessage {
  return message([section(proposalLapsed(other))]);
}

export function channelHelloMessage({ setBy, cadence, next, zone }: Of<'channel_hello'>): SlackMessage {
  return message([section(channelHello(setBy, cadence, next, zone))]);
}

export function channelLostMessage({ channel, reason }: Of<'channel_lost'>): SlackMessage {
  return message([section(channelLost(channel, reason))]);
}
