import type { Button } from '@slack/types';
import type { Member } from '../domain/member';
import { withUndo } from '../services/people/undo';
import type { Asker } from './asker';
import { actions, button, section } from './kit/block-kit';
import { ACTIONS, idValue } from './kit/ids';
import type { Answer } from './listeners/turn';

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
