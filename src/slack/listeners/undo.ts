import type { App } from '@slack/bolt';
import type { Button } from '@slack/types';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import { undo, withUndo } from '../../services/people/undo';
import type { Asker } from '../asker';
import { actions, button, section } from '../kit/block-kit';
import { ACTIONS, idValue, parseIdValue } from '../kit/ids';
import { onAction } from './edge';
import type { Answer, Desk } from './turn';

/** A change is answered with a button that takes it back. */

export function registerUndo(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.undo, async (turn, value) => {
    const asker = await turn.asker();
    const id = parseIdValue(value);
    if (id === null) throw new Refused({ code: 'undo_over' });
    await undo(asker.context, asker.actor, id);
    await turn.say(asker.words.undone());
  });
}

/**
 * Does something to somebody's settings, and says so with a button that undoes it.
 *
 * @param work says what was done
 * @param change a button for doing it otherwise, where there is one
 */
export async function undoably(
  asker: Asker,
  subject: Member,
  work: (asker: Asker) => Promise<string>,
  change?: Button,
): Promise<Answer> {
  const { context, actor, words } = asker;
  const { result, undoId } = await withUndo(context, actor, subject, (within) =>
    work({ ...asker, context: within }),
  );
  if (undoId === null) return result;
  return {
    text: result,
    blocks: [
      section(result),
      actions([
        button(words.BUTTONS.undo, ACTIONS.undo, { value: idValue(undoId) }),
        ...(change === undefined ? [] : [change]),
      ]),
    ],
  };
}
