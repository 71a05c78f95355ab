import type { KnownBlock, Overflow } from '@slack/types';
import type { PromiseAsked, PromiseBetween } from '../../domain/facts';
import { isOpen } from '../../domain/ledger/promise';
import type { Words } from '../../words';
import { actions, button, context, option, overflow, section } from './block-kit';
import { ACTIONS, idValue, promiseMoveValue, PROMISE_MOVES } from './ids';

/** A promise with its buttons: asked about at the top of a nudge, open in App Home and in a digest. */

export function carriedPromise(words: Words, asked: PromiseAsked, takesAnswers: boolean): KnownBlock[] {
  const { promiseId, promise, to, heard } = asked;
  switch (heard) {
    case 'kept':
      return [section(words.promiseKept(promise, to))];
    case 'moved':
      return [section(words.promiseMoved(promise))];
    case 'let_go':
      return [section(words.promiseDropped(promise))];
    case null: {
      if (!takesAnswers) return [];
      const { stepDone, stepNotYet, stepChanged } = words.BUTTONS;
      const tap = (text: string, action: 'promise_kept' | 'promise_not_yet' | 'promise_change') =>
        button(text, ACTIONS[action], { value: idValue(promiseId) });
      return [
        section(words.promiseAsked(asked)),
        // Not always those who read the answers to the questions.
        context(words.visibleTo(asked.readers, asked.audience)),
        actions([
          tap(stepDone, 'promise_kept'),
          tap(stepNotYet, 'promise_not_yet'),
          tap(stepChanged, 'promise_change'),
        ]),
      ];
    }
  }
}

/** One's own next step, with its menu. */
export function openStep(words: Words, { promiseId, promise, readers, audience }: PromiseAsked): KnownBlock {
  return section(words.openStep(promise, readers, audience), menu(words, promiseId));
}

/** Between two: with a menu for whoever made it. */
export function betweenBlock(words: Words, between: PromiseBetween): KnownBlock {
  const { promiseId, promise, isMine } = between;
  const text = words.promiseBetween(between);
  return isMine && isOpen(promise) ? section(text, menu(words, promiseId)) : section(text);
}

function menu(words: Words, promiseId: string): Overflow {
  const options = PROMISE_MOVES.map((move) =>
    option(words.promiseMoveLabel(move), promiseMoveValue(move, promiseId)),
  );
  return overflow(ACTIONS.promise_more, options);
}
