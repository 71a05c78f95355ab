import type { Member } from '../../domain/member';
import type { WorkspaceStore } from '../../store';
import type { Messenger } from '../ports';
import { gatherHome } from '../reads/home';

/** App Home, published from what is true now. */

interface Showing {
  readonly store: WorkspaceStore;
  readonly messenger: Messenger;
  readonly now: Date;
}

export async function showHome({ store, messenger, now }: Showing, member: Member): Promise<void> {
  await messenger.showHome(member.slackUserId, await gatherHome(store, member, now));
}

/** Shows it anew because something has changed; a Home that was never opened stands nowhere, and is drawn when it is. */
export async function showHomeAnew(showing: Showing, memberId: string): Promise<void> {
  const member = await showing.store.members.byId(memberId);
  if (!member?.homeOpenedAt || member.goneAt !== null) return;
  await showHome(showing, member);
}
