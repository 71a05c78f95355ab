import { nextDue } from '../../domain/cadence';
import { addDays, localDate } from '../../domain/local-time';
import {
  boundsOn,
  changedTerms,
  isMoreOften,
  slowestOf,
  standingOf,
  type Agreement,
  type Terms,
} from '../../domain/pair/agreement';
import { named, type Named } from '../../domain/facts';
import { shownTo, type AgreementLine, type AgreementShown } from '../../domain/pair/shown';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import type { Actor, Context } from '../ports';
import { DEFAULT_NUDGE, startingToday } from '../asking/rhythm';
import { agreedOf } from '../reads/agreed';
import { agreementLines } from '../reads/agreements';
import { refreshHome, refreshMessages, refreshOpenNudge } from '../refresh';
import { refuseApart, refuseBadTerms } from './check-terms';
import { reviewAgreements } from './review-agreements';

/** The two of a mentorship write down what they agree on, and sign it: whoever sends a version has signed it. */

/** What a form for the next version begins with. */
export interface AgreementDraft {
  readonly mentor: Named;
  readonly mentee: Named;
  readonly other: Named;
  /** The newest version so far; 0 before there is one. */
  readonly version: number;
  /** What it says; null before there is one. */
  readonly terms: Terms | null;
  /** What the first version begins with. */
  readonly begins: Pick<Terms, 'nudges' | 'hours' | 'audience' | 'until'>;
  /** The local date of whoever writes. */
  readonly today: string;
}

const YEAR = 365;
const DEFAULT_HOURS = { from: '08:00', to: '18:00', days: [] };

/** @param renew begins with an end a year later */
export async function agreementDraft(
  { store }: Context,
  actor: Actor,
  mentorshipId: string,
  renew = false,
): Promise<AgreementDraft> {
  const { member, now } = actor;
  const pair = await ownPair(store, actor, mentorshipId);
  const newest = standingOf(await store.agreements.ofMentorships([pair.id]))?.newest ?? null;
  const today = localDate(now, member.zone);
  const own = await store.cadences.ofMember(pair.menteeId, 'nudge');
  const later = newest === null || newest.until < today ? today : newest.until;
  const { rule, start } = own ?? startingToday(DEFAULT_NUDGE, pair.mentee.zone, now);
  return {
    mentor: named(pair.mentor),
    mentee: named(pair.mentee),
    other: named(pair.mentorId === member.id ? pair.mentee : pair.mentor),
    version: newest?.version ?? 0,
    terms: newest && renew ? { ...newest, until: addDays(later, YEAR) } : newest,
    begins: {
      nudges: { rule, start },
      hours: DEFAULT_HOURS,
      audience: 'mentor',
      until: addDays(today, YEAR),
    },
    today,
  };
}

/** What came of a signature: 'replaced' where it was put under an old version, which it leaves as it is. */
export interface Signing {
  readonly kind: 'signed' | 'in_force' | 'already' | 'replaced';
  /** The newest version. */
  readonly shown: AgreementShown;
}

/**
 * Writes the next version, signed by whoever sends it, and asks the other to sign.
 *
 * @param base the version that they have seen: somebody who was faster is not written over
 */
export async function draftAgreement(
  context: Context,
  actor: Actor,
  mentorshipId: string,
  base: number,
  terms: Terms,
): Promise<Signing> {
  const { member: by, now } = actor;
  return context.store.transaction(async (within) => {
    const pair = await ownPair(within, actor, mentorshipId);
    await within.members.lock(pair.menteeId);
    const newest = standingOf(await within.agreements.ofMentorships([pair.id]))?.newest ?? null;
    if (base !== (newest?.version ?? 0)) throw overtaken(pair, newest);
    if (newest !== null && changedTerms(newest, terms).length === 0)
      return signAgreement({ ...context, store: within }, actor, newest.id);
    refuseBadTerms(pair, terms, by.zone, now);
    const drafted = await within.agreements.draft({
      mentorshipId: pair.id,
      version: base + 1,
      draftedById: by.id,
      draftedAt: now,
      terms,
    });
    if (drafted === null) throw overtaken(pair, newest);
    await within.messages.say(
      [pair.mentorId, pair.menteeId].map((memberId) => ({
        kind: 'agreement',
        payload: { again: false },
        memberId,
        subjectId: drafted.id,
        onceKey: `agreement:${drafted.id}:${memberId}`,
      })),
      now,
    );
    return signAgreement({ ...context, store: within }, actor, drafted.id);
  });
}

/** Signs the newest version. Once both have, it holds, and what is asked follows it. */
export async function signAgreement({ store }: Context, actor: Actor, agreementId: string): Promise<Signing> {
  const { member: by, now } = actor;
  return store.transaction(async (within) => {
    const agreement = await within.agreements.byId(agreementId);
    if (!agreement) throw new Refused({ code: 'gone', what: 'agreement' });
    const pair = await ownPair(within, actor, agreement.mentorshipId);
    // Two who sign at once: the second sees the first.
    await within.members.lock(pair.menteeId);
    const before = await within.agreements.ofMentorships([pair.id]);
    const { newest, inForce } = standingOf(before) ?? { newest: agreement, inForce: null };
    if (newest.id !== agreementId) return { kind: 'replaced', shown: shownTo(pair, before, newest, by.id) };
    if (newest.until < localDate(now, pair.mentee.zone))
      throw new Refused({ code: 'agreement_ends_too_early', until: newest.until });
    await refuseApart(within, pair, newest, by.id);
    const isNew = await within.agreements.sign(agreementId, by.id, now);
    const versions = await within.agreements.ofMentorships([pair.id]);
    const isWhole = [pair.mentorId, pair.menteeId].every((id) =>
      standingOf(versions)?.newest.signedBy.includes(id),
    );
    if (isNew && isWhole) await comeIntoForce(within, pair, newest, inForce, now);
    await refreshMessages(within, ...versions.map(({ id }) => id));
    await reviewAgreements(within, [pair], now);
    await refreshHome(within, pair.mentorId, pair.menteeId);
    const after = await within.agreements.ofMentorships([pair.id]);
    return {
      kind: !isNew ? 'already' : isWhole ? 'in_force' : 'signed',
      shown: shownTo(pair, after, standingOf(after)?.newest ?? newest, by.id),
    };
  });
}

