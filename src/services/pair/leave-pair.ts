import { named, type Named } from '../../domain/facts';
import { Refused } from '../../domain/refusal';
import type { Actor, Context } from '../ports';
import { UNDO_FOR } from '../people/settings';
import { refreshHome, refreshOpenNudge } from '../refresh';

/**
 * Either of the two ends a mentorship. From then on neither reads more of the other; the other hears ten minutes later,
 * unless it is taken back.
 */
export async function leavePair(
  { store }: Context,
  { member, now }: Actor,
  otherSlackId: string,
): Promise<Named[]> {
  const open = await store.mentorships.openOf(member.id);
  const pairs = open.filter(
    ({ state, mentor, mentee }) =>
      state !== 'proposed' && [mentor, mentee].some(({ slackUserId }) => slackUserId === otherSlackId),
  );
  if (pairs.length === 0) throw new Refused({ code: 'not_paired_to_leave', who: otherSlackId });
  await store.transaction(async (within) => {
    for (const pair of pairs) {
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
      await refreshOpenNudge(within, pair.menteeId);
      await refreshHome(within, pair.mentorId, pair.menteeId);
    }
  });
  return pairs.map(({ mentorId, mentor, mentee }) => named(mentorId === member.id ? mentee : mentor));
}
