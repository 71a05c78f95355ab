import type { Nudge } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import type { Actor, Placed } from '../ports';

/** A nudge whose send was never answered by Slack has arrived after all: somebody acts on it, where it stands. */
export async function noteArrival(
  store: WorkspaceStore,
  { member, now }: Actor,
  nudge: Nudge,
  placed: Placed,
): Promise<void> {
  const message = nudge.messageId === null ? null : await store.messages.byId(nudge.messageId);
  if (message?.state !== 'sending') return;
  await store.nudgeSent({
    messageId: message.id,
    nudgeId: nudge.id,
    memberId: member.id,
    ...placed,
    sentAt: now,
    followUpAt: null,
  });
}
