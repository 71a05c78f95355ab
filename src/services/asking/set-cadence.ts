import { checkCadence, nextDue, type Cadence } from '../../domain/cadence';
import { parseCadence } from '../../domain/reading/cadence';
import { Refused } from '../../domain/refusal';
import type { StoredCadence } from '../../store/cadences';
import type { Actor, Context } from '../ports';
import { speakerOf } from '../people/speaker';
import { refreshHome } from '../refresh';

/**
 * A rhythm in plain words. The words are given back in the refusal when they are not understood.
 *
 * @param own the rhythm so far: what the words leave open stays as it is there
 */
export function readCadence(words: string, actor: Actor, own: Cadence | null): Cadence {
  const parsed = parseCadence(words, speakerOf(actor), own);
  if (parsed.ok) return parsed.cadence;
  switch (parsed.problem) {
    case 'not_understood':
      throw new Refused({
        code: 'cadence_not_understood',
        heard: words,
        understood: parsed.understood ?? null,
      });
    case 'never_fires':
      throw new Refused({ code: 'cadence_never_fires', heard: words });
    case 'too_often':
      throw new Refused({ code: 'cadence_too_often', heard: words });
    case 'several_times':
      throw new Refused({ code: 'cadence_several_times' });
    case 'another_zone':
      throw new Refused({
        code: 'cadence_another_zone',
        heard: parsed.detail ?? words,
        zone: actor.member.zone,
      });
    case 'no_more_often':
      throw new Refused({ code: 'cadence_no_more_often' });
    case 'bad_time':
      throw new Refused({ code: 'bad_time', heard: parsed.detail ?? words });
  }
}

/** The rhythm of a person's nudges; null before there is one. */
export function rhythmOf({ store }: Context, { member }: Actor): Promise<StoredCadence | null> {
  return store.cadences.ofMember(member.id, 'nudge');
}

/** Sets the rhythm of a person's nudges. It also begins them again after a pause or a stop. */
export async function setCadence(
  { store }: Context,
  { member, now }: Actor,
  cadence: Cadence,
): Promise<StoredCadence> {
  const problem = checkCadence(cadence, member.zone, now);
  if (problem === 'too_often') throw new Refused({ code: 'cadence_too_often', heard: cadence.rule });
  if (problem !== null) throw new Refused({ code: 'cadence_never_fires', heard: cadence.rule });
  return store.transaction(async (within) => {
    await within.nudges.voidPlanned(member.id, 'cadence_changed');
    await within.members.change(member.id, { pausedAt: null, pausedUntil: null, stoppedAt: null });
    const next = nextDue(cadence, member.zone, now);
    const stored = await within.cadences.set({ memberId: member.id }, 'nudge', cadence, null, next);
    await refreshHome(within, member.id);
    return stored;
  });
}
