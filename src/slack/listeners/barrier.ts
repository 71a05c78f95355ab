import type { App } from '@slack/bolt';
import { sayOfBarrier } from '../../services/ledger/barriers';
import { openBarrierView } from '../forms/barrier';
import * as ids from '../kit/ids';
import { ACTIONS } from '../kit/ids';
import { known } from '../known';
import { onAction } from './edge';
import type { Desk, Turn } from './turn';

/** What is in the way: named, still there, cleared, changed or let go. */
export function registerBarrier(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.barrier_name, (turn, value) => name(turn, checkInIn(value)));
  onAction(app, desk, ACTIONS.barrier_cleared, (turn, value) => say(turn, checkInIn(value), 'cleared'));
  onAction(app, desk, ACTIONS.barrier_still, (turn, value) => say(turn, checkInIn(value), 'still'));
  onAction(app, desk, ACTIONS.barrier_more, async (turn, value) => {
    const { move, checkInId } = known(ids.parseBarrierMoveValue(value), 'check_in');
    await (move === 'cleared' ? say(turn, checkInId, 'cleared') : name(turn, checkInId));
  });
}

function checkInIn(value: string | null): string {
  return known(ids.parseIdValue(value), 'check_in');
}

async function say(turn: Turn, checkInId: string, said: 'cleared' | 'still'): Promise<void> {
  const { context, actor } = await turn.asker();
  await sayOfBarrier(context, actor, checkInId, said);
}

async function name(turn: Turn, checkInId: string): Promise<void> {
  await turn.openModal((asker) => openBarrierView(asker, checkInId));
}
