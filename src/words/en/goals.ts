import type { Audience } from '../../domain/check-in';
import type { GoalInWords, Named } from '../../domain/facts';
import { clockAt, dateInWords, monthInWords } from './moments';
import { counted, heard, nameOf, people, titled, who } from './phrases';

/** Goals: receipts, lists, and words for one reached. */

type GoalNamed = Pick<GoalInWords, 'title' | 'number' | 'targetDate'>;

/** "*Become certified*, by 30 June 2027" */
export function goalWithDate({ title, targetDate }: Pick<GoalNamed, 'title' | 'targetDate'>): string {
  return targetDate === null ? titled(title) : `${titled(title)}, by ${dateInWords(targetDate)}`;
}

export interface GoalNotes {
  /** The words after "by" that did not read as a date; they stayed in the title. */
  readonly dateNotUnderstood?: string;
  /** The words after "by" that read as a date gone by; the goal has no date. */
  readonly dateInPast?: string;
}

export function goalAdded(goal: GoalNamed, notes: GoalNotes = {}): string {
  return [`Logged as goal ${goal.number}: ${goalWithDate(goal)}.`, ...noted(goal, notes)].join(' ');
}

function noted({ number }: GoalNamed, { dateNotUnderstood, dateInPast }: GoalNotes): string[] {
  const give = `\`/goal edit ${number}\` gives it one.`;
  return [
    ...(dateNotUnderstood === undefined
      ? []
      : [`I could not read ${heard(dateNotUnderstood)} as a date, so it stayed in the title. ${give}`]),
    ...(dateInPast === undefined
      ? []
      : [`${heard(dateInPast)} is behind us, so there is no date yet. ${give}`]),
  ];
}

/** Said with the receipt: who may know of it, as things are now. */
export function goalSeenBy(readers: readonly Named[], audience: Audience): string {
  if (audience === 'self') return 'Only you will see it.';
  if (readers.length > 0) {
    const channel = audience === 'program' ? ' and the program’s mentor channel' : '';
    return `${people(readers)}${channel} will see it.`;
  }
  return 'Only you will see it, until you have a mentor.';
}

/** Above the form for a goal, when words came without a verb. */
export function shallILog(): string {
  return 'Shall I log this as a goal? Nothing is saved yet. `/goal help` shows what else there is.';
}

export function goalEdited(goal: GoalNamed): string {
  return `Changed. Goal ${goal.number} is now ${goalWithDate(goal)}.`;
}

export function goalDropped({ title, number }: Pick<GoalNamed, 'title' | 'number'>): string {
  return `You let ${titled(title)} go. That is a decision too. \`/goal reopen ${number}\` brings it back.`;
}

export function goalReopened({ title }: Pick<GoalNamed, 'title'>): string {
  return `${titled(title)} is open again.`;
}

/** A short receipt; the words that celebrate it come as a message. */
export function goalReached({ title }: Pick<GoalNamed, 'title'>): string {
  return `${titled(title)} is done. I have a few words for you in our messages.`;
}

/**
 * The encouragement: the step, and when it was set, in the zone of whoever set it.
 *
 * @param toldAt when the mentors hear of it; null when they have heard
 */
export function goalReachedWords(
  goal: GoalInWords,
  zone: string,
  mentors: readonly Named[],
  toldAt: Date | null,
): string {
  const reached = `You reached ${titled(goal.title)}. That is the goal you set in ${monthInWords(goal.createdAt, zone)}. 🌱`;
  if (mentors.length === 0) return reached;
  const told =
    toldAt === null
      ? `I have told ${people(mentors)}.`
      : `I tell ${people(mentors)} at ${clockAt(toldAt, zone)}, unless you undo it before.`;
  return `${reached}\n${told}`;
}

export function tellNow(mentors: readonly Named[]): string {
  return `Tell ${people(mentors, nameOf)} now`;
}

/** They were to hear in a while, and hear now. */
export function toldNow(): string {
  return 'I tell them now.';
}

/** In a digest: "New goal: *Present at a meeting*, by 30 June 2028" */
export function newGoalLine(goal: Pick<GoalNamed, 'title' | 'targetDate'>): string {
  return `New goal: ${goalWithDate(goal)}`;
}

export function newGoalNews(goal: GoalInWords, mentee: Named): string {
  return `${who(mentee)} set a new goal: ${goalWithDate(goal)}.`;
}

/**
 * After the tap that tells of a new goal.
 *
 * @param hearing those who hear now
 * @param heardBefore those who had before
 */
export function newGoalTold(hearing: readonly Named[], heardBefore: readonly Named[]): string {
  if (hearing.length > 0) return `I tell ${people(hearing)} now.`;
  if (heardBefore.length === 0) return 'Nobody else sees this goal as it is now, so I told nobody.';
  return `${people(heardBefore)} ${heardBefore.length === 1 ? 'has' : 'have'} heard of it.`;
}

export function goalReachedNext(): string {
  return 'Rest a little, or set the next one: `/goal add …`';
}

export function goalNews(goal: GoalInWords, zone: string, mentee: Named): string {
  return `${who(mentee)} reached ${titled(goal.title)}, set in ${monthInWords(goal.createdAt, zone)}.`;
}

/** What is left of news that its mentee keeps private now, or that came from a mentorship that is over. */
export function goalNewsTakenBack(mentee: Named): string {
  return `This news of ${who(mentee)} is not shared with you any more.`;
}

export function goalNewsOpenAgain(): string {
  return 'It is open again.';
}

export function congratulated(mentee: Named): string {
  return `You congratulated ${who(mentee)}.`;
}

export function congratulationWords(goal: GoalInWords, from: Named): string {
  return `${who(from)} congratulates you on ${titled(goal.title)}. 🎉`;
}

export function goalsHeading(open: number): string {
  return open === 0 ? 'No goal is open at the moment.' : `You have ${counted(open, 'open goal')}.`;
}

export function noGoalsYet(): string {
  return 'You have no goals yet. Add one in your own words: `/goal add Become certified by next June`';
}

/** One line of a list: "1. *Become certified*, by 30 June 2027 · a bold one" */
export function goalLine(goal: GoalInWords): string {
  const notes = `${goal.stretch ? ' · a bold one' : ''}${goal.audience === 'self' ? ' · only you' : ''}`;
  const line = `${goal.number}. ${goalWithDate(goal)}${notes}`;
  switch (goal.state) {
    case 'active':
      return line;
    case 'achieved':
      return `${line} · reached`;
    case 'dropped':
      return `${line} · let go`;
  }
}

export function moreGoals(count: number): string {
  return `And ${count} more.`;
}
