import type { App } from '@slack/bolt';
import { keepAsPromise, sayOfPromise } from '../../services/ledger/promises';
import { openPromiseView } from '../forms/promise';
import * as ids from '../kit/ids';
import { ACTIONS } from '../kit/ids';
import { known } from '../known';
import { onAction } from './edge';
import type { Desk, Turn } from './turn';

/** Promises: made, kept, not yet, changed or let go. */
export function registerPromise(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.promise_kept, (turn, value) => say(turn, promiseIn(value), 'kept'));
  onAction(app, desk, ACTIONS.promise_not_yet, (turn, value) => say(turn, promiseIn(value), 'not_yet'));
  onAction(app, desk, ACTIONS.promise_change, (turn, value) => change(turn, promiseIn(value)));
  onAction(app, desk, ACTIONS.promise_more, async (turn, value) => {
    const { move, promiseId } = known(ids.parsePromiseMoveValue(value), 'promise');
    await (move === 'kept' ? say(turn, promiseId, 'kept') : change(turn, promiseId));
  });
  onAction(app, desk, ACTIONS.promise_add, async (turn) => {
    await turn.openModal((asker) => openPromiseView(asker, {}));
  });
  onAction(app, desk, ACTIONS.keep_as_promise, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const from = await keepAsPromise(context, actor, known(ids.parseIdValue(value), 'words'));
    await turn.say(words.promiseNoted(from));
  });
}

function promiseIn(value: string | null): string {
  return known(ids.parseIdValue(value), 'promise');
}

async function say(turn: Turn, promiseId: string, said: 'kept' | 'not_yet'): Promise<void> {
  const { context, actor } = await turn.asker();
  await sayOfPromise(context, actor, promiseId, said);
}

async function change(turn: Turn, promiseId: string): Promise<void> {
  await turn.openModal((asker) => openPromiseView(asker, { promiseId }));
}
