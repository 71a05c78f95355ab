import type { Audience } from '../../domain/check-in';
import type { Actor, Context } from '../ports';

/** Who reads what somebody says, before they choose. */
export interface UsualAudience {
  readonly audience: Audience;
  /** Whether there is nobody yet who could read. */
  readonly isAlone: boolean;
}

/** Who reads what a person says, unless they choose otherwise: only they themselves, while they have no mentor. */
export async function usualAudience({ store }: Context, { member }: Actor): Promise<UsualAudience> {
  const isAlone = (await store.mentorships.currentOfMentee(member.id)).length === 0;
  return { audience: isAlone ? 'self' : member.defaultAudience, isAlone };
}
