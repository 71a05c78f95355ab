import { Refused } from '../../domain/refusal';
import type { StoredCadence } from '../../store/cadences';
import type { Actor, Context } from '../ports';
import { refreshMessages } from '../refresh';
import { makeWhole } from './rhythm';

/** Keeps the rhythm that silence had halved, now and later. @param nudgeId the nudge that said so */
export async function keepRhythm(
  { store }: Context,
  { member, now }: Actor,
  nudgeId: string,
): Promise<StoredCadence> {
  return store.transaction(async (within) => {
    await makeWhole(within, member, now, true);
    await refreshMessages(within, nudgeId);
    const cadence = await within.cadences.ofMember(member.id, 'nudge');
    if (!cadence) throw new Refused({ code: 'no_cadence' });
    return cadence;
  });
}
