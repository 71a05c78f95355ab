import type { Absence } from '../../domain/absence';
import { daysBetween } from '../../domain/local-time';
import type { Named } from '../../domain/facts';
import { isWeekday } from '../../domain/weekday';
import { safe } from '../mrkdwn';
import { clockTime, fullDayInWords, someDays } from './moments';
import { WEEKDAY_NAMES } from './cadence';
import { capital, counted, listed, who } from './phrases';

/** "from *Friday 5* to *Thursday 18 February 2027* (14 days)", "on *Friday 5 February 2027*" */
function span({ from, to }: Absence): string {
  if (from === to) return `on *${fullDayInWords(from)}*`;
  return `from *${fullDayInWords(from)}* to *${fullDayInWords(to)}* (${counted(daysBetween(from, to) + 1, 'day')})`;
}

export function absenceSet(absences: readonly Absence[]): string {
  return `Noted: you are away ${listed(absences.map(span))}. I ask nothing then, and nobody counts it against you.`;
}

export function absenceSetFor(member: Named, absences: readonly Absence[]): string {
  return `${who(member)} is away ${listed(absences.map(span))}. I ask nothing then, and nothing counts as missing.`;
}

/** To the person themselves, when somebody else noted it. */
export function awayForYou(by: Named, absences: readonly Absence[]): string {
  return `${who(by)} has noted that you are away ${listed(absences.map(span))}. I ask nothing then.`;
}

export function awayForYouLater(): string {
  return 'Undo works for ten minutes. After that, `/nudge away` shows your days away, and `/nudge away off` clears them.';
}

export function emptyDigestSet(isOn: boolean): string {
  return isOn
    ? 'In a week without news your digest is one friendly line.'
    : 'In a week without news you hear nothing from me. The next digest comes when there is something to tell.';
}

export function questionsList(questions: readonly string[]): string {
  if (questions.length === 0) {
    return 'You have no questions of your own yet. `/nudge question What did you learn about {goal}?` adds one.';
  }
  const lines = questions.map((text, index) => `${index + 1}. ${safe(text, 200)}`);
  return [
    'I also ask these, in turn with mine:',
    ...lines,
    '`/nudge question remove 1` takes one away.',
  ].join('\n');
}

export function programQuestionsList(questions: readonly string[]): string {
  if (questions.length === 0) {
    return 'The program brings no questions yet. `/mentor question What did you learn about {goal}?` adds one for everyone.';
  }
  const lines = questions.map((text, index) => `${index + 1}. ${safe(text, 200)}`);
  return [
    'Everyone in the program is also asked these:',
    ...lines,
    '`/mentor question remove 1` takes one away.',
  ].join('\n');
}

export function questionAdded(text: string): string {
  return `I will ask that too, in turn with my own questions: ${safe(text, 200)}`;
}

export function programQuestionAdded(text: string): string {
  return `I will ask everyone in the program that too, in turn with my own questions: ${safe(text, 200)}`;
}

export function questionRemoved(): string {
  return 'I will not ask that one any more.';
}

export function programQuestionsRemoved(count: number): string {
  return count === 1 ? questionRemoved() : `I will not ask those ${count} any more.`;
}

export function noAbsences(): string {
  return `No days away are noted. \`/nudge away ${someDays()}\` notes some.`;
}

/** Above them, each with a button. */
export function absencesHeading(shown: number, total: number): string {
  return shown === total ? 'You are away:' : `You are away. These are the next ${shown} of ${total}.`;
}

export function absenceLine(absence: Absence): string {
  return capital(span(absence));
}

export function absenceRemoved(absence: Absence): string {
  return `Removed: you are not away ${span(absence)} any more. I ask as usual then.`;
}

export function absencesCleared(): string {
  return 'Your days away are cleared. I ask as usual again.';
}

/** A change was taken back. */
export function undone(): string {
  return 'Undone: all is as it was before.';
}

export function settingsSaved(): string {
  return 'Saved. It holds from the next question on.';
}

export function placeSet(place: string | null): string {
  return place === null
    ? 'I will not look at public holidays.'
    : `I will not ask on public holidays in ${safe(place, 80)}.`;
}

export function budgetSet(limit: number): string {
  return limit === 1
    ? 'I ask at most once a week from now on.'
    : `I ask at most ${limit} times a week from now on.`;
}

export function quietSet(hours: { readonly from: string; readonly to: string } | null): string {
  return hours === null
    ? 'No quiet hours any more.'
    : `Quiet from ${clockTime(hours.from)} to ${clockTime(hours.to)}. What falls due in them waits for their end where that comes the same day; else I leave it out.`;
}

export function workingDaysSet(days: readonly string[]): string {
  const names = days.filter(isWeekday).map((day) => WEEKDAY_NAMES[day]);
  return names.length === 7 ? 'I may ask on any day.' : `I will ask on ${listed(names)} only.`;
}

/** What was sent is kept, and Slack or the database does not answer: it is done once they do. */
export function keptForLater(): string {
  return 'I have what you sent, and cannot finish it just now: something I need does not answer. I will try again by myself, so you need not send it again.';
}

/** Something of ours broke. @param reference what the log calls it */
export function somethingBroke(reference: string): string {
  return `Something went wrong on my side, and I may not have done this. Please try again; if it stays so, give your admin this reference: \`${safe(reference.replaceAll('`', ''), 60)}\``;
}
