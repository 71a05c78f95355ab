import { instantAt, localDate } from '../../domain/local-time';
import { asksForMoreOn, SIGN_AGAIN_AFTER, standingOf, type Agreement } from '../../domain/pair/agreement';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import type { ToSay } from '../../store/messages';
import { refreshMessages } from '../refresh';

/**
 * What falls due in agreements: a version that one has not signed is asked about once, and both are asked three weeks before
 * the end what comes after. Each is said once, however often it is looked at.
 */

/** What the sweep does with mentorships in whose agreement something is due. */
export async function reviewDueAgreements(
  store: WorkspaceStore,
  due: readonly { readonly id: string }[],
  now: Date,
): Promise<void> {
  const pairs = await store.mentorships.byIds(due.map(({ id }) => id));
  await reviewAgreements(
    store,
    pairs.filter(({ state }) => state === 'active' || state === 'paused'),
    now,
  );
}

/** Says what is due in these agreements, and notes when something is due next: so many statements for however many. */
export async function reviewAgreements(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  now: Date,
): Promise<void> {
  if (pairs.length === 0) return;
  const versions = await store.agreements.ofMentorships(pairs.map(({ id }) => id));
  const steps = pairs.map((pair) => ({
    id: pair.id,
    all: stepsOf(
      pair,
      versions.filter(({ mentorshipId }) => mentorshipId === pair.id),
    ),
  }));
  await store.messages.say(
    steps.flatMap(({ all }) => all.filter(({ at }) => at <= now).flatMap(({ say }) => say)),
    now,
  );
  await store.mentorships.setNextSteps(
    steps.map(({ id, all }) => {
      const ahead = all.map(({ at }) => at.getTime()).filter((at) => at > now.getTime());
      return { id, nextStepAt: ahead.length === 0 ? null : new Date(Math.min(...ahead)) };
    }),
  );
}

interface Step {
  readonly at: Date;
  readonly say: readonly ToSay[];
}

function stepsOf(pair: Pair, versions: readonly Agreement[]): Step[] {
  const standing = standingOf(versions);
  if (standing === null) return [];
  const { newest, inForce } = standing;
  const isRenewed = inForce !== null && newest.until > inForce.until;
  return [
    ...(newest.inForceAt === null ? [signAgain(pair, newest)] : []),
    ...(inForce === null || isRenewed ? [] : whatComesAfter(pair, inForce)),
  ];
}

function signAgain({ mentorId, menteeId }: Pair, { id, draftedAt, signedBy }: Agreement): Step {
  return {
    at: new Date(draftedAt.getTime() + SIGN_AGAIN_AFTER),
    say: [mentorId, menteeId]
      .filter((memberId) => !signedBy.includes(memberId))
      .map((memberId) => ({
        kind: 'agreement',
        payload: { again: true },
        memberId,
        subjectId: id,
        onceKey: `agreement-again:${id}:${memberId}`,
      })),
  };
}

/** Asked at the beginning of the agreed hours of the mentee. */
function whatComesAfter(
  { mentorId, menteeId, mentee }: Pair,
  { id, inForceAt, until, hours }: Agreement,
): Step[] {
  const on = asksForMoreOn(localDate(inForceAt ?? new Date(0), mentee.zone), until);
  const at = instantAt(on, hours.from, mentee.zone);
  if (at === null) return [];
  const say = [mentorId, menteeId].map((memberId): ToSay => ({
    kind: 'agreement_ending',
    memberId,
    subjectId: id,
    onceKey: `agreement-ending:${id}:${memberId}`,
  }));
  return [{ at, say }];
}

/** The mentorship has ended, or goes on: what was said of its agreements shows it. */
export async function refreshAgreements(store: WorkspaceStore, mentorshipId: string): Promise<void> {
  const versions = await store.agreements.ofMentorships([mentorshipId]);
  await refreshMessages(store, ...versions.map(({ id }) => id));
}
