import { Refused } from '../../domain/refusal';
import { meetMember } from './meet-member';
import type { Context } from '../ports';
import { strangerHome } from '../reads/home';
import { refreshHome } from '../refresh';
import { showHome } from './show-home';

/** Somebody opens App Home. A guest or a visitor from elsewhere may look, and sees what this is. */
export async function openHome(context: Context, slackUserId: string, now: Date): Promise<void> {
  const { store, messenger } = context;
  try {
    const member = await meetMember(context, slackUserId, now);
    if (member.homeOpenedAt === null) await store.members.change(member.id, { homeOpenedAt: now });
    await showHome({ store, messenger, now }, member).catch(async (error: unknown) => {
      if (messenger.secondsHeld(error) === null) throw error;
      await refreshHome(store, member.id);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await messenger.showHome(slackUserId, strangerHome(now));
  }
}
