import type { Audience } from '../../domain/check-in';
import type { Actor, Context } from '../ports';

/** Who reads what a person says, unless they choose otherwise: only they themselves, while they have no mentor. */
export async function usualAudience({ store }: Context, { member }: Actor): Promise<Audience> {
  const mentors = await store.mentorships.currentOfMentee(member.id);
  return mentors.length === 0 ? 'self' : member.defaultAudience;
}
