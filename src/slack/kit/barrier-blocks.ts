import type { KnownBlock } from '@slack/types';
import type { BarrierAsked } from '../../domain/facts';
import type { Words } from '../../words';
import { actions, button, context, option, overflow, section } from './block-kit';
import { ACTIONS, BARRIER_MOVES, barrierMoveValue, idValue } from './ids';

/** What is in the way, with its buttons: asked about at the top of a nudge, and open in App Home. */

export function carriedBarrier(words: Words, asked: BarrierAsked, takesAnswers: boolean): KnownBlock[] {
  const { checkInId, barrier, heard, readers, audience } = asked;
  switch (heard) {
    case 'cleared':
      return [section(words.barrierCleared(barrier))];
    case 'moved':
      return [section(words.barrierStays(barrier))];
    case 'let_go':
      return [section(words.barrierDropped(barrier))];
    case null: {
      if (!takesAnswers) return [];
      const { barrierCleared, barrierStill, change } = words.BUTTONS;
      const tap = (text: string, action: 'barrier_cleared' | 'barrier_still' | 'barrier_name') =>
        button(text, ACTIONS[action], {
          value: idValue(checkInId),
          label: words.labelFor(text, barrier.words),
        });
      return [
        section(words.barrierAsked(asked)),
        context(words.visibleTo(readers, audience)),
        actions([
          tap(barrierCleared, 'barrier_cleared'),
          tap(barrierStill, 'barrier_still'),
          tap(change, 'barrier_name'),
        ]),
      ];
    }
  }
}

/** One's own, with its menu. */
export function openBarrier(
  words: Words,
  { checkInId, barrier, readers, audience }: BarrierAsked,
): KnownBlock {
  const options = BARRIER_MOVES.map((move) =>
    option(words.barrierMoveLabel(move), barrierMoveValue(move, checkInId)),
  );
  return section(words.openBarrier(barrier, readers, audience), overflow(ACTIONS.barrier_more, options));
}
