import type { WorkspaceStore } from '../../store';
import { markAnswered } from '../answering/record-check-in';
import type { Actor } from '../ports';
import { refreshHomes } from '../refresh';

/** A word on what was carried to the open nudge answers it: it waits for no follow-up, and is no silence. */
export async function heard(store: WorkspaceStore, { member, now }: Actor, saidAt: Date): Promise<void> {
  const nudge = await store.nudges.openOf(member.id);
  if (nudge !== null && saidAt < nudge.dueAt) await markAnswered(store, member, nudge.id, now);
  await refreshHomes(store, member.id);
}
