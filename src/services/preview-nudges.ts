import type { Member } from '../domain/member';
import { lifeOf } from '../domain/member-life';
import { previewNudges, type PreviewRow } from '../domain/preview';
import { Refused } from '../domain/refusal';
import type { Context } from './ports';

const MONTH = 30.44 * 24 * 60 * 60 * 1000;

/** A member's nudges of the coming months, by the very functions that the sweep calls. */
export async function previewMember(
  { store, now }: Context,
  member: Member,
  months: number,
): Promise<PreviewRow[]> {
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  if (!cadence) throw new Refused({ code: 'no_cadence' });
  const absences = await store.life.absences([member.id], '0000-01-01');
  return [
    ...previewNudges({
      cadence,
      life: lifeOf(member, absences),
      from: now,
      to: new Date(now.getTime() + months * MONTH),
      weeklyBudget: member.weeklyBudget,
    }),
  ];
}
