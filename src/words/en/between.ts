import type { Named } from '../../domain/facts';
import { oneLine, quote, quotes } from '../mrkdwn';
import { localMoment } from './moments';
import { heard, who } from './phrases';

/** Words from one person to another. */

/** Above what somebody wrote. @param purpose the kind of the response */
export function writes(from: Named, purpose: string, isEdited: boolean): string {
  const edited = isEdited ? ' (changed since)' : '';
  switch (purpose) {
    case 'question':
      return `${who(from)} asks you${edited}:`;
    case 'reply':
      return `${who(from)} replies${edited}:`;
    default:
      return `${who(from)} writes to you${edited}:`;
  }
}

/** Above the answer to a question that this mentor put into a nudge. */
export function answersYou(from: Named, question: string, isEdited: boolean): string {
  return `${who(from)} answers your question${isEdited ? ' (changed since)' : ''} ${heard(question, 200)}`;
}

/** A mentor's question in a nudge, above those about the goals. */
export function mentorAsks(from: Named, question: string): string {
  return `${who(from)} asks you:\n${quote(question, 300)}`;
}

export function mentorQuestionAnswered(from: Named, question: string): string {
  return `${mentorAsks(from, question)}\nYou have answered, thank you.`;
}

/** Beside the buttons of a mentor's question. */
export function onlyMentorReads(from: Named): string {
  return `Only ${who(from)} reads what you answer, at once.`;
}

export function answerTo(from: Named): string {
  return `Answer ${oneLine(from.name)}`;
}

/** Where it is open what a text is about. */
export function answersPerson(from: Named): string {
  return `It answers ${oneLine(from.name)}`;
}

interface QuestionPut {
  readonly to: Named;
  readonly text: string;
  readonly next: Date | null;
  readonly zone: string;
  readonly instead: string | null;
}

/** @param put.zone the mentor's */
export function questionPut({ to, text, next, zone, instead }: QuestionPut): string {
  const when =
    next === null
      ? ' None is planned just now, so it waits.'
      : ` That is on ${localMoment(next, zone)}, your time, as things stand.`;
  const before = instead === null ? '' : ` It takes the place of ${heard(instead, 200)}`;
  return `I will ask ${who(to)} in your name, with my next question to them: ${heard(text, 200)}${when}${before}`;
}

export function questionTakenBack(to: Named): string {
  return `I will not put your question to ${who(to)}.`;
}

/** Above the form, where a question of theirs waits already. */
export function questionWaits(text: string): string {
  return `With my next question I ask, in your name: ${heard(text, 200)} Another would take its place.`;
}

/** All that somebody wrote, in parts that each fit a block. */
export function wholeQuote(text: string): string[] {
  return quotes(text, QUOTED_AT_ONCE);
}

const QUOTED_AT_ONCE = 2000;

export function replyTo(to: Named): string {
  return `Reply to ${oneLine(to.name)}`;
}

export function writeTo(to: Named): string {
  return `Write to ${oneLine(to.name)}`;
}

export function askPerson(mentor: Named): string {
  return `Ask ${oneLine(mentor.name)}`;
}

/** Said before anything is written there. */
export function threadGoesTo(from: Named): string {
  return `What you write in this thread goes to ${who(from)} at once, and to nobody else.`;
}

/** Above the form, before anything is written. */
export function onlyTheyRead(to: Named): string {
  return `Only ${who(to)} reads it, at once.`;
}

export function onlyTheyReadIt(to: Named): string {
  return `Only ${who(to)} reads it.`;
}

/** When what a mentor writes is read. */
export function whenRead(when: 'now' | 'next'): string {
  return when === 'now' ? 'At once' : 'As my question, with the next one they are asked';
}

/** In the form of a reply: what it replies to. */
export function repliesTo(text: string): string {
  return quote(text, 600);
}

export function wordsSent(to: Named, state: 'new' | 'edited' | 'over'): string {
  switch (state) {
    case 'new':
      return `Sent to ${who(to)}. If you edit or delete your message, it changes there too.`;
    case 'edited':
      return `Changed. ${who(to)} reads it as it is now.`;
    case 'over':
      return `Sent to ${who(to)} while you two were paired. An edit does not reach them any more. If you delete your message, it goes there too.`;
  }
}

export function youTookBack(): string {
  return 'You deleted your message, so I took it back there too.';
}

export function wordsTakenBack(): string {
  return 'What stood here was taken back by whoever wrote it.';
}
