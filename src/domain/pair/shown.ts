import { named, type Named } from '../facts';
import type { Member } from '../member';
import type { MentorshipState } from '../mentorship';
import { standingOf, type Agreement, type Terms } from './agreement';

/** An agreement as one of its two sees it: what a message, a form or Home shows. */

export interface AgreementShown {
  readonly agreementId: string;
  readonly mentorshipId: string;
  readonly version: number;
  readonly terms: Terms;
  readonly mentor: Named;
  readonly mentee: Named;
  /** Of whoever reads this. */
  readonly role: 'mentor' | 'mentee';
  /** 'replaced': by a newer version; 'over': the mentorship is. */
  readonly state: 'to_sign' | 'waits' | 'in_force' | 'replaced' | 'over';
  readonly otherSigned: boolean;
  /** The version that it changes. */
  readonly before: { readonly version: number; readonly terms: Terms } | null;
  /** Which version holds, where one does. */
  readonly inForce: number | null;
  /** Who would complete the mentorship, while the other has not said so. */
  readonly completeBy: Named | null;
}

interface Two {
  readonly id: string;
  readonly state: MentorshipState;
  readonly mentorId: string;
  readonly mentor: Member;
  readonly mentee: Member;
}

/** @param versions all of this mentorship @param readerId one of the two */
export function shownTo(
  pair: Two,
  versions: readonly Agreement[],
  agreement: Agreement,
  readerId: string,
): AgreementShown {
  const { mentor, mentee } = pair;
  const [reader, other] = pair.mentorId === readerId ? [mentor, mentee] : [mentee, mentor];
  const older = versions.filter(({ version }) => version < agreement.version);
  const before = standingOf(older)?.inForce ?? standingOf(older)?.newest ?? null;
  const by = [mentor, mentee].find(({ id }) => id === agreement.completeById);
  return {
    agreementId: agreement.id,
    mentorshipId: pair.id,
    version: agreement.version,
    terms: agreement,
    mentor: named(mentor),
    mentee: named(mentee),
    role: reader.id === pair.mentorId ? 'mentor' : 'mentee',
    state: stateOf(pair, versions, agreement, reader.id),
    otherSigned: agreement.signedBy.includes(other.id),
    before: before && { version: before.version, terms: before },
    inForce: standingOf(versions)?.inForce?.version ?? null,
    completeBy: by === undefined ? null : named(by),
  };
}

function stateOf(
  { state }: Two,
  versions: readonly Agreement[],
  { id, signedBy }: Agreement,
  readerId: string,
): AgreementShown['state'] {
  const standing = standingOf(versions);
  if (state !== 'active' && state !== 'paused') return 'over';
  if (standing?.inForce?.id === id) return 'in_force';
  if (standing?.newest.id !== id) return 'replaced';
  return signedBy.includes(readerId) ? 'waits' : 'to_sign';
}

/** How things stand between two, in a line. */
export interface AgreementLine {
  readonly mentorshipId: string;
  readonly other: Named;
  /** Of whoever reads this. */
  readonly role: 'mentor' | 'mentee';
  /** The newest version; null before there is one. */
  readonly newest: Pick<AgreementShown, 'version' | 'state'> | null;
  /** The version that holds, or held until its end. */
  readonly inForce: { readonly version: number; readonly until: string; readonly isOver: boolean } | null;
}
