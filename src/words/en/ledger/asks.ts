import type { Named } from '../../../domain/facts';
import type { AskInWords, AskState } from '../../../domain/ledger/ask';
import { localDate } from '../moments';
import { heard, people, titled, who } from '../phrases';

/** Asks: one of a pair would like to know something of the other, or would like a word. */

type Asked = Pick<AskInWords, 'from' | 'to' | 'goal' | 'text'>;

const SHOWN = 150;

function about(goal: Asked['goal']): string {
  return goal === null ? '' : `, about ${titled(goal.title, 80)}`;
}

/** Above what is asked, or instead of it where somebody wants a word and says no more. */
export function asksYou({ from, goal, text }: Asked, isEdited: boolean): string {
  const edited = isEdited ? ' (changed since)' : '';
  return text === null
    ? `${who(from)} would like a word with you${about(goal)}. A short message is enough.`
    : `${who(from)} asks you${about(goal)}${edited}:`;
}

/** The same in one line, in a list of whoever is asked. @param zone the reader's */
export function askLine(
  { from, goal, text, askedAt }: Asked & { readonly askedAt: Date },
  zone: string,
): string {
  const day = localDate(askedAt, zone);
  return text === null
    ? `${who(from)} would like a word with you${about(goal)}, since ${day}.`
    : `${who(from)} asked you on ${day}${about(goal)}: ${heard(text, SHOWN)}`;
}

/** In a list of whoever asked. @param zone the reader's */
export function ownAskLine(
  { to, goal, text, askedAt }: Asked & { readonly askedAt: Date },
  zone: string,
): string {
  const day = localDate(askedAt, zone);
  return text === null
    ? `You asked ${who(to)} for a word on ${day}${about(goal)}.`
    : `You asked ${who(to)} on ${day}${about(goal)}: ${heard(text, SHOWN)}`;
}

/** What has become of it, to whoever is asked; null while it is open. */
export function askStateWords({ from }: Asked, state: AskState): string | null {
  switch (state) {
    case 'open':
      return null;
    case 'answered':
      return `You have answered. ${who(from)} may say whether it helped.`;
    case 'helped':
      return `${who(from)} says that it helped.`;
    case 'let_go':
      return `${who(from)} has let it go. Nothing is needed from you.`;
    case 'rests':
      return 'It rests. Nothing is needed from you.';
  }
}

/** The receipt of whoever asked. */
export function askSent({ to, goal, text }: Asked, state: AskState): string {
  const asked =
    text === null
      ? `${who(to)} knows that you would like a word${about(goal)}.`
      : `You asked ${who(to)}${about(goal)}: ${heard(text, SHOWN)}`;
  return `${asked} ${ownStateWords(to, state)}`;
}

export function ownStateWords(to: Named, state: AskState): string {
  switch (state) {
    case 'open':
      return 'It stays open until they answer, and the answer comes here.';
    case 'answered':
      return `${who(to)} has answered.`;
    case 'helped':
      return 'It helped, you said.';
    case 'let_go':
      return 'You let it go, so nothing waits for them any more.';
    case 'rests':
      return 'It rests. You can ask anew at any time.';
  }
}

/** To somebody who wants a word of a person again, while they want one already. */
export function wordWanted(to: Named): string {
  return `${who(to)} knows already that you would like a word. It stays open until they answer.`;
}

/** With what is asked above: to whoever is asked, once, in a message of theirs or by itself. */
export function askReminder(): string {
  return 'A sentence is enough, and so is “I do not know”.';
}

/** To whoever is asked, when whoever asked hears of other ways. */
export function askWaits({ from }: Asked): string {
  return `If it does not fit just now, saying so helps too. ${who(from)} knows that no answer has come yet.`;
}

/** To whoever asked. @param coordinators of the program */
export function otherWays({ to }: Asked, coordinators: readonly Named[]): string {
  const program =
    coordinators.length === 0
      ? ''
      : ` You could also write to ${people(coordinators)}, who looks after the program.`;
  return `${who(to)} has not answered yet; it may be a full week for them. It stays open, and somebody else may know.${program}`;
}

/** The last question about it. */
export function stillOpen(): string {
  return 'That was four weeks ago, and no answer came. Does it still matter? Without a word from you it rests in a week.';
}

/** After an answer that did not help yet. */
export function askStaysOpen(to: Named): string {
  return `It stays open, and ${who(to)} can see that. A few words on what is missing may help them.`;
}

export function askHelped(to: Named): string {
  return `Good. ${who(to)} can see that it helped.`;
}

export function askLetGo(to: Named): string {
  return `You let it go, and ${who(to)} can see that nothing is needed any more.`;
}

/** What the form for an offered time begins with. */
export function timeOffer(): string {
  return 'Shall we talk about it? I have time on ';
}

/** Above the form, where it is open who reads it. */
export function onlyTheOneRead(): string {
  return 'Only the one you ask reads it, at once.';
}
