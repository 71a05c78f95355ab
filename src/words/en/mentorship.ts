import type { Cadence } from '../../domain/cadence';
import type { Named } from '../../domain/facts';
import type { LostReason } from '../../domain/reasons';
import { channelLink, oneLine, zoneInWords } from '../mrkdwn';
import { clockTime, localMoment } from './moments';
import { sayCadence } from './cadence';
import { english } from './english';
import { counted, people, who } from './phrases';

/** Pairing, welcomes, and the mentor channel. */

type Role = 'mentor' | 'mentee';

export function welcome(asCoordinator: boolean): string {
  const hello = 'Hello. I am Gentle Nudge: I ask how a goal is going, and keep what you say. 🌱';
  return [hello, ...(asCoordinator ? [WELCOME_COORDINATOR] : [])].join('\n');
}

const WELCOME_COORDINATOR =
  'You coordinate this program. `/mentor pair @mentor @mentee` brings two people together, and `/mentor digest #channel` brings a digest to a channel.';

export function welcomeHow(): string {
  return [
    `• I ask about your open goals, by default on Mondays at ${clockTime('09:00')} your time.`,
    '• You choose who reads each answer. Without a choice it is your mentor.',
    '• `/nudge` changes when I ask, pauses, or stops it.',
  ].join('\n');
}

export function welcomeStart(): string {
  return 'To begin: `/goal add …` logs a goal, and `/mentor invite @someone` or `/mentor ask @someone` finds you company.';
}

/**
 * @param role what the person who reads this would become
 * @param by the coordinator who brings the two together; null where one of them asks the other
 * @param hello the person who reads this, where they meet the bot by it
 */
export function proposal(from: Named, role: Role, by: Named | null, hello: Named | null): string {
  const asked = proposed(from, role, by);
  return hello === null ? asked : `Hi ${who(hello)}. ${asked}`;
}

function proposed(from: Named, role: Role, by: Named | null): string {
  if (by !== null) {
    return role === 'mentor'
      ? `${who(by)} would like to bring you and ${who(from)} together: you as their mentor. I ask you both.`
      : `${who(by)} would like to bring you and ${who(from)} together: they as your mentor. I ask you both.`;
  }
  return role === 'mentor'
    ? `${who(from)} asks whether you would be their mentor.`
    : `${who(from)} would like to be your mentor.`;
}

export function proposalAgain(): string {
  return 'I ask once more, in case it slipped by. It lapses in a week, and that is fine too.';
}

/** What the bot would do, to somebody who meets it by an invitation. */
export function proposalFirst(from: Named, role: Role): string {
  return role === 'mentor'
    ? `I am a bot: I would ask ${who(from)} how their goals are going, and bring you a short digest on Fridays of what they choose to share. You could answer with a tap, and move or stop the digest at any time.`
    : `I am a bot: I would ask you once a week how your goals are going, and tell ${who(from)} what you choose to share. You can change how often, pause or stop at any time.`;
}

/** What the mentor would see, beside the buttons of an invitation. */
export function mentorSees(from: Named, role: Role): string {
  return role === 'mentor'
    ? 'You would see the titles and dates of their goals, unless they keep a goal to themselves, and the answers that they share with you.'
    : `${who(from)} would see the titles and dates of your goals, unless you keep a goal to yourself, and the answers that you share. Who reads is said on every question.`;
}

export function proposalTerms(role: Role): string {
  return role === 'mentor'
    ? 'You would get a short digest on Fridays of what they choose to share, and could answer with a tap.'
    : 'I would ask how your goals are going, and they would read what you choose to share. You can pause or stop me at any time.';
}

export function proposalState(state: 'waits' | 'active' | 'ended' | 'other', role: Role): string {
  switch (state) {
    case 'waits':
      return 'You said yes. The other has not answered yet.';
    case 'active':
      return role === 'mentor'
        ? 'You said yes. You are their mentor now.'
        : 'You said yes. They are your mentor now.';
    case 'ended':
      return 'This invitation is closed.';
    case 'other':
      return 'This invitation has been settled.';
  }
}

export interface PairedFacts {
  readonly other: Named;
  readonly role: Role;
  readonly cadence: Cadence | null;
  readonly next: Date | null;
  readonly zone: string;
}

/** @param facts.role of the person who reads this */
export function paired({ other, role, cadence, next, zone }: PairedFacts): string {
  const when = next === null ? '' : `, first on ${localMoment(next, zone)}`;
  if (role === 'mentor') {
    const digest = cadence === null ? [] : [`Your digest comes ${sayCadence(cadence)}${when}.`];
    return [`You are ${who(other)}’s mentor now.`, ...digest].join('\n');
  }
  const nudges = cadence === null ? [] : [`I will ask about your goals ${sayCadence(cadence)}${when}.`];
  return [`${who(other)} is your mentor now.`, ...nudges].join('\n');
}

export function pairedNext(role: Role): string {
  return role === 'mentor'
    ? 'A goal of your own sets an example: `/goal add …`'
    : 'A goal gives us something to talk about: `/goal add Become certified by next June`';
}

export function proposalDeclined(by: Named): string {
  return `${who(by)} cannot take this on just now. Somebody else may be glad to.`;
}

export function proposalLapsed(other: Named): string {
  return `${who(other)} has not found the moment to answer, so the invitation is closed. You can ask again any time.`;
}

export function proposalSent(other: Named): string {
  return `I have asked ${who(other)}, and will tell you what comes of it.`;
}

