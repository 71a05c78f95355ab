import type { Store } from '../store';
import type { OutgoingMessage } from '../store/messages';
import type { OutboxJob } from '../store/queue';
import { deliverMessage } from './deliver-message';
import type { Pacer } from './pacer';
import { showHomeAnew } from './people/show-home';
import type { Compose, Messenger } from './ports';
import { refreshMessage } from './refresh-message';

/** What each kind of job of the outbox does. */

export interface OutboxTools {
  readonly store: Store;
  readonly messengerFor: (workspaceId: string) => Messenger;
  readonly compose: Compose;
  /** Null: as fast as it goes. */
  readonly pacer: Pacer | null;
  readonly onUnknown: (message: OutgoingMessage) => void;
}

/** Does one job of the outbox. Each is safe to repeat. A stopped workspace's jobs rest. */
export async function runOutboxJob(
  { store, messengerFor, compose, pacer, onUnknown }: OutboxTools,
  job: OutboxJob,
  now: Date,
): Promise<void> {
  const { workspaceId } = job;
  const { isStopped, heldUntil } = await store.sweeps.standing(workspaceId);
  if (isStopped) return;
  const bound = store.workspace(workspaceId);
  const messenger = messengerFor(workspaceId);
  switch (job.do) {
    case 'deliver':
      return deliverMessage(
        {
          store: bound,
          messenger,
          compose,
          onUnknown,
          now,
          stopWorkspace: (reason) => store.sweeps.stopWorkspace(workspaceId, reason, now),
          pace: (message) => pacer?.slotFor(message, now) ?? now,
          heldUntil: (method) => heldUntil.get(method) ?? null,
          hold: (method, seconds) =>
            store.sweeps.hold(workspaceId, method, new Date(now.getTime() + seconds * 1000)),
        },
        job.messageId,
      );
    case 'refresh':
      return refreshMessage({ store: bound, messenger, compose, now }, job.messageId);
    case 'home':
      return showHomeAnew({ store: bound, messenger, now }, job.memberId);
  }
}
