import { named, type Named, type PromiseBetween } from '../domain/facts';
import { isOpen } from '../domain/ledger/promise';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { nothing, toPerson, type Message } from './define';

/** A promise between two, to the one who did not write it down: kept up to date as it is kept, moved or let go. */

interface Told extends PromiseBetween {
  readonly other: Named;
}

export const promise: Message<'promise', Told> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const made = await store.promises.byId(subjectId);
    if (made === null || made.toId === null) return null;
    const isMine = made.memberId === to.id;
    const other = await store.members.byId(isMine ? made.toId : made.memberId);
    return other && { promiseId: made.id, promise: made, other: named(other), isMine };
  }),
  render(words, told) {
    const { promiseId, promise: made, other, isMine } = told;
    if (!isOpen(made)) return message([section(words.promiseBetween(told))]);
    if (!isMine) return message([section(words.promiseBetween(told)), context(words.promiseHint(other))]);
    const value = idValue(promiseId);
    return message([
      section(words.takenAtWord(other, made)),
      actions([
        button(words.BUTTONS.promiseKept, ACTIONS.promise_kept, { value }),
        button(words.BUTTONS.promiseChange, ACTIONS.promise_change, { value }),
      ]),
      context(words.takenAtWordHint(other)),
    ]);
  },
};
