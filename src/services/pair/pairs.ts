import { named, type Named } from '../../domain/facts';
import { waitsFor } from '../../domain/mentorship';
import type { Actor, Context } from '../ports';

/** The pairs of a person, on either side. */

export interface Pairs {
  readonly mentors: readonly Named[];
  readonly mentees: readonly Named[];
  readonly proposals: readonly {
    readonly other: Named;
    /** Of the person themselves. */
    readonly role: 'mentor' | 'mentee';
    /** Whether the answer is theirs to give. */
    readonly yours: boolean;
  }[];
}

/** With whom a person is paired, and what is proposed. */
export async function pairsOf({ store }: Context, { member }: Actor): Promise<Pairs> {
  const open = await store.mentorships.openOf(member.id);
  const running = open.filter(({ state }) => state !== 'proposed');
  return {
    mentors: running.filter(({ menteeId }) => menteeId === member.id).map(({ mentor }) => named(mentor)),
    mentees: running.filter(({ mentorId }) => mentorId === member.id).map(({ mentee }) => named(mentee)),
    proposals: open
      .filter(({ state }) => state === 'proposed')
      .map((pair) => ({
        other: named(pair.mentorId === member.id ? pair.mentee : pair.mentor),
        role: pair.mentorId === member.id ? 'mentor' : 'mentee',
        yours: waitsFor(pair).includes(member.id),
      })),
  };
}
