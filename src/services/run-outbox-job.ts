import type { OutboxJob } from '../domain/message';
import type { Store } from '../store';
import { deliverMessage, refreshMessage } from './deliver-message';
import type { Messenger } from './ports';
import { showHome } from './show-home';

/** Does one job of the outbox. Each is safe to repeat. A stopped workspace's jobs rest. */
export async function runOutboxJob(
  { store, messenger }: { store: Store; messenger: Messenger },
  job: OutboxJob,
  now: Date,
): Promise<void> {
  if (await store.sweeps.isStopped(job.workspaceId)) return;
  const bound = store.workspace(job.workspaceId);
  switch (job.do) {
    case 'deliver':
      return deliverMessage(
        {
          store: bound,
          messenger,
          now,
          stopWorkspace: (reason) => store.sweeps.stopWorkspace(job.workspaceId, reason, now),
        },
        job.messageId,
      );
    case 'refresh':
      return refreshMessage({ store: bound, messenger }, job.messageId);
    case 'home':
      return showHome({ store: bound, messenger, now }, job.memberId);
  }
}
