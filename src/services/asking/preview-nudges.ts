import type { Member } from '../../domain/member';
import { isPaused, lifeOf } from '../../domain/member-life';
import { previewNudges, type PreviewFacts, type PreviewRow } from '../../domain/preview';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Actor, Context } from '../ports';
import { agreedOf } from '../reads/agreed';

/** Shows a member the nudges to come. */

const MONTH = 30.44 * 24 * 60 * 60 * 1000;

/** A member's own rhythm, and the life it has to fit into; null without a rhythm. */
export async function rhythmAndLife(
  store: WorkspaceStore,
  member: Member,
): Promise<Omit<PreviewFacts, 'from' | 'to'> | null> {
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  if (!cadence) return null;
  const absences = await store.life.absences([member.id], '0000-01-01');
  return {
    cadence,
    life: lifeOf(member, absences, await agreedOf(store, member)),
    weeklyBudget: member.weeklyBudget,
    isPausedAt: (due) => isPaused(member, due),
  };
}

/** A member's nudges of the coming months, by the very functions that the sweep calls. */
export async function previewMember(
  { store }: Context,
  { member, now }: Actor,
  months: number,
): Promise<PreviewRow[]> {
  const facts = member.stoppedAt === null ? await rhythmAndLife(store, member) : null;
  if (!facts) throw new Refused({ code: 'no_cadence' });
  return [...previewNudges({ ...facts, from: now, to: new Date(now.getTime() + months * MONTH) })];
}
