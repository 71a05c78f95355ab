import { localDate } from '../../domain/local-time';
import { lifeOf } from '../../domain/member-life';
import {
  AGREED_TEXT_LIMIT,
  asksWithin,
  haveCommonHours,
  isAllNight,
  standingOf,
  type Terms,
} from '../../domain/pair/agreement';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';

/** What stands in the way of terms: of themselves, and beside what the mentee has agreed with others. */

/** @param zone of whoever writes */
export function refuseBadTerms(pair: Pair, terms: Terms, zone: string, now: Date): void {
  const { hours, until, nudges } = terms;
  const { from, to } = hours;
  for (const text of [terms.menteeBrings, terms.mentorBrings, terms.between]) {
    const length = text?.length ?? 0;
    if (length > AGREED_TEXT_LIMIT)
      throw new Refused({ code: 'text_too_long', limit: AGREED_TEXT_LIMIT, length });
  }
  const today = localDate(now, zone);
  if (until <= today) throw new Refused({ code: 'agreement_ends_too_early', until });
  if (from >= to) throw new Refused({ code: 'agreed_hours_backwards', from, to });
  const asleep = [pair.mentee, pair.mentor].find((one) => isAllNight(hours, lifeOf(one, []).quietHours));
  if (asleep) throw new Refused({ code: 'agreed_hours_at_night', from, to, who: asleep.slackUserId });
  if (!asksWithin(terms, today)) throw new Refused({ code: 'agreed_hours_never_asked', nudges, hours });
}

/** Hours that leave nothing of those agreed with others are refused; a mentor does not hear with whom. */
export async function refuseApart(
  store: WorkspaceStore,
  { id, mentee, menteeId }: Pair,
  { hours }: Terms,
  byId: string,
): Promise<void> {
  const pairs = (await store.mentorships.currentOfMentees([menteeId])).filter((pair) => pair.id !== id);
  const versions =
    pairs.length === 0 ? [] : await store.agreements.ofMentorships(pairs.map((pair) => pair.id));
  const others = pairs.flatMap((pair) => {
    const own = versions.filter(({ mentorshipId }) => mentorshipId === pair.id);
    const inForce = standingOf(own)?.inForce;
    return inForce ? [{ hours: inForce.hours, who: pair.mentor.slackUserId }] : [];
  });
  if (haveCommonHours([hours, ...others.map((other) => other.hours)])) return;
  const who = byId === mentee.id ? others.map((other) => other.who) : null;
  throw new Refused({ code: 'agreed_hours_apart', hours, who });
}
