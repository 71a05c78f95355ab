import type { Button, KnownBlock } from '@slack/types';
import type { Named } from '../../domain/facts';
import type { AskInWords } from '../../domain/ledger/ask';
import type { Words } from '../../words';
import { actions, button, section } from './block-kit';
import { ACTIONS, idValue } from './ids';

/** An ask with its buttons: for whoever is asked, and for whoever asked. */

const press = (
  words: Words,
  text: string,
  action: Parameters<typeof button>[1],
  id: string,
  name: string,
): Button => button(text, action, { value: idValue(id), label: words.labelFor(text, name) });

/** What whoever is asked may do while it is open. */
export function answerButtons(words: Words, { id, from, state }: AskInWords): KnownBlock[] {
  if (state !== 'open') return [];
  const { answer, offerTime } = words.BUTTONS;
  return [
    actions([
      press(words, answer, ACTIONS.reply_to, id, from.name),
      press(words, offerTime, ACTIONS.offer_time, id, from.name),
    ]),
  ];
}

/** What whoever asked may say of it while it is not over. */
export function settleButtons(words: Words, { id, to, state }: AskInWords): KnownBlock[] {
  const { helped, notYet, neverMind } = words.BUTTONS;
  switch (state) {
    case 'open':
      return [actions([press(words, neverMind, ACTIONS.ask_let_go, id, to.name)])];
    case 'answered':
      return [
        actions([
          press(words, helped, ACTIONS.ask_helped, id, to.name),
          press(words, notYet, ACTIONS.ask_not_yet, id, to.name),
        ]),
      ];
    case 'helped':
    case 'let_go':
    case 'rests':
      return [];
  }
}

/** In lists, and where a nudge or a digest carries it. @param zone the reader's */
export function askedOfYou(words: Words, ask: AskInWords, zone: string): KnownBlock[] {
  return [section(words.askLine(ask, zone)), ...answerButtons(words, ask)];
}

/** One block in App Home, with the button that is needed first. @param zone the reader's */
export function askInHome(words: Words, ask: AskInWords, isForYou: boolean, zone: string): KnownBlock {
  const { id, from, to, state } = ask;
  const { answer, helped, neverMind } = words.BUTTONS;
  if (isForYou)
    return section(words.askLine(ask, zone), press(words, answer, ACTIONS.reply_to, id, from.name));
  return state === 'answered'
    ? section(
        `${words.ownAskLine(ask, zone)} ${words.ownStateWords(to, state)}`,
        press(words, helped, ACTIONS.ask_helped, id, to.name),
      )
    : section(words.ownAskLine(ask, zone), press(words, neverMind, ACTIONS.ask_let_go, id, to.name));
}

/** Whoever has a mentor can ask them. */
export function askButton(words: Words, mentors: readonly Named[]): KnownBlock[] {
  const [first, ...others] = mentors;
  if (first === undefined) return [];
  const text = others.length === 0 ? words.askPerson(first) : words.BUTTONS.askMentor;
  return [actions([button(text, ACTIONS.ask_form)])];
}
