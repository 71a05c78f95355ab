import type { Audience, CheckInStatus } from '../../domain/check-in';
import type { CheckInInWords, GoalInWords, Named } from '../../domain/facts';
import type { QuestionType } from '../../domain/question';
import { oneLine, plainFit, quote, safe } from '../mrkdwn';
import { localMoment } from './moments';
import { canRead } from './audience';
import { answerLabel, statusLabel } from './labels';
import { barrierLines } from './barriers';
import { promiseLines } from './promises';
import { heard, people, titled, who } from './phrases';

/** Short enough for several in one message that can still be updated. */
const SHOWN_IN_NUDGE = 100;
const SHOWN_IN_LINE = 200;
const SHOWN_IN_FULL = 1500;

/** The answer as it stands below its question: "You said: on track. “Passed the mock exam.”" */
export function youSaid(type: QuestionType, status: CheckInStatus, text: string | null): string {
  const words = text === null ? '' : ` ${heard(text, SHOWN_IN_NUDGE)}`;
  if (status === 'note' && text !== null) return `You said:${words}`;
  const thanks = status === 'stuck' ? ' Thank you for saying so.' : '';
  return `You said: ${saidTo(type, status)}.${words}${thanks}`;
}

/** To a mentor, at once, because their mentee wished it. */
export function stuckNow(checkIn: CheckInInWords): string {
  const said = checkInLine({ ...checkIn, text: null });
  const words = checkIn.text === null ? '' : `\n${quote(checkIn.text, SHOWN_IN_FULL)}`;
  return `${who(checkIn.member)} asked me to tell you this now.\n${said}${words}`;
}

/** What is left of it when it is kept private, changed back or deleted since. */
export function stuckTakenBack(): string {
  return 'This word is not shared with you any more.';
}

export function stuckTold(mentors: readonly Named[]): string {
  return `I have told ${people(mentors)}.`;
}

function saidTo(type: QuestionType, status: CheckInStatus): string {
  if (type === 'barrier' && status === 'stuck') return 'something is in the way';
  return answerLabel(type, status).toLowerCase();
}

function saidAs(status: CheckInStatus): string {
  return statusLabel(status).toLowerCase();
}

/** One line in a digest or in Home: "*Become certified*: a bit stuck. “…”" */
export function checkInLine(checkIn: CheckInInWords, shown = SHOWN_IN_LINE): string {
  const { goal, status, text } = checkIn;
  const { nextStep, barrier } = checkIn.carried;
  const about = goal === null ? '' : `${titled(goal.title, 80)}: `;
  const next = [
    ...(barrier === null ? [] : [barrierLines([barrier])]),
    ...(nextStep === null ? [] : [promiseLines([nextStep])]),
  ].join(' ');
  if (status === 'note' && text === null && next !== '') return `${about}${next}`;
  const line = saidLineOf(about, status, text, shown);
  return next === '' ? line : `${line} ${next}`;
}

function saidLineOf(about: string, status: CheckInStatus, text: string | null, shown: number): string {
  const words = text === null ? '' : heard(text, shown);
  if (status === 'note' && words !== '') return `${about}${words}`;
  const said = about === '' ? statusLabel(status) : saidAs(status);
  return `${about}${said}.${words === '' ? '' : ` ${words}`}`;
}

export function checkInSaved(readers: readonly Named[], audience: Audience): string {
  return `Noted, thank you. ${canRead(readers, audience)}`;
}

export function audienceChanged(readers: readonly Named[], audience: Audience): string {
  return `Changed. ${canRead(readers, audience)}`;
}

export function recordedWords(
  checkIn: CheckInInWords,
  readers: readonly Named[],
  change: 'new' | 'edited',
): string {
  const about = checkIn.goal === null ? '' : ` for ${titled(checkIn.goal.title)}`;
  const verb = change === 'new' ? 'Noted' : 'Changed, as you changed your message';
  return `${verb}${about}. ${canRead(readers, checkIn.audience)}`;
}

/** Above an empty form, instead of the words of a message that no person wrote. */
export function botsWords(): string {
  return 'A bot wrote that, so I did not take it for your words. Here is room for your own.';
}

export function recordDeleted(): string {
  return 'You deleted your message, so I deleted the check-in too.';
}

export function whichGoal(text: string): string {
  return `Which goal is this about? Your words are kept.\n${quote(text, 600)}`;
}

export function filedUnder(goal: GoalInWords | 'none', text: string): string {
  const where = goal === 'none' ? 'Kept, for no goal in particular.' : `Kept for ${titled(goal.title)}.`;
  return `${where}\n${quote(text, 600)}`;
}

export function nothingOpen(text: string | null): string {
  return text === null
    ? 'No question is open just now. You can check in all the same.'
    : `No question is open just now. Shall I keep this as a check-in?\n${quote(text, 600)}`;
}

export function nothingOpenSaved(text: string | null): string {
  return text === null ? 'Kept as a check-in.' : `Kept as a check-in.\n${quote(text, 600)}`;
}

export function nothingOpenLetGo(): string {
  return 'Not kept. Nobody will read it.';
}

export function nextQuestionOn(next: Date, zone: string): string {
  return `My next question comes on ${localMoment(next, zone)}.`;
}

export function fileOnly(): string {
  return 'I cannot read files, so this one stays between you and Slack. A few words with it become a check-in.';
}

export function noGoalInParticular(): string {
  return 'No goal in particular';
}

export function checkInAnswered(checkIn: CheckInInWords, from: Named, text: string | null): string {
  const about = checkIn.goal === null ? 'your check-in' : `what you said about ${titled(checkIn.goal.title)}`;
  return text === null
    ? `${who(from)} has read ${about}, and thanks you for it.`
    : `${who(from)} answered ${about}:\n${quote(text, SHOWN_IN_FULL)}`;
}

/** Shown above an answer that is being written: what is answered. */
export function answering(checkIn: CheckInInWords): string {
  const about = checkIn.goal === null ? '' : ` about ${titled(checkIn.goal.title)}`;
  const said = `${who(checkIn.member)} said${about}: ${saidAs(checkIn.status)}.`;
  return checkIn.text === null ? said : `${said}\n${quote(checkIn.text, SHOWN_IN_FULL)}`;
}

/** Three ways to answer a check-in, worded from it; plain text, each short enough for a radio button. */
export function encouragementDrafts({
  goal,
  status,
  text,
}: CheckInInWords): readonly [string, string, string] {
  const title = goal === null ? 'this' : `“${plainFit(goal.title, 28)}”`;
  switch (status) {
    case 'on_track':
      return [
        `Good to hear that ${title} is moving.`,
        `Thank you. What helped most with ${title}?`,
        `That is a step. What comes next for ${title}?`,
      ];
    case 'stuck':
      return [
        `Thank you. Shall we look at ${title} together?`,
        `What makes ${title} hard right now?`,
        `Take your time with ${title}. I am here.`,
      ];
    case 'done':
      return [
        `You did it: ${title} is done.`,
        `What are you glad about in ${title}?`,
        `Tell me how ${title} went when we talk next.`,
      ];
    case 'note':
      return [
        'Thank you for telling me.',
        text === null ? `How is ${title} going?` : 'Tell me more about that?',
        `Shall we talk about ${title} next time?`,
      ];
  }
}

export function answerSent(to: Named): string {
  return `Sent to ${who(to)}.`;
}

/** A check-in in a table of one’s own: when, and what. */
export function dated(at: string, line: string): string {
  return `${safe(oneLine(at), 60)} · ${line}`;
}
