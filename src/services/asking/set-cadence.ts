import { checkCadence, nextDue, type Cadence } from '../../domain/cadence';
import { parseCadence } from '../../domain/reading/cadence';
import type { HoldReason } from '../../domain/life';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { boundsOn, isMoreOften, slowestOf } from '../../domain/pair/agreement';
import { Refused, type HeldForEver } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { StoredCadence } from '../../store/cadences';
import type { Actor, Context } from '../ports';
import { speakerOf } from '../people/speaker';
import { agreedOf } from '../reads/agreed';
import { askedByRhythm } from '../reads/next-asked';
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
async function setCadence(
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

/** Of a rhythm that was set, so many dates are said. */
export const DATES_SAID = 3;

/**
 * The same, with the next moments at which it really asks. A rhythm that would be passed over for ever is refused.
 */
export async function setRhythmOf(
  context: Context,
  actor: Actor,
  wanted: Cadence,
): Promise<{ readonly cadence: StoredCadence; readonly dates: readonly Date[] }> {
  return context.store.transaction(async (within) => {
    await refuseMoreThanAgreed(within, actor, wanted);
    const cadence = await setCadence({ ...context, store: within }, actor, wanted);
    const member = awake(actor.member);
    const { dates, heldFirst } = await askedByRhythm(within, member, DATES_SAID);
    if (dates.length === 0 && heldFirst !== null) {
      throw new Refused({ code: 'cadence_always_held', ...waysOut(member, wanted, heldFirst) });
    }
    return { cadence, dates };
  });
}

/** More than was agreed takes both: less is one's own choice. */
async function refuseMoreThanAgreed(
  store: WorkspaceStore,
  { member, now }: Actor,
  wanted: Cadence,
): Promise<void> {
  const today = localDate(now, member.zone);
  const rhythms = boundsOn(await agreedOf(store, member), today).map(({ nudges }) => nudges);
  const agreed = rhythms.find((each) => isMoreOften(wanted, each, today));
  if (agreed) throw new Refused({ code: 'more_than_agreed', agreed: slowestOf(rhythms, today) ?? agreed });
}

/** Why the rhythm of this person, as their settings stand now, would never ask; null where it does, or is to rest. */
export async function heldForEver(
  { store }: Context,
  { member: { id } }: Actor,
): Promise<HeldForEver | null> {
  const member = await store.members.byId(id);
  const cadence = await store.cadences.ofMember(id, 'nudge');
  if (member === null || cadence === null || member.stoppedAt !== null) return null;
  const { dates, heldFirst } = await askedByRhythm(store, awake(member), 1);
  return dates.length === 0 && heldFirst !== null ? waysOut(member, cadence, heldFirst) : null;
}

/** Somebody whose pause or stop is over. */
export function awake(member: Member): Member {
  return { ...member, pausedAt: null, pausedUntil: null, stoppedAt: null };
}

/** What holds a rhythm for ever, and what would not. */
function waysOut(
  { quietFrom, quietTo, workingDays }: Member,
  { start }: Cadence,
  { kind }: HoldReason,
): HeldForEver {
  const isQuiet = kind === 'quiet_hours' && quietFrom !== null && quietTo !== null;
  return {
    time: start.slice(11),
    quiet: isQuiet ? { from: quietFrom, to: quietTo } : null,
    workingDays: kind === 'not_a_working_day' ? workingDays : null,
    agreed: kind === 'agreed_hours' || kind === 'agreement_over' ? kind : null,
  };
}