/** The agreed rhythm becomes the mentee's own, unless theirs is slower; the agreed readers become those by default. */
async function comeIntoForce(
  store: WorkspaceStore,
  { mentee }: Pair,
  agreement: Agreement,
  before: Agreement | null,
  now: Date,
): Promise<void> {
  await store.agreements.change(agreement.id, { inForceAt: now });
  const today = localDate(now, mentee.zone);
  const bounds = boundsOn(await agreedOf(store, mentee), today);
  const agreed = slowestOf(
    [agreement, ...bounds].map(({ nudges }) => nudges),
    today,
  );
  const own = await store.cadences.ofMember(mentee.id, 'nudge');
  if (agreed !== null && (own === null || !isMoreOften(agreed, own, today))) {
    const next = mentee.stoppedAt === null ? nextDue(agreed, mentee.zone, now) : null;
    await store.nudges.voidPlanned(mentee.id, 'cadence_changed');
    await store.cadences.set({ memberId: mentee.id }, 'nudge', agreed, null, next);
  }
  if (before?.audience !== agreement.audience) {
    await store.members.change(mentee.id, { defaultAudience: agreement.audience });
    await refreshOpenNudge(store, mentee.id);
  }
}

/** Completes the mentorship once both have said so. */
export async function completeMentorship(
  { store }: Context,
  actor: Actor,
  mentorshipId: string,
): Promise<{ readonly isComplete: boolean; readonly other: Named }> {
  const { member: by, now } = actor;
  return store.transaction(async (within) => {
    const pair = await ownPair(within, actor, mentorshipId);
    await within.members.lock(pair.menteeId);
    const versions = await within.agreements.ofMentorships([pair.id]);
    const inForce = standingOf(versions)?.inForce;
    if (!inForce) throw new Refused({ code: 'gone', what: 'agreement' });
    const isComplete = inForce.completeById !== null && inForce.completeById !== by.id;
    if (isComplete) await within.mentorships.move(pair.id, pair.state, 'completed', now);
    else await within.agreements.change(inForce.id, { completeById: by.id });
    await refreshMessages(within, ...versions.map(({ id }) => id));
    if (isComplete) await refreshOpenNudge(within, pair.menteeId);
    await refreshHome(within, pair.mentorId, pair.menteeId);
    return { isComplete, other: named(pair.mentorId === by.id ? pair.mentee : pair.mentor) };
  });
}

/** The newest version, which is the one to sign, and the one that holds; null before there is one. */
export async function agreementOf(
  { store }: Context,
  { member }: Actor,
  mentorshipId: string,
): Promise<{ readonly newest: AgreementShown; readonly holds: AgreementShown } | null> {
  const pair = await pairOfBoth(store, member.id, mentorshipId);
  const versions = await store.agreements.ofMentorships([pair.id]);
  const standing = standingOf(versions);
  if (standing === null) return null;
  const { newest, inForce } = standing;
  return {
    newest: shownTo(pair, versions, newest, member.id),
    holds: shownTo(pair, versions, inForce ?? newest, member.id),
  };
}

/** How this person's pairs stand: all of them, or those with one other. */
export async function agreementsWith(
  { store }: Context,
  { member, now }: Actor,
  otherSlackId: string | null,
): Promise<AgreementLine[]> {
  const open = await store.mentorships.openOf(member.id);
  const meant = open.filter(
    ({ state, mentor, mentee }) =>
      state !== 'proposed' &&
      (otherSlackId === null || [mentor, mentee].some(({ slackUserId }) => slackUserId === otherSlackId)),
  );
  if (meant.length === 0 || otherSlackId === member.slackUserId)
    throw new Refused({ code: 'nobody_to_agree_with', who: otherSlackId });
  return agreementLines(store, meant, member.id, now);
}

/** A mentorship that runs, of which this person is one of the two. */
async function ownPair(store: WorkspaceStore, { member }: Actor, mentorshipId: string): Promise<Pair> {
  const pair = await pairOfBoth(store, member.id, mentorshipId);
  if (pair.state === 'active' || pair.state === 'paused') return pair;
  throw new Refused({ code: 'gone', what: 'mentorship' });
}

async function pairOfBoth(store: WorkspaceStore, memberId: string, mentorshipId: string): Promise<Pair> {
  const pair = await store.mentorships.byId(mentorshipId);
  if (!pair) throw new Refused({ code: 'gone', what: 'mentorship' });
  if (![pair.mentorId, pair.menteeId].includes(memberId)) throw new Refused({ code: 'not_yours' });
  return pair;
}

function overtaken({ mentor, mentorId, mentee }: Pair, newest: Agreement | null): Refused {
  const by = newest?.draftedById === mentorId ? mentor : mentee;
  return new Refused({ code: 'agreement_overtaken', who: by.slackUserId, version: newest?.version ?? 1 });
}