export function proposalAccepted(other: Named): string {
  return `You and ${who(other)} are paired. I have written to both of you.`;
}

/** Said yes to a coordinator, who asks the other as well. */
export function proposalWaits(other: Named): string {
  return `Thank you. ${who(other)} is asked too, and I tell you when they have said yes.`;
}

/** To the coordinator who brought them together. */
export function twoPaired(mentor: Named, mentee: Named): string {
  return `${who(mentor)} and ${who(mentee)} have both said yes. They are paired now.`;
}

export function twoAsked(mentor: Named, mentee: Named): string {
  return `I have asked them both: ${who(mentor)} as the mentor of ${who(mentee)}. I tell you what comes of it.`;
}

export function pairingLapsed(mentor: Named, mentee: Named): string {
  return `${who(mentor)} and ${who(mentee)} have not both found the moment to answer, so the invitation is closed. You can bring them together again any time.`;
}

/** In the menu beside the other of a pair. */
export function leavePerson(other: Named): string {
  return `Leave ${oneLine(other.name)}`;
}

/** Asked by Slack before it is done; plain text. */
export function leaveSure(other: Named): string {
  return `You two would not be paired any more, and neither would read more of the other here. What you wrote is kept for you. Undo works for ten minutes, and then ${oneLine(other.name)} hears of it.`;
}

/** To the one who left. The other hears later. */
export function pairLeft(others: readonly Named[]): string {
  return `You and ${people(others)} are not paired any more, and neither reads more of the other here. What you wrote is kept for you. They hear of it in ten minutes, unless you undo it.`;
}

export function pairEnded(by: Named): string {
  return `${who(by)} has brought your mentorship to an end. What you wrote is kept for you. \`/mentor ask @someone\` finds company again.`;
}

export function pairPauseLater(): string {
  return 'I cannot pause a pair yet. `/nudge pause` pauses what I ask you, and `/mentor leave @someone` ends a pair. Nothing has changed.';
}

export function proposalRefused(other: Named): string {
  return `Thank you for answering. I will tell ${who(other)} kindly.`;
}

export interface MentorFacts {
  readonly mentors: readonly Named[];
  readonly mentees: readonly Named[];
  readonly proposals: readonly { readonly other: Named; readonly role: Role; readonly yours: boolean }[];
}

export function mentorStatus({ mentors, mentees, proposals }: MentorFacts): string {
  const lines = [
    ...(mentors.length > 0
      ? [`Your ${english().plural(mentors.length, { one: 'mentor', other: 'mentors' })}: ${people(mentors)}.`]
      : []),
    ...(mentees.length > 0
      ? [`Your ${english().plural(mentees.length, { one: 'mentee', other: 'mentees' })}: ${people(mentees)}.`]
      : []),
    ...proposals.slice(0, 20).map(proposalLine),
  ];
  return lines.length > 0 ? lines.join('\n') : notPaired();
}

/** @param facts.role what the person who reads this would become; `yours` when it is theirs to answer */
export function proposalLine({ other, role, yours }: MentorFacts['proposals'][number]): string {
  if (yours) return proposed(other, role, null);
  return role === 'mentor'
    ? `You offered to be ${who(other)}’s mentor. They have not answered yet.`
    : `You asked ${who(other)} to be your mentor. They have not answered yet.`;
}

function notPaired(): string {
  return 'You are not paired with anyone yet. `/mentor ask @someone` asks for a mentor; `/mentor invite @someone` offers to be one.';
}

/** Said once, when the bot is brought into a channel. */
export function channelJoined(): string {
  return 'Hello. I am Gentle Nudge. I stay silent here unless whoever looks after the program types `/mentor digest` with this channel: then I bring what people chose to share, once a week.';
}

export function channelHello(setBy: Named, cadence: Cadence, next: Date | null, zone: string): string {
  const dated = next === null ? '' : ` The next comes on ${localMoment(next, zone)}.`;
  return `Hello. ${who(setBy)} asked me to bring a digest here ${sayCadence(cadence)} (${zoneInWords(zone)} time).${dated} It holds only what people chose to share with the program.`;
}

/** What is left of it once the digest goes elsewhere, or nowhere. */
export function channelHelloOver(): string {
  return 'Hello. I bring no digest here any more.';
}

export function channelLost(channel: string, reason: LostReason): string {
  return `I could not post the digest in ${channelLink(channel)}${lostBecause(reason)}. Nothing is lost. Choose a channel again with \`/mentor digest #channel\`.`;
}

function lostBecause(reason: LostReason): string {
  switch (reason) {
    case 'not_in_channel':
      return ', as I am not in it any more';
    case 'is_archived':
      return ', as it is archived';
    case 'shared_outside':
      return ', as people of another company are in it now';
    case 'unreadable':
      return ', as Slack does not let me see who is in it';
    case 'channel_not_found':
      return ', as I cannot see it any more';
    case 'other':
      return '';
  }
}

/** @param capacity null: as many as come; 0: no new ones */
export function capacityWords(capacity: number | null): string {
  if (capacity === 0) return 'You take no new mentees just now.';
  return capacity === null
    ? 'You take as many mentees as come.'
    : `You take up to ${counted(capacity, 'mentee')}.`;
}

export function capacitySet(capacity: number | null): string {
  const others =
    capacity === null ? '' : ' Whoever asks beyond that is told kindly, and those you have stay.';
  return `Noted. ${capacityWords(capacity)}${others}`;
}
