import type { Audience } from '../../domain/check-in';
import { named, type Named } from '../../domain/facts';
import type { Goal } from '../../domain/goal';
import { mayReadThrough, shareNow, type Reader, type Sharing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';

/** Who reads what somebody says, by name. */

/** A goal as these readers may see it: null for one that is not theirs to know. */
export function goalFor(readers: readonly Reader[], goal: Goal | null): Goal | null {
  return goal && mayReadThrough(readers, { kind: 'goal', ...goal }) === 'content' ? goal : null;
}

/** Whom something that this person says now is said to. */
export async function sharingNow(
  store: WorkspaceStore,
  memberId: string,
  audience: Audience,
): Promise<Sharing> {
  return shareNow(audience, await store.mentorships.currentOfMentee(memberId));
}

/** The people who read what was shared so: those of them who still do. */
export async function readersOf(
  store: WorkspaceStore,
  memberId: string,
  { audience, sharedWith }: Sharing,
): Promise<Named[]> {
  if (audience === 'self') return [];
  const current = await store.mentorships.currentOfMentee(memberId);
  const mentorships = current.filter(({ id }) => sharedWith.includes(id));
  const mentors = mentorships.map(({ mentor }) => mentor);
  const programIds =
    audience === 'program' ? [...new Set(mentorships.map(({ programId }) => programId))] : [];
  const coordinators = await Promise.all(programIds.map((id) => store.programs.coordinatorsOf(id)));
  const readers = new Map([...mentors, ...coordinators.flat()].map((reader) => [reader.id, reader]));
  return [...readers.values()].map(named);
}

/** The mentor and the mentee of a mentorship may write to each other, and nobody else. */
export async function mayWriteTo(store: WorkspaceStore, fromId: string, toId: string): Promise<boolean> {
  const pairs = await store.mentorships.currentOfMentees([fromId, toId]);
  return pairs.some(
    ({ mentorId, menteeId }) =>
      (mentorId === toId && menteeId === fromId) || (mentorId === fromId && menteeId === toId),
  );
}
