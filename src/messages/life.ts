import type { Absence } from '../domain/absence';
import type { Named } from '../domain/facts';
import { awayNoted } from '../services/reads/away-noted';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { nothing, type Message } from './define';

/** What somebody else noted of a person's days away: they hear of it, with a way to take it back. */

interface AwayForYou {
  readonly undoId: string;
  readonly by: Named;
  readonly absences: readonly Absence[];
}

export const awayForYou: Message<'away_for_you', AwayForYou> = {
  read: nothing,
  async gather(store, { subjectId }) {
    const noted = await awayNoted(store, subjectId);
    return noted && { ...noted, undoId: subjectId };
  },
  render: (words, { undoId, by, absences }) =>
    message([
      section(words.awayForYou(by, absences)),
      actions([button(words.BUTTONS.undo, ACTIONS.undo, { value: idValue(undoId) })]),
      context(words.awayForYouLater()),
    ]),
};
