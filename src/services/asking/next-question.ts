import type { Member } from '../../domain/member';
import { nextAsked } from '../reads/next-asked';
import type { Context } from '../ports';

/** When a person is really asked next; null when nothing comes within a year. */
export function nextQuestion({ store }: Context, member: Member): Promise<Date | null> {
  return nextAsked(store, member);
}
