import type { Store } from '../store';
import type { OutgoingMessage } from '../store/messages';
import type { OutboxJob } from '../store/queue';
import { deliverMessage } from './deliver-message';
import type { Pacer } from './pacer';
import { showHomeAnew } from './people/show-home';
import type { Compose, Messenger } from './ports';
import { refreshMessage } from './refresh-message';

/** What each kind of job of the outbox does. */

const SECOND = 1000;
/** What Slack holds is not looked at all the time: where many redraws wait, each look costs more than it brings. */
const RESTS = 15;

export interface OutboxTools {
  readonly store: Store;
  readonly messengerFor: (workspaceId: string) => Messenger;
  readonly compose: Compose;
  /** Null: as fast as it goes. */
  readonly pacer: Pacer | null;
  readonly onUnknown: (message: OutgoingMessage) => void;
}

/**
 * Does one job of the outbox. Each is safe to repeat. A stopped workspace's jobs rest. Answers after how many seconds it is
 * to be done again, because Slack wants it later; null when it is done.
 */
export async function runOutboxJob(
  { store, messengerFor, compose, pacer, onUnknown }: OutboxTools,
  job: OutboxJob,
  now: Date,
): Promise<number | null> {
  const { workspaceId } = job;
  const { isStopped, heldUntil } = await store.sweeps.standing(workspaceId);
  if (isStopped) return null;
  const bound = store.workspace(workspaceId);
  const messenger = messengerFor(workspaceId);
  const hold = (method: string, seconds: number) =>
    store.sweeps.hold(workspaceId, method, new Date(now.getTime() + seconds * SECOND));

  async function unlessHeld(method: string, redraw: () => Promise<void>): Promise<number | null> {
    const wait = (heldUntil.get(method)?.getTime() ?? 0) - now.getTime();
    if (wait > 0) return Math.max(Math.ceil(wait / SECOND), RESTS);
    try {
      await redraw();
      return null;
    } catch (error) {
      const seconds = messenger.secondsHeld(error);
      if (seconds === null) throw error;
      await hold(method, seconds);
      return Math.max(seconds, RESTS);
    }
  }

  switch (job.do) {
    case 'deliver':
      await deliverMessage(
        {
          store: bound,
          messenger,
          compose,
          onUnknown,
          now,
          stopWorkspace: (reason) => store.sweeps.stopWorkspace(workspaceId, reason, now),
          pace: (message) => pacer?.slotFor(message, now) ?? now,
          heldUntil: (method) => heldUntil.get(method) ?? null,
          hold,
        },
        job.messageId,
      );
      return null;
    case 'refresh':
      return unlessHeld('chat.update', () =>
        refreshMessage({ store: bound, messenger, compose, now }, job.messageId),
      );
    case 'home':
      return unlessHeld('views.publish', () => showHomeAnew({ store: bound, messenger, now }, job.memberId));
  }
}
