import type { Audience, CheckIn } from '../../domain/check-in';
import type { Goal } from '../../domain/goal';
import type { Member } from '../../domain/member';
import type { CheckInInWords, Named } from '../../domain/message';
import type { WorkspaceStore } from '../../store';

export function named(member: Member): Named {
  return { slackUserId: member.slackUserId, name: member.name };
}

export function checkInInWords(checkIn: CheckIn, member: Member, goal: Goal | null): CheckInInWords {
  return {
    id: checkIn.id,
    member: named(member),
    goal,
    status: checkIn.status,
    text: checkIn.text,
    audience: checkIn.audience,
    saidAt: checkIn.saidAt,
    acknowledged: checkIn.acknowledgedAt !== null,
  };
}

/** Who will read an answer given to this audience. */
export async function readersOf(
  store: WorkspaceStore,
  memberId: string,
  audience: Audience,
): Promise<Named[]> {
  if (audience === 'self') return [];
  const mentorships = await store.mentorships.activeOfMentee(memberId);
  const mentors = mentorships.map(({ mentor }) => mentor);
  const programIds =
    audience === 'program' ? [...new Set(mentorships.map(({ programId }) => programId))] : [];
  const coordinators = await Promise.all(programIds.map((id) => store.programs.coordinatorsOf(id)));
  const readers = new Map([...mentors, ...coordinators.flat()].map((reader) => [reader.id, reader]));
  return [...readers.values()].map(named);
}
