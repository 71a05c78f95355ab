import type { Named } from '../../domain/facts';
import { oneLine, quotes } from '../mrkdwn';
import { who } from './phrases';

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

/** A draft that was sent to a mentor. */
export function askedPerson(mentor: Named): string {
  return `I have asked ${who(mentor)}, who reads it now. The answer comes here.`;
}

/** To somebody who asked for a person. */
export function personAsked(mentor: Named): string {
  return `I have told ${who(mentor)} that you would like to hear from them, and nothing else.`;
}
