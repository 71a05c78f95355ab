import type { Member } from '../../domain/member';
import type { WorkspaceStore } from '../../store';
import type { Actor, Context, Messenger } from '../ports';
import { gatherHome } from '../reads/home';
import type { HomePlace } from '../reads/home/page';

/** App Home, published from what is true now. */

interface Showing {
  readonly store: WorkspaceStore;
  readonly messenger: Messenger;
  readonly now: Date;
}

export async function showHome(
  { store, messenger, now }: Showing,
  member: Member,
  at: HomePlace | null = null,
): Promise<void> {
  await messenger.showHome(member.slackUserId, await gatherHome(store, member, now, at));
}

/** Somebody turns a page of a list. Where they are is kept nowhere: whatever changes next shows the first page again. */
export async function turnHome(
  { store, messenger }: Context,
  { member, now }: Actor,
  at: HomePlace | null,
): Promise<void> {
  await showHome({ store, messenger, now }, member, at);
}

/** Shows it anew because something has changed; a Home that was never opened stands nowhere, and is drawn when it is. */
export async function showHomeAnew(showing: Showing, memberId: string): Promise<void> {
  const member = await showing.store.members.byId(memberId);
  if (!member?.homeOpenedAt || member.goneAt !== null) return;
  await showHome(showing, member);
}
