import type { Button } from '@slack/types';
import type { Member } from '../domain/member';
import { heldForEver } from '../services/asking/set-cadence';
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

/** What was said of a change to one's settings, and, where nothing would be asked with it, that, with two ways out. */
export async function withHeld({ context, actor, words }: Asker, said: string): Promise<string> {
  const held = await heldForEver(context, actor);
  return held === null ? said : `${said}\n${words.alwaysHeld(held)}`;
}
