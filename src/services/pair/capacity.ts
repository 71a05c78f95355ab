import { hasRoom, MOST_MENTEES } from '../../domain/mentorship';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import { refreshHome } from '../refresh';
import type { Actor, Context } from '../ports';

/** How many mentees a mentor takes. Those they have stay, however few it becomes. */

/** @param capacity null: as many as come; 0: no new ones */
export async function setCapacity(
  { store }: Context,
  { member }: Actor,
  capacity: number | null,
): Promise<void> {
  if (capacity !== null && (capacity < 0 || capacity > MOST_MENTEES))
    throw new Refused({ code: 'capacity_not_understood', heard: String(capacity), most: MOST_MENTEES });
  await store.members.change(member.id, { capacity });
  await refreshHome(store, member.id);
}

/**
 * @param by who wants the pair: the mentor themselves is told how to make room
 * @throws {Refused} when the mentor has as many mentees as they take
 */
export async function refuseIfFull(store: WorkspaceStore, mentor: Member, by: Member): Promise<void> {
  const { capacity, slackUserId: who } = mentor;
  if (capacity === null) return;
  const { length: mentees } = await store.mentorships.currentOfMentor(mentor.id);
  if (!hasRoom(capacity, mentees))
    throw new Refused({ code: 'mentor_full', who, capacity, mentees, isOwn: by.id === mentor.id });
}
