import { named, type Named } from '../../domain/facts';
import { Refused } from '../../domain/refusal';
import type { Pair } from '../../store/mentorships';
import type { Actor, Context } from '../ports';
import { UNDO_FOR } from '../people/settings';
import { refreshAsksBetween, refreshHome, refreshOpenNudge } from '../refresh';
import { refreshAgreements } from './review-agreements';

/**
 * Either of the two ends their mentorships, whoever is whose mentor. From then on neither reads more of the other; the other
 * hears ten minutes later, unless it is taken back.
 */
export async function leavePerson(context: Context, actor: Actor, otherSlackId: string): Promise<Named[]> {
  const pairs = await runningPairs(context, actor, ({ mentor, mentee }) =>
    [mentor, mentee].some(({ slackUserId }) => slackUserId === otherSlackId),
  );
  if (pairs.length === 0) throw new Refused({ code: 'not_paired_to_leave', who: otherSlackId });
  return leave(context, actor, pairs);
}

/** The same, for one mentorship. */
export async function leavePair(context: Context, actor: Actor, mentorshipId: string): Promise<Named[]> {
  const pairs = await runningPairs(context, actor, ({ id }) => id === mentorshipId);
  if (pairs.length === 0) throw new Refused({ code: 'gone', what: 'mentorship' });
  return leave(context, actor, pairs);
}

async function runningPairs(
  { store }: Context,
  { member }: Actor,
  isMeant: (pair: Pair) => boolean,
): Promise<Pair[]> {
  const open = await store.mentorships.openOf(member.id);
  return open.filter((pair) => pair.state !== 'proposed' && isMeant(pair));
}

async function leave({ store }: Context, { member, now }: Actor, pairs: readonly Pair[]): Promise<Named[]> {
  await store.transaction(async (within) => {
    for (const pair of pairs) {
      // Whatever the two have open rests, and both read so.
      await refreshAsksBetween(within, pair);
      if (!(await within.mentorships.end(pair.id, 'left', now))) continue;
      await within.messages.say(
        [
          {
            kind: 'pair_ended',
            memberId: pair.mentorId === member.id ? pair.menteeId : pair.mentorId,
            subjectId: pair.id,
            onceKey: `ended:${pair.id}:${now.toISOString()}`,
            notBefore: new Date(now.getTime() + UNDO_FOR),
          },
        ],
        now,
      );
      await refreshAgreements(within, pair.id);
      await refreshOpenNudge(within, pair.menteeId);
      await refreshHome(within, pair.mentorId, pair.menteeId);
    }
  });
  return pairs.map(({ mentorId, mentor, mentee }) => named(mentorId === member.id ? mentee : mentor));
}
