import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { Store } from '../../store';
import { meetMember } from './meet-member';
import type { Context } from '../ports';

/**
 * Makes a workspace ready: its row, its program, and its coordinators, who are greeted. Whoever is no longer named has the
 * role no more. Safe to repeat at every start.
 *
 * @param onRefused called with each who is named and cannot be one: gone, a guest, or nobody at all. The bot runs all the same.
 */
export async function openWorkspace(
  store: Store,
  workspace: { id: string; name: string; botUserId: string },
  coordinators: readonly string[],
  contextFor: (workspaceId: string) => Context,
  onRefused: (slackUserId: string, code: string) => void,
  now: Date,
): Promise<void> {
  await store.sweeps.openWorkspace(workspace, now);
  const context = contextFor(workspace.id);
  // Of a workspace that was stopped, and of an older version that could not make them: they have no job any more.
  await context.store.messages.takeUpAgain();
  const members: Member[] = [];
  for (const slackUserId of coordinators) {
    try {
      members.push(await meetMember(context, slackUserId, now));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      onRefused(slackUserId, error.refusal.code);
    }
  }
  const { programs } = context.store;
  const program = await programs.first();
  await programs.setCoordinators(
    program.id,
    members.map(({ id }) => id),
  );
}
