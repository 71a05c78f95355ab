import type { Store } from '../store';
import type { OutgoingMessage } from '../store/messages';
import type { OutboxJob } from '../store/queue';
import { deliverMessage, refreshMessage } from './deliver-message';
import type { Compose, Messenger } from './ports';
import { showHomeAnew } from './people/show-home';

/** What each kind of job of the outbox does. */

export interface OutboxTools {
  readonly store: Store;
  readonly messengerFor: (workspaceId: string) => Messenger;
  readonly compose: Compose;
  readonly onUnknown: (message: OutgoingMessage) => void;
}

/** Does one job of the outbox. Each is safe to repeat. A stopped workspace's jobs rest. */
export async function runOutboxJob(
  { store, messengerFor, compose, onUnknown }: OutboxTools,
  job: OutboxJob,
  now: Date,
): Promise<void> {
  if (await store.sweeps.isStopped(job.workspaceId)) return;
  const bound = store.workspace(job.workspaceId);
  const messenger = messengerFor(job.workspaceId);
  switch (job.do) {
    case 'deliver':
      return deliverMessage(
        {
          store: bound,
          messenger,
          compose,
          onUnknown,
          now,
          stopWorkspace: (reason) => store.sweeps.stopWorkspace(job.workspaceId, reason, now),
        },
        job.messageId,
      );
    case 'refresh':
      return refreshMessage({ store: bound, messenger, compose, now }, job.messageId);
    case 'home':
      return showHomeAnew({ store: bound, messenger, now }, job.memberId);
  }
}
