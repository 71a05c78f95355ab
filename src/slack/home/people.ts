import type { KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { ACTIONS, idValue } from '../kit/ids';
import { actions, button, context, header, section } from '../kit/block-kit';
import { awaitingBlocks, sharedBlocks } from '../kit/digest-blocks';

/** What App Home shows of others: mentors, mentees, proposals, programs. */

const INVITATIONS_SHOWN = 5;
const MENTEES_SHOWN = 12;
const GOALS_NAMED = 5;
const AWAITING_SHOWN = 2;
const PROGRAMS_SHOWN = 5;

/** Invitations that are this person's to answer. */
export function invitations(words: Words, { proposals }: HomeFacts): KnownBlock[] {
  const yours = proposals.filter(({ yours: isTheirs }) => isTheirs).slice(0, INVITATIONS_SHOWN);
  if (yours.length === 0) return [];
  return [
    header(words.HOME_HEADINGS.proposals),
    ...yours.flatMap((facts) => {
      const value = idValue(facts.mentorshipId);
      const label = (text: string) => words.labelFor(text, facts.other.name);
      return [
        section(words.proposalLine(facts)),
        actions([
          button(words.BUTTONS.accept, ACTIONS.proposal_accept, {
            value,
            style: 'primary',
            label: label(words.BUTTONS.accept),
          }),
          button(words.BUTTONS.decline, ACTIONS.proposal_decline, {
            value,
            label: label(words.BUTTONS.decline),
          }),
        ]),
      ];
    }),
  ];
}

export function people(words: Words, { mentors, mentees, proposals }: HomeFacts): KnownBlock[] {
  const theirs = proposals.filter(({ yours }) => !yours);
  const names = mentees.map(({ mentee }) => mentee);
  return [
    header(words.HOME_HEADINGS.people),
    section(words.mentorStatus({ mentors, mentees: names, proposals: theirs })),
  ];
}

/** Most recent news first is the service's business; here each mentee stands with what they chose to share. */
export function menteesSeen(
  words: Words,
  { mentees, digestCadence, digestNext, zone }: HomeFacts,
): KnownBlock[] {
  if (mentees.length === 0) return [];
  const more = mentees.length - MENTEES_SHOWN;
  const next = digestNext === null ? null : words.localMoment(digestNext, zone);
  return [
    header(words.HOME_HEADINGS.mentees),
    ...(digestCadence === null ? [] : [context(words.digestRhythm(words.sayCadence(digestCadence), next))]),
    ...mentees.slice(0, MENTEES_SHOWN).flatMap((mentee) => menteeBlocks(words, mentee)),
    ...(more > 0 ? [context(words.andMore(more))] : []),
  ];
}

function menteeBlocks(words: Words, mentee: HomeFacts['mentees'][number]): KnownBlock[] {
  const { mentee: person, awaiting, presence } = mentee;
  const open = mentee.goals.filter(({ state }) => state === 'active').slice(0, GOALS_NAMED);
  const heading = `*${words.who(person)}*\n${words.goalsOf(words.listed(open.map(words.goalWithDate)))}`;
  const isSilent = mentee.moved.length + mentee.stuck.length + mentee.reached.length + awaiting.length === 0;
  const said = isSilent ? `${heading}\n${words.presenceWords(presence) ?? words.nothingShared()}.` : heading;
  const waiting = new Set(awaiting.map(({ id }) => id));
  const shared = {
    reached: mentee.reached,
    moved: mentee.moved.filter(({ id }) => !waiting.has(id)),
    stuck: mentee.stuck.filter(({ id }) => !waiting.has(id)),
  };
  return [
    ...sharedBlocks(words, said, shared).slice(0, 2),
    ...awaitingBlocks(words, awaiting, AWAITING_SHOWN),
  ];
}

export function programs(words: Words, { coordinates }: HomeFacts): KnownBlock[] {
  if (coordinates.length === 0) return [];
  return [
    header(words.HOME_HEADINGS.program),
    ...coordinates.slice(0, PROGRAMS_SHOWN).map((facts) => section(words.programLine(facts))),
    context(words.coordinatorHint()),
  ];
}
