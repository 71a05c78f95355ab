import { mergeAbsences, type Absence } from '../../domain/absence';
import type { Audience } from '../../domain/check-in';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { parseAbsences } from '../../domain/reading/absence';
import { Refused } from '../../domain/refusal';
import type { StoredAbsence } from '../../store/life';
import type { Actor, Context } from '../ports';
import { refreshHome, refreshOpenNudge } from '../refresh';
import { speakerOf } from './speaker';

/**
 * Sets days away from plain words ("3 July to 14 July", "Monday and Wednesday"). Those that overlap or touch become one.
 * Gives back what was said, not what it became part of.
 */
export async function setAbsences(
  { store }: Context,
  actor: Actor,
  member: Member,
  words: string,
): Promise<readonly Absence[]> {
  const { member: by, now } = actor;
  const parsed = parseAbsences(words, { ...speakerOf(actor), zone: member.zone });
  if (!parsed.ok) {
    switch (parsed.problem) {
      case 'not_understood':
        throw new Refused({
          code: 'absence_not_understood',
          heard: words,
          understood: parsed.understood ?? null,
        });
      case 'ends_before_it_begins':
        throw new Refused({ code: 'absence_backwards', heard: words });
      case 'in_the_past':
        throw new Refused({ code: 'absence_in_the_past', heard: words });
    }
  }
  const today = localDate(now, member.zone);
  await store.transaction(async (within) => {
    const before = await within.life.absences([member.id], today);
    await within.life.removeAbsences(before.map(({ id }) => id));
    for (const { from, to } of mergeAbsences([...before, ...parsed.absences])) {
      await within.life.addAbsence(member.id, by.id, from, to);
    }
  });
  return parsed.absences;
}

/** The member for whom a mentor or a coordinator may set an absence: their mentee, or anyone in their program. */
export async function whoseAbsence(
  { store }: Context,
  { member: by, roles }: Actor,
  slackUserId: string,
): Promise<Member> {
  const member = await store.members.bySlackId(slackUserId);
  if (!member) throw new Refused({ code: 'unknown_person', who: slackUserId });
  if (member.id === by.id) return member;
  // Being invited is not being paired: whoever only proposed has no say yet.
  const pairs = (await store.mentorships.openOf(member.id)).filter(({ state }) => state !== 'proposed');
  const { coordinates } = await roles(store);
  const isTheirs = pairs.some(
    ({ mentorId, programId }) => mentorId === by.id || coordinates.some(({ id }) => id === programId),
  );
  if (!isTheirs) throw new Refused({ code: 'not_yours' });
  return member;
}

export function upcomingAbsences({ store }: Context, { member, now }: Actor): Promise<StoredAbsence[]> {
  return store.life.absences([member.id], localDate(now, member.zone));
}

/** Removes one absence of their own. */
export async function removeAbsence(context: Context, actor: Actor, { from, to }: Absence): Promise<void> {
  const upcoming = await upcomingAbsences(context, actor);
  const absence = upcoming.find((known) => known.from === from && known.to === to);
  if (!absence) throw new Refused({ code: 'gone', what: 'absence' });
  await context.store.life.removeAbsences([absence.id]);
}

export async function clearAbsences(context: Context, actor: Actor): Promise<void> {
  const upcoming = await upcomingAbsences(context, actor);
  await context.store.life.removeAbsences(upcoming.map(({ id }) => id));
}

/** More question messages a week than three a day nobody can want. */
export const MOST_A_WEEK = 21;

export interface LifeSettings {
  readonly workingDays?: readonly string[];
  readonly quietFrom?: string | null;
  readonly quietTo?: string | null;
  readonly holidayCountry?: string | null;
  readonly holidayRegion?: string | null;
  readonly weeklyBudget?: number;
  readonly defaultAudience?: Audience;
  readonly digestWhenEmpty?: boolean;
}

/**
 * Changes how nudges fit into a person's life. Only what is given changes. Fewer readers by default count at once, for
 * the questions asked before as well; more readers count for an open one once its message says so.
 */
export async function changeLife(
  { store }: Context,
  { member }: Actor,
  settings: LifeSettings,
): Promise<void> {
  const { workingDays, ...rest } = settings;
  await store.transaction(async (within) => {
    await within.members.change(member.id, {
      ...rest,
      ...(workingDays === undefined ? {} : { workingDays: [...workingDays] }),
    });
    if (settings.defaultAudience !== undefined && settings.defaultAudience !== member.defaultAudience) {
      await within.nudges.narrow(member.id, settings.defaultAudience);
      await refreshOpenNudge(within, member.id);
    }
    await refreshHome(within, member.id);
  });
}
