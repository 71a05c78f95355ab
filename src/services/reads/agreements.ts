import { named } from '../../domain/facts';
import { localDate } from '../../domain/local-time';
import { standingOf, type Agreement } from '../../domain/pair/agreement';
import { shownTo, type AgreementLine, type AgreementShown } from '../../domain/pair/shown';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';

/** What two people agreed on, as one of them may see it. */

/** Null where it is gone, or is somebody else's. */
export async function agreementFor(
  store: WorkspaceStore,
  agreementId: string,
  readerId: string,
): Promise<AgreementShown | null> {
  const agreement = await store.agreements.byId(agreementId);
  const pair = agreement && (await store.mentorships.byId(agreement.mentorshipId));
  if (!pair || ![pair.mentorId, pair.menteeId].includes(readerId)) return null;
  return shownTo(pair, await store.agreements.ofMentorships([pair.id]), agreement, readerId);
}

/** How each of these pairs of theirs stands, in one query. */
export async function agreementLines(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  readerId: string,
  now: Date,
): Promise<AgreementLine[]> {
  const all = pairs.length === 0 ? [] : await store.agreements.ofMentorships(pairs.map(({ id }) => id));
  return pairs.map((pair) => {
    const versions = all.filter(({ mentorshipId }) => mentorshipId === pair.id);
    return lineOf(pair, versions, readerId, now);
  });
}

function lineOf(pair: Pair, versions: readonly Agreement[], readerId: string, now: Date): AgreementLine {
  const standing = standingOf(versions);
  const isMentor = pair.mentorId === readerId;
  const inForce = standing?.inForce ?? null;
  return {
    mentorshipId: pair.id,
    other: named(isMentor ? pair.mentee : pair.mentor),
    role: isMentor ? 'mentor' : 'mentee',
    newest: standing && shownTo(pair, versions, standing.newest, readerId),
    inForce: inForce && {
      version: inForce.version,
      until: inForce.until,
      isOver: localDate(now, pair.mentee.zone) > inForce.until,
    },
  };
}
