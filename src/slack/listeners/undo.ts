import type { App } from '@slack/bolt';
import { Refused } from '../../domain/refusal';
import { undo } from '../../services/people/undo';
import { ACTIONS, parseIdValue } from '../kit/ids';
import { onAction } from './edge';
import type { Desk } from './turn';

/** The button that takes a change back. */

export function registerUndo(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.undo, async (turn, value) => {
    const asker = await turn.asker();
    const id = parseIdValue(value);
    if (id === null) throw new Refused({ code: 'undo_over' });
    await undo(asker.context, asker.actor, id);
    await turn.say(asker.words.undone());
  });
}
