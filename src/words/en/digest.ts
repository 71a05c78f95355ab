import type { MenteeInDigest, Named, Trend } from '../../domain/facts';
import { oneLine, safe } from '../mrkdwn';
import { dateInWords, localDate } from './moments';
import { capital, counted, listed, nameOf, titled, who } from './phrases';

/** Digests, of a mentor and of the channel. */

export function digestPeriod(from: Date, until: Date, zone: string): string {
  return `${localDate(from, zone)} to ${localDate(until, zone)}`;
}

/** To a mentor who asked for it now. */
export function digestSentNow(): string {
  return 'Here it comes: look in your messages with me. The next one begins where it ends.';
}

export function digestTitle(): string {
  return 'How your mentees are doing';
}

export function channelDigestTitle(program: string): string {
  return `How ${oneLine(program)} is doing`;
}

const CALM = [
  'All is calm: nothing new was shared with you. A short hello is always welcome.',
  'Nothing new was shared with you this time. Weeks like this one are part of it.',
  'A calm stretch: nothing new was shared with you. If you wonder how somebody is, two words are enough.',
  'Nothing new to read this time. It may be a busy week, or a good one.',
  'All quiet: nothing new was shared with you. Perhaps you have news of your own to tell.',
] as const;

/** @param turn counts on, so that two that follow one another do not read the same */
export function digestEmpty(turn: number): string {
  return CALM[turn % CALM.length] ?? CALM[0];
}

/** Beside a name: "on track in 3 of the last 4 answers" */
export function trendWords({ onTrack, of }: Trend): string {
  if (onTrack === 0) return `a bit stuck in the last ${of} answers`;
  return onTrack === of
    ? `on track in each of the last ${of} answers`
    : `on track in ${onTrack} of the last ${of} answers`;
}

/** To a mentor, once: answers of their mentees that they have not answered. */
export function waitedLong(count: number): string {
  return `${capital(counted(count, 'answer has', 'answers have'))} waited for a week. A sentence is enough.`;
}

export function channelEmpty(): string {
  return 'All is calm: nothing was shared here.';
}

export const DIGEST_LABELS = {
  moved: 'Moved',
  stuck: 'A bit stuck',
  reached: 'Reached',
  awaiting: 'Waiting for your reply',
  answered: 'Answered',
} as const;

/** Kind words for someone of whom nothing was heard, true of whoever kept an answer private too; null for someone who was. */
export function presenceWords(presence: MenteeInDigest['presence']): string | null {
  switch (presence) {
    case 'steady':
      return null;
    case 'quiet':
      return 'Asked, and nothing shared with you this time';
    case 'not_asked':
      return 'Not asked this time';
    case 'away':
      return 'Away';
  }
}

/** "*@Ada* · asked once, nothing shared with you this time" */
export function quietLine(mentee: Named, asked: number): string {
  const times = asked === 1 ? 'once' : asked === 2 ? 'twice' : `${asked} times`;
  return `*${who(mentee)}* · asked ${times}, nothing shared with you this time`;
}

export function nothingShared(): string {
  return 'Nothing shared this time';
}

export function reachedLine({ title, targetDate }: { title: string; targetDate: string | null }): string {
  return targetDate === null ? titled(title, 80) : `${titled(title, 80)} (by ${dateInWords(targetDate)})`;
}

export function moreLines(count: number): string {
  return `and ${count} more, in my Home tab`;
}

/** In a channel people are named without being pinged. */
export function menteeHeading(mentors: readonly Named[], mentee: Named): string {
  return `*${nameOf(mentee)}* with ${listed(mentors.map(nameOf))}`;
}

export interface ChannelCounts {
  readonly pairs: number;
  readonly checkIns: number;
  readonly quiet: number;
  readonly away: number;
}

export function channelSummary({ pairs, checkIns, quiet, away }: ChannelCounts): string {
  return [
    `${capital(counted(pairs, 'pair'))}, ${counted(checkIns, 'check-in')}.`,
    ...(quiet > 0 ? [`${capital(counted(quiet, 'person has', 'people have'))} been quiet.`] : []),
    ...(away > 0 ? [`${capital(counted(away, 'person is', 'people are'))} away.`] : []),
  ].join(' ');
}

export function channelFooter(setBy: Named | null): string {
  const by = setBy === null ? '' : ` ${nameOf(setBy)} set it up;`;
  return `Only what people chose to share with the program.${by} \`/mentor digest\` changes it.`;
}

export function digestFooter(): string {
  return 'You see what each person chose to share with you.';
}

export function continued(part: number, parts: number): string {
  return safe(`${part} of ${parts}`, 20);
}
