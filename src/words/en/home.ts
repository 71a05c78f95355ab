import type { CheckInInWords, MenteeLine, PairLine, ProgramCounts } from '../../domain/facts';
import { oneLine, safe } from '../mrkdwn';
import { nextNudge, type Rhythm } from './cadence';
import { checkInLine } from './check-ins';
import { goalWithDate } from './goals';
import { dayInWords, localDate, localMoment } from './moments';
import { capital, counted, heard as asSaid, listed, titled, who } from './phrases';

/** App Home. */

export const HOME_HEADINGS = {
  open: 'Open question',
  next: 'When I ask',
  goals: 'Your goals',
  promises: 'Promised',
  recent: 'What you said lately',
  history: 'Why was I (not) asked?',
  proposals: 'Invitations',
  people: 'Your mentors',
  sent: 'Invitations you sent',
  waiting: 'Waiting for your reply',
  mentees: 'Your mentees',
  digest: 'Your digest',
  program: 'Your program',
  pairs: 'The pairs',
  start: 'Welcome',
  asks: 'Asked, and open',
} as const;

/** A list of which one page is shown: "Your mentees (11 to 20 of 50)". */
export function pageHeading(heading: string, from: number, to: number, total: number): string {
  return from === to ? `${heading} (${from} of ${total})` : `${heading} (${from} to ${to} of ${total})`;
}

export function noPromises(): string {
  return 'Nothing is promised between you and those you are paired with.';
}

export function homeHello(): string {
  return 'I ask how your goals are going, gently, and as often as you like. You choose who reads what you say, such as a mentor.';
}

/** To somebody who may look, and not take part. */
export function onlyMembers(): string {
  return 'Taking part needs a full account in this workspace.';
}

export function digestRhythm(cadence: string, next: string): string {
  return `Your digest comes ${cadence}, next on ${next}.`;
}

export function noDigest(): string {
  return 'No digest comes to you. What your mentees share stands here all the same.';
}

export function noGoalYet(isMentor: boolean): string {
  return isMentor
    ? 'No goal is open. One of your own sets an example.'
    : 'No goal is open. One is enough to begin with, in your own words.';
}

/** When somebody is asked, beside the buttons that change it. */
export function askedNext(rhythm: Rhythm): string {
  if (rhythm.stopped === true) return 'You asked me to stop, so nothing is coming.';
  if (rhythm.paused !== null) {
    const { until } = rhythm.paused;
    return until === null
      ? 'Paused until you say so.'
      : `Paused. I will ask again from ${dayInWords(until)}.`;
  }
  if (rhythm.cadence === null) return 'I do not ask you anything yet.';
  return nextNudge(rhythm);
}

export function noMentorYet(): string {
  return 'You have no mentor here yet.';
}

/** A check-in that waits for its reader: who said it, when, and what. */
export function saidLine(checkIn: CheckInInWords, zone: string): string {
  return `${who(checkIn.member)}, ${localDate(checkIn.saidAt, zone)}: ${checkInLine(checkIn)}`;
}

const GOALS_NAMED = 8;

/** What a mentor sees of one mentee. @param zone the mentor's */
export function menteeLine(
  { mentee, goals, reached, heard, away, next, asks }: MenteeLine,
  zone: string,
): string {
  const more = goals.length - GOALS_NAMED;
  const named = goals.slice(0, GOALS_NAMED).map(goalWithDate);
  return [
    `*${who(mentee)}*${away === null ? '' : ` · ${awayUntil(away.until)}`}`,
    goals.length === 0
      ? 'No open goal.'
      : `Goals: ${listed(more > 0 ? [...named, counted(more, 'other')] : named)}`,
    ...(reached.length === 0 ? [] : [`Reached: ${listed(reached.map(({ title }) => titled(title, 80)))}`]),
    heard === null
      ? 'Nothing was said to you yet.'
      : `Last heard on ${localDate(heard.saidAt, zone)}: ${checkInLine(heard)}`,
    next === null ? 'No question is planned.' : `Asked next on ${localMoment(next, zone)}, your time.`,
    ...(asks === null ? [] : [`With it, your question: ${asSaid(asks, 200)}`]),
  ].join('\n');
}

function awayUntil(until: string | null): string {
  return until === null ? 'away' : `away until ${dayInWords(until)}`;
}

export function programLine(facts: ProgramCounts): string {
  const name = `*${safe(oneLine(facts.program), 80)}*`;
  const quiet =
    facts.quiet === 0 ? '' : ` ${capital(counted(facts.quiet, 'person has', 'people have'))} been quiet.`;
  return `${name}: ${counted(facts.pairs, 'pair')}, ${counted(facts.checkIns, 'check-in')} in the last week.${quiet}`;
}

export function coordinatorHint(): string {
  return 'You see counts, never answers, unless a person shares one with the program.';
}

export function noPairsYet(): string {
  return 'Nobody is paired here yet.';
}

export function pairLine({ mentor, mentee, state, since }: PairLine, zone: string): string {
  return `${who(mentee)} with ${who(mentor)} · ${pairState(state)} ${localDate(since, zone)}`;
}

function pairState(state: PairLine['state']): string {
  switch (state) {
    case 'proposed':
      return 'asked, not answered yet, since';
    case 'active':
      return 'paired since';
    case 'paused':
      return 'resting, paired since';
  }
}
