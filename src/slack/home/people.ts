import type { KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../domain/message';
import { ACTIONS, idValue } from '../kit/ids';
import { localMoment } from '../../words/mrkdwn';
import { sayCadence } from '../../words/en/cadence';
import { nothingShared, presenceWords } from '../../words/en/digest';
import { goalWithDate } from '../../words/en/goals';
import {
  andMore,
  coordinatorHint,
  digestRhythm,
  goalsOf,
  HOME_HEADINGS,
  programLine,
} from '../../words/en/home';
import { BUTTONS, labelFor } from '../../words/en/labels';
import { mentorStatus, proposalLine } from '../../words/en/mentorship';
import { listed, who } from '../../words/en/phrases';
import { actions, button, context, header, section } from '../kit/block-kit';
import { awaitingBlocks, sharedBlocks } from '../kit/digest-blocks';

const INVITATIONS_SHOWN = 5;
const MENTEES_SHOWN = 12;
const GOALS_NAMED = 5;
const AWAITING_SHOWN = 2;
const PROGRAMS_SHOWN = 5;

/** Invitations that are this person's to answer. */
export function invitations({ proposals }: HomeFacts): KnownBlock[] {
  const yours = proposals.filter(({ yours: isTheirs }) => isTheirs).slice(0, INVITATIONS_SHOWN);
  if (yours.length === 0) return [];
  return [
    header(HOME_HEADINGS.proposals),
    ...yours.flatMap((facts) => {
      const value = idValue(facts.mentorshipId);
      const label = (text: string) => labelFor(text, facts.other.name);
      return [
        section(proposalLine(facts)),
        actions([
          button(BUTTONS.accept, ACTIONS.proposal_accept, {
            value,
            style: 'primary',
            label: label(BUTTONS.accept),
          }),
          button(BUTTONS.decline, ACTIONS.proposal_decline, { value, label: label(BUTTONS.decline) }),
        ]),
      ];
    }),
  ];
}

export function people({ mentors, mentees, proposals }: HomeFacts): KnownBlock[] {
  const theirs = proposals.filter(({ yours }) => !yours);
  const names = mentees.map(({ mentee }) => mentee);
  return [
    header(HOME_HEADINGS.people),
    section(mentorStatus({ mentors, mentees: names, proposals: theirs })),
  ];
}

/** Most recent news first is the service's business; here each mentee stands with what they chose to share. */
export function menteesSeen({ mentees, digestCadence, digestNext, zone }: HomeFacts): KnownBlock[] {
  if (mentees.length === 0) return [];
  const more = mentees.length - MENTEES_SHOWN;
  const next = digestNext === null ? null : localMoment(digestNext, zone);
  return [
    header(HOME_HEADINGS.mentees),
    ...(digestCadence === null ? [] : [context(digestRhythm(sayCadence(digestCadence), next))]),
    ...mentees.slice(0, MENTEES_SHOWN).flatMap(menteeBlocks),
    ...(more > 0 ? [context(andMore(more))] : []),
  ];
}

function menteeBlocks(mentee: HomeFacts['mentees'][number]): KnownBlock[] {
  const { mentee: person, awaiting, presence } = mentee;
  const open = mentee.goals.filter(({ state }) => state === 'active').slice(0, GOALS_NAMED);
  const heading = `*${who(person)}*\n${goalsOf(listed(open.map(goalWithDate)))}`;
  const isSilent = mentee.moved.length + mentee.stuck.length + mentee.reached.length + awaiting.length === 0;
  const words = isSilent ? `${heading}\n${presenceWords(presence) ?? nothingShared()}.` : heading;
  const waiting = new Set(awaiting.map(({ id }) => id));
  const shared = {
    reached: mentee.reached,
    moved: mentee.moved.filter(({ id }) => !waiting.has(id)),
    stuck: mentee.stuck.filter(({ id }) => !waiting.has(id)),
  };
  return [...sharedBlocks(words, shared).slice(0, 2), ...awaitingBlocks(awaiting, AWAITING_SHOWN)];
}

export function programs({ coordinates }: HomeFacts): KnownBlock[] {
  if (coordinates.length === 0) return [];
  return [
    header(HOME_HEADINGS.program),
    ...coordinates.slice(0, PROGRAMS_SHOWN).map((facts) => section(programLine(facts))),
    context(coordinatorHint()),
  ];
}
