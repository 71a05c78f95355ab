import type { KnownBlock, Overflow } from '@slack/types';
import type { PairedWith } from '../../domain/facts';
import type { HomeFacts, ProposalFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { askInHome } from '../kit/ask-blocks';
import { ACTIONS, idValue } from '../kit/ids';
import { actions, button, header, option, overflow, plain, section } from '../kit/block-kit';
import { betweenBlock } from '../kit/promise-blocks';
import { paged } from './paged';

/** What App Home shows of pairing: invitations that wait, one's mentors, whom one has asked, and the ways to begin. */

/** Invitations that are this person's to answer. */
export function invitations(words: Words, { invitations: page }: HomeFacts): KnownBlock[] {
  if (page.total === 0) return [];
  return paged(words, 'invitations', words.HOME_HEADINGS.proposals, page, (rows) =>
    rows.flatMap((facts) => invitation(words, facts)),
  );
}

function invitation(words: Words, facts: ProposalFacts): KnownBlock[] {
  const value = idValue(facts.mentorshipId);
  const label = (text: string) => words.labelFor(text, facts.other.name);
  const { accept, decline } = words.BUTTONS;
  return [
    section(words.proposalLine(facts)),
    actions([
      button(accept, ACTIONS.proposal_accept, { value, style: 'primary', label: label(accept) }),
      button(decline, ACTIONS.proposal_decline, { value, label: label(decline) }),
    ]),
  ];
}

/** What the person was asked, and what they asked, while it is not over. */
export function asks(words: Words, { asks: page, zone }: HomeFacts): KnownBlock[] {
  if (page.total === 0) return [];
  return paged(words, 'asks', words.HOME_HEADINGS.asks, page, (rows) =>
    rows.map(({ ask, isForYou }) => askInHome(words, ask, isForYou, zone)),
  );
}

/** What stands on the shelves of somebody who is paired. */
export function shelf(words: Words, { shelf: items }: HomeFacts): KnownBlock[] {
  if (items === null) return [];
  return [section(words.shelfWords(items), button(words.BUTTONS.shelf, ACTIONS.home_shelf))];
}

export function mentors(words: Words, { mentors: theirs, sent, isMentor }: HomeFacts): KnownBlock[] {
  const { people } = words.HOME_HEADINGS;
  return [
    ...(theirs.total === 0
      ? [header(people), section(words.noMentorYet())]
      : paged(words, 'mentors', people, theirs, (rows) =>
          rows.map((pair) => section(words.who(pair.other), leaveMenu(words, pair))),
        )),
    ...(sent.total === 0
      ? []
      : paged(words, 'sent', words.HOME_HEADINGS.sent, sent, (rows) => [
          section(rows.map(words.proposalLine).join('\n')),
        ])),
    actions([
      ...(theirs.total > 0 || isMentor ? [button(words.BUTTONS.askSomeone, ACTIONS.ask_form)] : []),
      button(words.BUTTONS.askForMentor, ACTIONS.home_find_mentor),
      button(isMentor ? words.BUTTONS.mentorMore : words.BUTTONS.wouldMentor, ACTIONS.home_would_mentor),
    ]),
  ];
}

/** What the two of each pair have promised each other. */
export function promises(
  words: Words,
  { promises: page, isMentor, mentors: theirs }: HomeFacts,
): KnownBlock[] {
  const add = button(words.BUTTONS.promise, ACTIONS.promise_add);
  if (page.total > 0)
    return [
      ...paged(words, 'promises', words.HOME_HEADINGS.promises, page, (rows) =>
        rows.map((row) => betweenBlock(words, row)),
      ),
      actions([add]),
    ];
  return isMentor || theirs.total > 0 ? [section(words.noPromises(), add)] : [];
}

/** What is written down with one's pairs, and the way to it. */
export function agreements(words: Words, { agreements: { lines, more } }: HomeFacts): KnownBlock[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const { agreeOnPlan, seeAgreement, seeAgreements } = words.BUTTONS;
  const one = first.newest === null ? agreeOnPlan : seeAgreement;
  return [
    header(words.HOME_HEADINGS.agreements),
    section(
      words.agreementLines(lines, more),
      button(second === undefined ? one : seeAgreements, ACTIONS.agreements),
    ),
  ];
}

/** The way out of a pair, beside the other of it; Slack asks once more. */
export function leaveMenu(words: Words, { mentorshipId, other }: PairedWith): Overflow {
  return overflow(ACTIONS.leave_pair, [option(words.leavePerson(other), idValue(mentorshipId))], {
    title: plain(words.leavePerson(other)),
    text: plain(words.leaveSure(other), CONFIRM_TEXT),
    confirm: plain(words.BUTTONS.leave),
    deny: plain(words.BUTTONS.cancel),
  });
}

const CONFIRM_TEXT = 300;

/** What somebody sees who has nothing here yet. */
export function start(words: Words, { member }: HomeFacts): KnownBlock[] {
  return [
    header(words.HOME_HEADINGS.start),
    section(words.homeHello()),
    member === null
      ? section(words.onlyMembers())
      : actions([
          button(words.BUTTONS.haveGoal, ACTIONS.home_goal_add, { style: 'primary' }),
          button(words.BUTTONS.wouldMentor, ACTIONS.home_would_mentor),
          button(words.BUTTONS.wasInvited, ACTIONS.home_invited),
        ]),
  ];
}
