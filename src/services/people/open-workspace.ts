import type { Store } from '../../store';
import { meetMember } from './meet-member';
import type { Context } from '../ports';

/** Makes a workspace ready: its row, its program, and its coordinators, who are greeted. Safe to repeat at every start. */
export async function openWorkspace(
  store: Store,
  workspace: { id: string; name: string; botUserId: string },
  coordinators: readonly string[],
  contextFor: (workspaceId: string) => Context,
  now: Date,
): Promise<void> {
  const wasStopped = await store.sweeps.isStopped(workspace.id);
  await store.sweeps.openWorkspace(workspace, now);
  const context = contextFor(workspace.id);
  // The jobs of a stopped workspace are laid aside: what they were to say is taken up again.
  if (wasStopped) await context.store.messages.takeUpAgain();
  const program = await context.store.programs.current();
  for (const slackUserId of coordinators) {
    const member = await meetMember(context, slackUserId, now);
    await context.store.programs.addCoordinator(program.id, member.id);
  }
}
