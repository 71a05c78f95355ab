import type { MessageKind } from '../domain/message';
import type { WorkspaceStore } from '../store';

/** Puts into the outbox that what was said about a subject be brought up to date. */
export async function refreshMessages(
  store: WorkspaceStore,
  subjectId: string,
  kind: MessageKind,
): Promise<void> {
  const messages = await store.messages.about(subjectId, kind);
  await store.enqueue(
    messages.map(({ id }) => ({ do: 'refresh', workspaceId: store.workspaceId, lane: id, messageId: id })),
  );
}

/** Puts into the outbox that App Home be shown anew: to the person, and to those who see their progress. */
export async function refreshHomes(store: WorkspaceStore, memberId: string): Promise<void> {
  const mentorships = await store.mentorships.activeOfMentees([memberId]);
  const memberIds = new Set([memberId, ...mentorships.map(({ mentorId }) => mentorId)]);
  await store.enqueue(
    [...memberIds].map((id) => ({ do: 'home', workspaceId: store.workspaceId, lane: id, memberId: id })),
  );
}
