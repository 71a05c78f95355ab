import type { Member } from '../../domain/member';
import type { Said } from '../../domain/message';
import type { WorkspaceStore } from '../../store';
import { named } from './in-words';

export async function composeWelcome(store: WorkspaceStore, to: Member): Promise<Said> {
  const enrolledBy = to.enrolledById === null ? null : await store.members.byId(to.enrolledById);
  const coordinates = await store.programs.coordinatedBy(to.id);
  return {
    kind: 'welcome',
    to: named(to),
    enrolledBy: enrolledBy && named(enrolledBy),
    asCoordinator: coordinates.length > 0,
  };
}

export async function composePairing(
  store: WorkspaceStore,
  kind: 'proposal' | 'paired' | 'proposal_declined' | 'proposal_lapsed',
  mentorshipId: string,
  to: Member,
  onceKey: string,
): Promise<Said | null> {
  const pair = await store.mentorships.byId(mentorshipId);
  if (!pair) return null;
  const isMentor = pair.mentorId === to.id;
  const other = isMentor ? pair.mentee : pair.mentor;
  const role = isMentor ? 'mentor' : 'mentee';
  switch (kind) {
    case 'proposal':
      return {
        kind,
        mentorshipId,
        from: named(other),
        to: named(to),
        role,
        state: pair.state === 'paused' || pair.state === 'completed' ? 'other' : pair.state,
        again: onceKey.startsWith('proposal-again'),
      };
    case 'paired': {
      const cadence = await store.cadences.ofMember(to.id, isMentor ? 'digest' : 'nudge');
      return {
        kind,
        to: named(to),
        other: named(other),
        role,
        cadence,
        next: cadence?.nextDueAt ?? null,
        zone: to.zone,
      };
    }
    case 'proposal_declined':
      return { kind, by: named(other), to: named(to) };
    case 'proposal_lapsed':
      return { kind, other: named(other) };
  }
}
