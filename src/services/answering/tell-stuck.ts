import type { WorkspaceStore } from '../../store';
import { toldOf } from '../reads/told';
import { refreshAbout, refreshHome } from '../refresh';
import type { Actor, Context } from '../ports';
import { ownCheckIn } from './record-check-in';

/**
 * Tells the mentors who may read it that this person is stuck, with the words they gave, and does not wait for the digest.
 * Each hears of one answer once, however often it is tapped.
 */
export async function tellStuck({ store }: Context, actor: Actor, checkInId: string): Promise<void> {
  await store.transaction((within) => tellWithin(within, actor, checkInId));
}

async function tellWithin(store: WorkspaceStore, { member, now }: Actor, checkInId: string): Promise<void> {
  const checkIn = await ownCheckIn(store, member, checkInId);
  const { waiting, before } = await toldOf(store, checkIn);
  await store.messages.say(
    waiting.map(({ mentorId }) => ({
      kind: 'stuck_now',
      memberId: mentorId,
      subjectId: checkInId,
      // Words that were taken back before they were said may be said another time.
      onceKey: `stuck:${checkInId}:${mentorId}:${before.get(mentorId) ?? 0}`,
    })),
    now,
  );
  await refreshAbout(store, checkIn);
  await refreshHome(store, member.id);
}
