import type { WorkspaceStore } from '../../store';
import type { Messenger } from '../ports';
import { gatherHome } from '../reads/home';

/** Publishes App Home for a member from what is true now. */
export async function showHome(
  { store, messenger, now }: { store: WorkspaceStore; messenger: Messenger; now: Date },
  memberId: string,
): Promise<void> {
  const member = await store.members.byId(memberId);
  if (!member || member.goneAt !== null) return;
  await messenger.showHome(member.slackUserId, await gatherHome(store, member, now));
}
